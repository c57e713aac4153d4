export const catalogueTables = `
-- firms, departments, teams of any side
CREATE TABLE organisations (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES records(id),
  parent_id TEXT REFERENCES organisations(id),
  name TEXT NOT NULL,
  is_ours INTEGER NOT NULL CHECK (is_ours IN (0, 1)),
  zone TEXT,
  language TEXT,
  letterhead_file_id TEXT REFERENCES files(id),
  logo_file_id TEXT REFERENCES files(id),
  archived_on TEXT CHECK (archived_on IS date(archived_on)),
  CHECK (parent_id <> id),
  CHECK (name <> '')
) STRICT;
CREATE UNIQUE INDEX organisations_parent_id_name ON organisations(coalesce(parent_id, ''), name COLLATE NOCASE);
CREATE INDEX organisations_parent_id ON organisations(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX organisations_letterhead_file_id ON organisations(letterhead_file_id) WHERE letterhead_file_id IS NOT NULL;
CREATE INDEX organisations_logo_file_id ON organisations(logo_file_id) WHERE logo_file_id IS NOT NULL;

-- where people and services are
CREATE TABLE sites (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  organisation_id TEXT NOT NULL REFERENCES organisations(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  calendar_id TEXT REFERENCES calendars(id),
  CHECK (name <> '')
) STRICT;
CREATE UNIQUE INDEX sites_organisation_id_name ON sites(organisation_id, name);
CREATE INDEX sites_calendar_id ON sites(calendar_id) WHERE calendar_id IS NOT NULL;

-- persons of both sides
CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  organisation_id TEXT NOT NULL REFERENCES organisations(id),
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  job_title TEXT,
  is_user INTEGER NOT NULL CHECK (is_user IN (0, 1)),
  CHECK (name <> '')
) STRICT;
CREATE INDEX people_organisation_id ON people(organisation_id);

-- who does what, since when
CREATE TABLE role_assignments (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES people(id),
  role TEXT NOT NULL CHECK (role IN ('service-level-manager', 'relationship-manager', 'service-owner', 'service-desk-manager', 'supplier-manager', 'sponsor', 'signatory', 'approver', 'contact', 'escalation')),
  side TEXT NOT NULL CHECK (side IN ('provider', 'customer')),
  agreement_id TEXT REFERENCES agreements(id) ON DELETE CASCADE,
  service_id TEXT REFERENCES services(id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisations(id) ON DELETE CASCADE,
  deputy_of_id TEXT REFERENCES role_assignments(id),
  from_on TEXT CHECK (from_on IS date(from_on)),
  to_on TEXT CHECK (to_on IS date(to_on)),
  CHECK ((agreement_id IS NOT NULL) + (service_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX role_assignments_person_id_role_key ON role_assignments(person_id, role, coalesce(agreement_id, ''), coalesce(service_id, ''), coalesce(organisation_id, ''), coalesce(from_on, ''));
CREATE INDEX role_assignments_agreement_id ON role_assignments(agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX role_assignments_service_id ON role_assignments(service_id) WHERE service_id IS NOT NULL;
CREATE INDEX role_assignments_organisation_id ON role_assignments(organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX role_assignments_deputy_of_id ON role_assignments(deputy_of_id) WHERE deputy_of_id IS NOT NULL;

-- what is promised for
CREATE TABLE services (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES records(id),
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pipeline', 'live', 'retired')),
  owner_id TEXT REFERENCES people(id),
  description TEXT,
  CHECK (name <> '')
) STRICT;
CREATE UNIQUE INDEX services_name ON services(name);
CREATE INDEX services_owner_id ON services(owner_id) WHERE owner_id IS NOT NULL;

-- living lists of closures
CREATE TABLE closure_lists (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  name TEXT NOT NULL,
  country TEXT,
  region TEXT,
  zone TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX closure_lists_name ON closure_lists(name);

-- holidays, ranges, yearly rules
CREATE TABLE closures (
  id TEXT PRIMARY KEY NOT NULL,
  list_id TEXT NOT NULL REFERENCES closure_lists(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('date', 'range', 'yearly')),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  from_minute INTEGER,
  to_minute INTEGER,
  label TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('manual', 'date-holidays', 'ics')),
  uid TEXT,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'applied', 'rejected')),
  CHECK (from_minute BETWEEN 0 AND 1440),
  CHECK (to_minute BETWEEN 0 AND 1440),
  CHECK (kind <> 'date' OR from_day = to_day),
  CHECK (kind = 'yearly' OR to_day >= from_day)
) STRICT;
CREATE UNIQUE INDEX closures_list_id_uid ON closures(list_id, uid);

-- named service hours
CREATE TABLE calendars (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  name TEXT NOT NULL,
  purpose TEXT
) STRICT;
CREATE UNIQUE INDEX calendars_name ON calendars(name);

-- pinned hours in a zone
CREATE TABLE calendar_versions (
  id TEXT PRIMARY KEY NOT NULL REFERENCES records(id),
  calendar_id TEXT NOT NULL REFERENCES calendars(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  zone TEXT NOT NULL,
  sealed_at INTEGER,
  CHECK (version > 0)
) STRICT;
CREATE UNIQUE INDEX calendar_versions_calendar_id_version ON calendar_versions(calendar_id, version);

-- weekly and special opening intervals
CREATE TABLE calendar_hours (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES calendar_versions(id) ON DELETE CASCADE,
  weekday INTEGER,
  day_on TEXT CHECK (day_on IS date(day_on)),
  opens_minute INTEGER NOT NULL,
  closes_minute INTEGER NOT NULL,
  CHECK ((weekday IS NULL) <> (day_on IS NULL)),
  CHECK (weekday BETWEEN 1 AND 7),
  CHECK (0 <= opens_minute AND opens_minute <= closes_minute AND closes_minute <= 2880)
) STRICT;
CREATE INDEX calendar_hours_version_id ON calendar_hours(version_id);

-- which lists close it
CREATE TABLE calendar_closure_lists (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES calendar_versions(id) ON DELETE CASCADE,
  list_id TEXT NOT NULL REFERENCES closure_lists(id)
) STRICT;
CREATE UNIQUE INDEX calendar_closure_lists_version_id_list_id ON calendar_closure_lists(version_id, list_id);
CREATE INDEX calendar_closure_lists_list_id ON calendar_closure_lists(list_id);
`;
