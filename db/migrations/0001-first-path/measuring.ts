export const measuringTables = `
-- verdict per effective target
CREATE TABLE ticket_results (
  target_no INTEGER NOT NULL REFERENCES effective_terms(no),
  ticket_no INTEGER NOT NULL REFERENCES tickets(no) ON DELETE CASCADE,
  cycle INTEGER NOT NULL,
  cohort_day INTEGER NOT NULL,
  verdict INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  due_at INTEGER,
  stop_at INTEGER,
  business_ms INTEGER NOT NULL,
  actual_ms INTEGER NOT NULL,
  paused_ms INTEGER NOT NULL,
  PRIMARY KEY (target_no, ticket_no, cycle)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_results_ticket_no ON ticket_results(ticket_no);
CREATE INDEX ticket_results_cohort_day ON ticket_results(cohort_day) WHERE verdict = 2;

-- figures per target and period
CREATE TABLE target_results (
  no INTEGER PRIMARY KEY,
  target_no INTEGER NOT NULL REFERENCES effective_terms(no),
  service_no INTEGER REFERENCES services(no),
  from_on TEXT NOT NULL CHECK (from_on IS date(from_on)),
  to_on TEXT NOT NULL CHECK (to_on IS date(to_on)),
  met_count INTEGER,
  missed_count INTEGER,
  open_count INTEGER,
  left_out_count INTEGER,
  agreed_ms INTEGER,
  down_ms INTEGER,
  excluded_ms INTEGER,
  unknown_ms INTEGER,
  value_ppb INTEGER CHECK (value_ppb BETWEEN 0 AND 1000000000),
  value_count INTEGER,
  verdict INTEGER NOT NULL,
  next_due_at INTEGER,
  basis_sha256 TEXT NOT NULL CHECK (length(basis_sha256) = 64),
  computed_at INTEGER NOT NULL,
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX target_results_target_no_from_on_service_no ON target_results(target_no, from_on, coalesce(service_no, 0));
CREATE INDEX target_results_service_no ON target_results(service_no) WHERE service_no IS NOT NULL;

-- intervals not (known to be) up
CREATE TABLE outages (
  no INTEGER PRIMARY KEY,
  source_no INTEGER NOT NULL REFERENCES sources(no),
  key TEXT NOT NULL,
  service_no INTEGER NOT NULL REFERENCES services(no),
  kind TEXT NOT NULL CHECK (kind IN ('outage', 'degradation', 'planned', 'unobserved')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER,
  weight_ppb INTEGER CHECK (weight_ppb BETWEEN 0 AND 1000000000),
  user_count INTEGER,
  reason TEXT,
  ticket_key TEXT,
  approved_by TEXT,
  revision INTEGER NOT NULL,
  import_no INTEGER REFERENCES imports(no),
  digest TEXT,
  CHECK (ends_at >= starts_at)
) STRICT;
CREATE UNIQUE INDEX outages_source_no_key ON outages(source_no, key);
CREATE INDEX outages_service_no_starts_at ON outages(service_no, starts_at);
CREATE INDEX outages_import_no ON outages(import_no) WHERE import_no IS NOT NULL;

-- planned work, may repeat
CREATE TABLE maintenance_windows (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  service_id TEXT NOT NULL REFERENCES services(id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  repeat_rule TEXT,
  zone TEXT NOT NULL,
  announced_at INTEGER,
  reason TEXT NOT NULL,
  approved_by TEXT,
  source_id TEXT REFERENCES sources(id),
  key TEXT,
  CHECK (ends_at >= starts_at)
) STRICT;
CREATE UNIQUE INDEX maintenance_windows_source_id_key ON maintenance_windows(source_id, key);
CREATE INDEX maintenance_windows_service_id ON maintenance_windows(service_id);

-- time or tickets left out, if accepted
CREATE TABLE exclusions (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  agreement_id TEXT NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
  service_id TEXT REFERENCES services(id),
  subject_id TEXT REFERENCES records(id),
  maintenance_id TEXT REFERENCES maintenance_windows(id),
  kind TEXT NOT NULL CHECK (kind IN ('maintenance', 'force-majeure', 'customer-caused', 'agreed')),
  starts_at INTEGER,
  ends_at INTEGER,
  reason TEXT NOT NULL,
  author_id TEXT REFERENCES people(id),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused')),
  decided_by_id TEXT REFERENCES people(id),
  decided_at INTEGER,
  CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
  CHECK (ends_at >= starts_at),
  CHECK (starts_at IS NOT NULL OR subject_id IS NOT NULL OR maintenance_id IS NOT NULL),
  CHECK (state = 'proposed' OR decided_at IS NOT NULL)
) STRICT;
CREATE INDEX exclusions_agreement_id ON exclusions(agreement_id);
CREATE INDEX exclusions_service_id ON exclusions(service_id) WHERE service_id IS NOT NULL;
CREATE INDEX exclusions_subject_id ON exclusions(subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX exclusions_maintenance_id ON exclusions(maintenance_id) WHERE maintenance_id IS NOT NULL;
CREATE INDEX exclusions_author_id ON exclusions(author_id) WHERE author_id IS NOT NULL;
CREATE INDEX exclusions_decided_by_id ON exclusions(decided_by_id) WHERE decided_by_id IS NOT NULL;

-- metric values, typed or imported
CREATE TABLE readings (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  indicator TEXT,
  service_id TEXT REFERENCES services(id),
  organisation_id TEXT REFERENCES organisations(id),
  agreement_id TEXT REFERENCES agreements(id) ON DELETE CASCADE,
  term_id TEXT REFERENCES terms(id),
  from_on TEXT NOT NULL CHECK (from_on IS date(from_on)),
  to_on TEXT NOT NULL CHECK (to_on IS date(to_on)),
  due_on TEXT CHECK (due_on IS date(due_on)),
  done_on TEXT CHECK (done_on IS date(done_on)),
  value_ms INTEGER,
  value_ppb INTEGER CHECK (value_ppb BETWEEN 0 AND 1000000000),
  value_count INTEGER,
  numerator INTEGER,
  denominator INTEGER,
  verdict TEXT CHECK (verdict IN ('met', 'missed')),
  note TEXT,
  person_id TEXT REFERENCES people(id),
  file_id TEXT REFERENCES files(id),
  import_no INTEGER REFERENCES imports(no),
  CHECK (to_on >= from_on),
  CHECK (indicator IS NOT NULL OR term_id IS NOT NULL)
) STRICT;
CREATE INDEX readings_term_id_from_on ON readings(term_id, from_on);
CREATE INDEX readings_indicator_from_on ON readings(indicator, from_on);
CREATE INDEX readings_service_id ON readings(service_id) WHERE service_id IS NOT NULL;
CREATE INDEX readings_organisation_id ON readings(organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX readings_agreement_id ON readings(agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX readings_person_id ON readings(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX readings_file_id ON readings(file_id) WHERE file_id IS NOT NULL;
CREATE INDEX readings_import_no ON readings(import_no) WHERE import_no IS NOT NULL;
`;
