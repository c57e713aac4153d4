export const importsTables = `
-- a system that exports to us
CREATE TABLE sources (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES records(id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations(id),
  service_id TEXT REFERENCES services(id),
  profile_id TEXT REFERENCES import_profiles(id)
) STRICT;
CREATE UNIQUE INDEX sources_name ON sources(name);
CREATE INDEX sources_organisation_id ON sources(organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX sources_service_id ON sources(service_id) WHERE service_id IS NOT NULL;
CREATE INDEX sources_profile_id ON sources(profile_id) WHERE profile_id IS NOT NULL;

-- saved mapping of columns
CREATE TABLE import_profiles (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  settings_json TEXT NOT NULL CHECK (json_valid(settings_json)),
  organisation_id TEXT REFERENCES organisations(id)
) STRICT;
CREATE UNIQUE INDEX import_profiles_name ON import_profiles(name);
CREATE INDEX import_profiles_organisation_id ON import_profiles(organisation_id) WHERE organisation_id IS NOT NULL;

-- one committed file
CREATE TABLE imports (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES records(id),
  source_no INTEGER NOT NULL REFERENCES sources(no),
  kind TEXT NOT NULL CHECK (kind IN ('tickets', 'outages', 'maintenance', 'readings', 'responses')),
  file_id TEXT NOT NULL REFERENCES files(id),
  settings_json TEXT NOT NULL CHECK (json_valid(settings_json)),
  row_count INTEGER NOT NULL,
  new_count INTEGER NOT NULL,
  updated_count INTEGER NOT NULL,
  unchanged_count INTEGER NOT NULL,
  quarantined_count INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  quality_json TEXT NOT NULL CHECK (json_valid(quality_json)),
  change_no INTEGER NOT NULL REFERENCES changes(no),
  undone_by_no INTEGER REFERENCES changes(no)
) STRICT;
CREATE INDEX imports_source_no ON imports(source_no);
CREATE INDEX imports_file_id ON imports(file_id);
CREATE INDEX imports_change_no ON imports(change_no);
CREATE INDEX imports_undone_by_no ON imports(undone_by_no) WHERE undone_by_no IS NOT NULL;

-- what span is known
CREATE TABLE coverages (
  no INTEGER PRIMARY KEY,
  source_no INTEGER NOT NULL REFERENCES sources(no),
  service_no INTEGER REFERENCES services(no),
  kind TEXT NOT NULL CHECK (kind IN ('tickets', 'outages', 'readings')),
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  import_no INTEGER REFERENCES imports(no),
  next_expected_on TEXT CHECK (next_expected_on IS date(next_expected_on)),
  CHECK (to_at >= from_at)
) STRICT;
CREATE INDEX coverages_source_no_service_no_from_at ON coverages(source_no, service_no, from_at);
CREATE INDEX coverages_service_no ON coverages(service_no) WHERE service_no IS NOT NULL;
CREATE INDEX coverages_import_no ON coverages(import_no) WHERE import_no IS NOT NULL;

-- quarantined lines
CREATE TABLE import_problems (
  import_no INTEGER NOT NULL REFERENCES imports(no) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (import_no, line, code)
) STRICT;

-- bulk rows before an update
CREATE TABLE import_images (
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'outage', 'response')),
  row_no INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  import_no INTEGER NOT NULL REFERENCES imports(no),
  image BLOB NOT NULL,
  PRIMARY KEY (kind, row_no, revision)
) STRICT;
CREATE INDEX import_images_import_no ON import_images(import_no);

-- dictionary of source strings
CREATE TABLE source_values (
  no INTEGER PRIMARY KEY,
  source_no INTEGER NOT NULL REFERENCES sources(no),
  field TEXT NOT NULL CHECK (field IN ('status', 'priority', 'team', 'type', 'service', 'customer', 'tag', 'actor')),
  value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX source_values_source_no_field_value ON source_values(source_no, field, value);

-- what a source string means
CREATE TABLE mappings (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources(id),
  field TEXT NOT NULL CHECK (field IN ('status', 'priority', 'team', 'type', 'service', 'customer', 'tag')),
  value TEXT NOT NULL,
  state_class TEXT CHECK (state_class IN ('new', 'active', 'waiting', 'resolved', 'closed', 'cancelled')),
  pause_reason TEXT,
  priority TEXT,
  ticket_type TEXT,
  organisation_id TEXT REFERENCES organisations(id),
  service_id TEXT REFERENCES services(id)
) STRICT;
CREATE UNIQUE INDEX mappings_source_id_field_value ON mappings(source_id, field, value);
CREATE INDEX mappings_organisation_id ON mappings(organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX mappings_service_id ON mappings(service_id) WHERE service_id IS NOT NULL;

-- one ticket, latest state
CREATE TABLE tickets (
  no INTEGER PRIMARY KEY,
  source_no INTEGER NOT NULL REFERENCES sources(no),
  key TEXT NOT NULL,
  title TEXT,
  customer_no INTEGER REFERENCES organisations(no),
  service_no INTEGER REFERENCES services(no),
  status_no INTEGER,
  priority_no INTEGER,
  team_no INTEGER,
  type_no INTEGER,
  opened_at INTEGER NOT NULL,
  first_response_at INTEGER,
  resolved_at INTEGER,
  closed_at INTEGER,
  due_at INTEGER,
  hold_ms INTEGER,
  has_history INTEGER NOT NULL CHECK (has_history IN (0, 1)),
  source_verdict TEXT CHECK (source_verdict IN ('met', 'missed')),
  revision INTEGER NOT NULL,
  first_import_no INTEGER NOT NULL REFERENCES imports(no),
  import_no INTEGER NOT NULL REFERENCES imports(no),
  digest BLOB NOT NULL,
  extra_json TEXT CHECK (json_valid(extra_json))
) STRICT;
CREATE UNIQUE INDEX tickets_source_no_key ON tickets(source_no, key);
CREATE INDEX tickets_customer_no_service_no_opened_at ON tickets(customer_no, service_no, opened_at);
CREATE INDEX tickets_first_import_no ON tickets(first_import_no);
CREATE INDEX tickets_import_no ON tickets(import_no);
CREATE INDEX tickets_service_no ON tickets(service_no) WHERE service_no IS NOT NULL;
CREATE VIRTUAL TABLE ticket_index USING fts5(key, title, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

-- its log, source values kept
CREATE TABLE ticket_events (
  ticket_no INTEGER NOT NULL REFERENCES tickets(no) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  status_no INTEGER,
  priority_no INTEGER,
  team_no INTEGER,
  type_no INTEGER,
  actor_no INTEGER,
  line INTEGER NOT NULL,
  fields_json TEXT CHECK (json_valid(fields_json)),
  PRIMARY KEY (ticket_no, seq)
) STRICT, WITHOUT ROWID;

-- packed log for replay
CREATE TABLE ticket_timelines (
  ticket_no INTEGER PRIMARY KEY REFERENCES tickets(no) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;
`;
