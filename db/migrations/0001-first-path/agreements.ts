export const agreementsTables = `
-- vocabulary that makes terms comparable
CREATE TABLE topics (
  key TEXT PRIMARY KEY NOT NULL,
  term_kind TEXT NOT NULL,
  is_single INTEGER NOT NULL CHECK (is_single IN (0, 1)),
  titles_json TEXT NOT NULL CHECK (json_valid(titles_json)),
  rank TEXT NOT NULL
) STRICT;

-- a promise, through all its versions
CREATE TABLE agreements (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sla', 'ola', 'uc')),
  level TEXT NOT NULL CHECK (level IN ('corporate', 'customer', 'service')),
  title TEXT NOT NULL,
  parent_id TEXT REFERENCES agreements(id),
  zone TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  archived_on TEXT CHECK (archived_on IS date(archived_on)),
  CHECK (kind = 'sla' OR level = 'service')
) STRICT;
CREATE UNIQUE INDEX agreements_number ON agreements(number);
CREATE INDEX agreements_parent_id ON agreements(parent_id) WHERE parent_id IS NOT NULL;

-- numbered edition with a life
CREATE TABLE agreement_versions (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  agreement_id TEXT NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'negotiating', 'agreed', 'approved', 'signing', 'signed', 'rejected', 'abandoned')),
  based_on_id TEXT REFERENCES agreement_versions(id),
  parent_version_id TEXT REFERENCES agreement_versions(id),
  language TEXT NOT NULL,
  valid_from_on TEXT CHECK (valid_from_on IS date(valid_from_on)),
  valid_to_on TEXT CHECK (valid_to_on IS date(valid_to_on)),
  takeover TEXT NOT NULL CHECK (takeover IN ('start', 'stop')),
  sealed_at INTEGER,
  withdrawn_from_on TEXT CHECK (withdrawn_from_on IS date(withdrawn_from_on)),
  CHECK (version > 0),
  CHECK (valid_to_on >= valid_from_on),
  CHECK (state NOT IN ('signing', 'signed') OR sealed_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX agreement_versions_agreement_id_version ON agreement_versions(agreement_id, version);
CREATE INDEX agreement_versions_based_on_id ON agreement_versions(based_on_id) WHERE based_on_id IS NOT NULL;
CREATE INDEX agreement_versions_parent_version_id ON agreement_versions(parent_version_id) WHERE parent_version_id IS NOT NULL;
CREATE UNIQUE INDEX agreement_versions_one_open ON agreement_versions(agreement_id) WHERE sealed_at IS NULL AND state NOT IN ('rejected', 'abandoned');

-- who promises whom
CREATE TABLE version_parties (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES agreement_versions(id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisations(id),
  side TEXT NOT NULL CHECK (side IN ('provider', 'customer')),
  from_on TEXT CHECK (from_on IS date(from_on)),
  to_on TEXT CHECK (to_on IS date(to_on)),
  rank TEXT NOT NULL,
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX version_parties_version_id_organisation_id_key ON version_parties(version_id, organisation_id, side, coalesce(from_on, ''));
CREATE INDEX version_parties_organisation_id ON version_parties(organisation_id);

-- services and sites it covers
CREATE TABLE version_services (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES agreement_versions(id) ON DELETE CASCADE,
  service_id TEXT NOT NULL REFERENCES services(id),
  site_id TEXT REFERENCES sites(id)
) STRICT;
CREATE UNIQUE INDEX version_services_version_id_service_id_site_id ON version_services(version_id, service_id, coalesce(site_id, ''));
CREATE INDEX version_services_service_id ON version_services(service_id);
CREATE INDEX version_services_site_id ON version_services(site_id) WHERE site_id IS NOT NULL;

-- identity of a promise
CREATE TABLE terms (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  agreement_id TEXT NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('target', 'priority', 'hours', 'defaults', 'clause', 'obligation', 'credit', 'remedy', 'exclusion', 'lifecycle', 'fee', 'definition')),
  topic TEXT NOT NULL REFERENCES topics(key),
  facet TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX terms_agreement_id_code ON terms(agreement_id, code);
CREATE INDEX terms_topic ON terms(topic);

-- what a term says, by hash
CREATE TABLE term_contents (
  hash TEXT PRIMARY KEY NOT NULL,
  shape INTEGER NOT NULL,
  kind TEXT NOT NULL,
  language TEXT,
  title TEXT,
  metric TEXT CHECK (metric IN ('response', 'resolution', 'update-cadence', 'availability', 'restore-time', 'time-between-failures', 'interruptions', 'delivery', 'share-within', 'recovery', 'experience', 'workload', 'qualitative', 'indicator')),
  goal_ms INTEGER,
  goal_days INTEGER,
  goal_ppb INTEGER CHECK (goal_ppb BETWEEN 0 AND 1000000000),
  goal_count INTEGER,
  goal_count_to INTEGER,
  unit TEXT,
  comparator TEXT CHECK (comparator IN ('at-most', 'at-least', 'between')),
  share_ppb INTEGER CHECK (share_ppb BETWEEN 0 AND 1000000000),
  day_meaning TEXT CHECK (day_meaning IN ('business-hours', 'elapsed-hours', 'business-days', 'end-of-business-day', 'calendar-days')),
  measured_per TEXT,
  amount_minor INTEGER,
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  calendar_version_id TEXT REFERENCES calendar_versions(id),
  rules_json TEXT CHECK (json_valid(rules_json)),
  body_json TEXT CHECK (json_valid(body_json)),
  body_text TEXT,
  CHECK (length(hash) = 64),
  CHECK (shape > 0),
  CHECK (amount_minor IS NULL OR currency IS NOT NULL),
  CHECK ((kind = 'target') = (metric IS NOT NULL)),
  CHECK (kind = 'target' OR (goal_ms IS NULL AND goal_days IS NULL AND goal_ppb IS NULL AND goal_count IS NULL AND goal_count_to IS NULL AND comparator IS NULL AND share_ppb IS NULL)),
  CHECK (goal_ms > 0),
  CHECK (goal_days >= 0),
  CHECK (metric NOT IN ('response', 'resolution', 'update-cadence') OR ((goal_ms IS NULL) <> (goal_days IS NULL) AND share_ppb IS NOT NULL AND day_meaning IS NOT NULL AND (goal_ms IS NOT NULL) = (day_meaning IN ('business-hours', 'elapsed-hours')))),
  CHECK (metric <> 'availability' OR goal_ppb IS NOT NULL),
  CHECK (metric NOT IN ('restore-time', 'time-between-failures', 'share-within', 'recovery') OR goal_ms IS NOT NULL),
  CHECK (metric NOT IN ('interruptions', 'experience', 'workload', 'indicator') OR goal_count IS NOT NULL),
  CHECK (metric <> 'delivery' OR share_ppb IS NOT NULL),
  CHECK ((comparator IS 'between') = (goal_count_to IS NOT NULL)),
  CHECK (goal_count_to >= goal_count)
) STRICT;
CREATE INDEX term_contents_calendar_version_id ON term_contents(calendar_version_id) WHERE calendar_version_id IS NOT NULL;

-- what a version says now
CREATE TABLE version_terms (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES agreement_versions(id) ON DELETE CASCADE,
  term_id TEXT NOT NULL REFERENCES terms(id),
  content_hash TEXT REFERENCES term_contents(hash),
  rank TEXT NOT NULL,
  negotiation TEXT NOT NULL CHECK (negotiation IN ('open', 'proposed', 'countered', 'agreed', 'parked'))
) STRICT;
CREATE UNIQUE INDEX version_terms_version_id_term_id ON version_terms(version_id, term_id);
CREATE INDEX version_terms_term_id ON version_terms(term_id);
CREATE INDEX version_terms_content_hash ON version_terms(content_hash) WHERE content_hash IS NOT NULL;

-- resolved set, written at sealing
CREATE TABLE effective_terms (
  no INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES agreement_versions(id),
  term_id TEXT NOT NULL REFERENCES terms(id),
  content_hash TEXT NOT NULL REFERENCES term_contents(hash),
  level TEXT NOT NULL CHECK (level IN ('corporate', 'customer', 'service')),
  from_version_id TEXT NOT NULL REFERENCES agreement_versions(id),
  sources_json TEXT NOT NULL CHECK (json_valid(sources_json))
) STRICT;
CREATE UNIQUE INDEX effective_terms_version_id_term_id ON effective_terms(version_id, term_id);
CREATE INDEX effective_terms_term_id ON effective_terms(term_id);
CREATE INDEX effective_terms_content_hash ON effective_terms(content_hash);
CREATE INDEX effective_terms_from_version_id ON effective_terms(from_version_id);

-- manifest and document of a seal
CREATE TABLE version_seals (
  version_id TEXT PRIMARY KEY NOT NULL REFERENCES agreement_versions(id),
  manifest_json TEXT NOT NULL CHECK (json_valid(manifest_json)),
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  document_id TEXT NOT NULL REFERENCES documents(id),
  change_no INTEGER NOT NULL REFERENCES changes(no)
) STRICT;
CREATE INDEX version_seals_document_id ON version_seals(document_id);
CREATE INDEX version_seals_change_no ON version_seals(change_no);

-- asked and answered, on a manifest
CREATE TABLE approvals (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  version_id TEXT NOT NULL REFERENCES agreement_versions(id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  role TEXT NOT NULL,
  requested_by_id TEXT REFERENCES people(id),
  decided_by_id TEXT REFERENCES people(id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'void')),
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  reason TEXT,
  decided_at INTEGER,
  CHECK (decided_by_id <> requested_by_id),
  CHECK (state NOT IN ('approved', 'rejected') OR (decided_by_id IS NOT NULL AND decided_at IS NOT NULL)),
  CHECK (state <> 'rejected' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX approvals_version_id ON approvals(version_id);
CREATE INDEX approvals_requested_by_id ON approvals(requested_by_id);
CREATE INDEX approvals_decided_by_id ON approvals(decided_by_id) WHERE decided_by_id IS NOT NULL;

-- who must sign, in which order
CREATE TABLE signatories (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  version_id TEXT NOT NULL REFERENCES agreement_versions(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people(id),
  side TEXT NOT NULL CHECK (side IN ('provider', 'customer')),
  turn INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'signed', 'declined'))
) STRICT;
CREATE UNIQUE INDEX signatories_version_id_person_id ON signatories(version_id, person_id);
CREATE INDEX signatories_person_id ON signatories(person_id);

-- one act of signing
CREATE TABLE signatures (
  id TEXT PRIMARY KEY NOT NULL,
  signatory_id TEXT NOT NULL REFERENCES signatories(id),
  document_id TEXT REFERENCES documents(id),
  name TEXT NOT NULL,
  role_title TEXT NOT NULL,
  place TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('drawn', 'typed', 'paper', 'certificate')),
  statement TEXT NOT NULL,
  image_file_id TEXT REFERENCES files(id),
  scan_file_id TEXT REFERENCES files(id),
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64)
) STRICT;
CREATE INDEX signatures_signatory_id ON signatures(signatory_id);
CREATE INDEX signatures_document_id ON signatures(document_id) WHERE document_id IS NOT NULL;
CREATE INDEX signatures_image_file_id ON signatures(image_file_id) WHERE image_file_id IS NOT NULL;
CREATE INDEX signatures_scan_file_id ON signatures(scan_file_id) WHERE scan_file_id IS NOT NULL;

-- every Word file made or issued
CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  kind TEXT NOT NULL CHECK (kind IN ('agreement', 'redline', 'negotiation-record', 'review-pack', 'minutes', 'annual', 'portfolio', 'audit-index', 'survey', 'communication', 'certificate')),
  number TEXT,
  edition INTEGER NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  version_id TEXT REFERENCES agreement_versions(id),
  organisation_id TEXT REFERENCES organisations(id),
  from_on TEXT CHECK (from_on IS date(from_on)),
  to_on TEXT CHECK (to_on IS date(to_on)),
  file_id TEXT NOT NULL REFERENCES files(id),
  model_file_id TEXT REFERENCES files(id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_at INTEGER,
  replaces_id TEXT REFERENCES documents(id),
  CHECK (edition > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX documents_version_id ON documents(version_id) WHERE version_id IS NOT NULL;
CREATE INDEX documents_organisation_id ON documents(organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX documents_file_id ON documents(file_id);
CREATE INDEX documents_model_file_id ON documents(model_file_id) WHERE model_file_id IS NOT NULL;
CREATE INDEX documents_replaces_id ON documents(replaces_id) WHERE replaces_id IS NOT NULL;
`;
