export const groundTables = `
-- this file, one row
CREATE TABLE workspace (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  own_organisation_id TEXT REFERENCES organisations(id),
  default_zone TEXT NOT NULL,
  language TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
  logo_file_id TEXT REFERENCES files(id),
  letterhead_file_id TEXT REFERENCES files(id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX workspace_own_organisation_id ON workspace(own_organisation_id) WHERE own_organisation_id IS NOT NULL;
CREATE INDEX workspace_logo_file_id ON workspace(logo_file_id) WHERE logo_file_id IS NOT NULL;
CREATE INDEX workspace_letterhead_file_id ON workspace(letterhead_file_id) WHERE letterhead_file_id IS NOT NULL;
CREATE UNIQUE INDEX workspace_one_row ON workspace((id IS NOT NULL));

-- laptops that ever wrote here
CREATE TABLE devices (
  id TEXT PRIMARY KEY NOT NULL,
  label TEXT NOT NULL,
  lane TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX devices_lane ON devices(lane);

-- filters, columns, saved reports
CREATE TABLE saved_views (
  id TEXT PRIMARY KEY NOT NULL,
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  person_id TEXT REFERENCES people(id),
  query_json TEXT NOT NULL CHECK (json_valid(query_json)),
  rank TEXT NOT NULL
) STRICT;
CREATE INDEX saved_views_person_id ON saved_views(person_id) WHERE person_id IS NOT NULL;

-- one committed command, hash-chained
CREATE TABLE changes (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device_id TEXT NOT NULL REFERENCES devices(id),
  seq INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  actor_id TEXT REFERENCES people(id),
  cause TEXT NOT NULL CHECK (cause IN ('user', 'import', 'undo', 'merge', 'migration', 'purge', 'system')),
  command TEXT NOT NULL,
  subject_id TEXT,
  reason TEXT,
  undoes_no INTEGER REFERENCES changes(no),
  is_bulk INTEGER NOT NULL CHECK (is_bulk IN (0, 1)),
  bulk_sha256 TEXT CHECK (length(bulk_sha256) = 64),
  prev_hash TEXT,
  hash TEXT
) STRICT;
CREATE UNIQUE INDEX changes_device_id_seq ON changes(device_id, seq);
CREATE UNIQUE INDEX changes_stamp ON changes(stamp);
CREATE INDEX changes_subject_id ON changes(subject_id);
CREATE INDEX changes_actor_id ON changes(actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX changes_undoes_no ON changes(undoes_no) WHERE undoes_no IS NOT NULL;
CREATE UNIQUE INDEX changes_one_open ON changes((hash IS NULL)) WHERE hash IS NULL;

-- before and after of rows
CREATE TABLE change_rows (
  no INTEGER PRIMARY KEY,
  change_no INTEGER NOT NULL REFERENCES changes(no),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before_json TEXT CHECK (json_valid(before_json)),
  after_json TEXT CHECK (json_valid(after_json)),
  salt TEXT,
  digest TEXT
) STRICT;
CREATE INDEX change_rows_row_id_change_no ON change_rows(row_id, change_no);
CREATE INDEX change_rows_change_no ON change_rows(change_no);

-- supertype of everything linkable
CREATE TABLE records (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL
) STRICT;

-- allowed moves of state machines
CREATE TABLE state_moves (
  machine TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
) STRICT;

-- every state move ever made
CREATE TABLE transitions (
  no INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL REFERENCES records(id) ON DELETE CASCADE,
  change_no INTEGER NOT NULL REFERENCES changes(no),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX transitions_record_id_change_no_to_state ON transitions(record_id, change_no, to_state);
CREATE INDEX transitions_change_no ON transitions(change_no);

-- a file on a record
CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  record_id TEXT NOT NULL REFERENCES records(id) ON DELETE CASCADE,
  file_id TEXT NOT NULL REFERENCES files(id),
  label TEXT NOT NULL,
  rank TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_record_id ON attachments(record_id);
CREATE INDEX attachments_file_id ON attachments(file_id);

-- remarks for our side only
CREATE TABLE internal_notes (
  id TEXT PRIMARY KEY NOT NULL,
  record_id TEXT NOT NULL REFERENCES records(id) ON DELETE CASCADE,
  person_id TEXT REFERENCES people(id),
  said_by_id TEXT REFERENCES people(id),
  channel TEXT,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;
CREATE INDEX internal_notes_record_id ON internal_notes(record_id);
CREATE INDEX internal_notes_person_id ON internal_notes(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX internal_notes_said_by_id ON internal_notes(said_by_id) WHERE said_by_id IS NOT NULL;

-- record ids for bulk rows
CREATE TABLE pinned_rows (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  ticket_no INTEGER REFERENCES tickets(no),
  outage_no INTEGER REFERENCES outages(no),
  CHECK ((ticket_no IS NULL) <> (outage_no IS NULL))
) STRICT;
CREATE UNIQUE INDEX pinned_rows_ticket_no ON pinned_rows(ticket_no);
CREATE UNIQUE INDEX pinned_rows_outage_no ON pinned_rows(outage_no);

-- bytes: documents, raw imports, logos
CREATE TABLE files (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  encoding TEXT NOT NULL CHECK (encoding IN ('raw', 'deflate')),
  CHECK (byte_count >= 0)
) STRICT;
CREATE UNIQUE INDEX files_sha256 ON files(sha256);

-- pieces of up to 1 MiB
CREATE TABLE file_chunks (
  file_no INTEGER NOT NULL REFERENCES files(no) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  chunk_no INTEGER NOT NULL,
  first_line INTEGER,
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576),
  PRIMARY KEY (file_no, chunk_no)
) STRICT;

-- what global search finds
CREATE TABLE search_entries (
  no INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL REFERENCES records(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entries_record_id ON search_entries(record_id);
CREATE VIRTUAL TABLE search_index USING fts5(title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
`;
