import type { HistorySubject, HistoryThing } from '#shared/history/model.ts';
import type { Reader } from '../reader.ts';

type Image = Readonly<Record<string, string | number | null>>;

/** How a table's rows are called, and which thing of the workspace a row belongs to. */
type Naming = {
  readonly kind: HistorySubject;
  /** The column with the name; none for a row that is called after its owner. */
  readonly name?: string;
  /** The row's owner, in the order of asking: the first one that the row has. */
  readonly owners?: readonly (readonly [column: string, table: string])[];
  readonly key?: 'no';
};

const version = [['version_id', 'agreement_versions']] as const;
const scopes = [['agreement_id', 'agreements'], ['service_id', 'services'], ['organisation_id', 'organisations'], ['person_id', 'people']] as const;

const namings: Readonly<Record<string, Naming>> = {
  workspace: { kind: 'workspace', name: 'name' },
  organisations: { kind: 'organisation', name: 'name' },
  sites: { kind: 'site', name: 'name' },
  people: { kind: 'person', name: 'name' },
  role_assignments: { kind: 'person', owners: [['person_id', 'people']] },
  services: { kind: 'service', name: 'name' },
  calendars: { kind: 'calendar', name: 'name' },
  calendar_versions: { kind: 'calendar', owners: [['calendar_id', 'calendars']] },
  calendar_hours: { kind: 'calendar', owners: [['version_id', 'calendar_versions']] },
  calendar_closure_lists: { kind: 'calendar', owners: [['version_id', 'calendar_versions']] },
  closure_lists: { kind: 'calendar', name: 'name' },
  closures: { kind: 'calendar', name: 'label', owners: [['list_id', 'closure_lists']] },
  agreements: { kind: 'agreement', name: 'title' },
  agreement_versions: { kind: 'agreement', owners: [['agreement_id', 'agreements']] },
  version_parties: { kind: 'agreement', owners: version },
  version_services: { kind: 'agreement', owners: version },
  version_terms: { kind: 'agreement', owners: version },
  version_seals: { kind: 'agreement', owners: version },
  terms: { kind: 'agreement', name: 'code', owners: [['agreement_id', 'agreements']] },
  approvals: { kind: 'agreement', owners: version },
  signatories: { kind: 'agreement', owners: version },
  documents: { kind: 'agreement', name: 'title', owners: version },
  imports: { kind: 'import', owners: [['file_id', 'files']] },
  files: { kind: 'import', name: 'name' },
  import_profiles: { kind: 'profile', name: 'name' },
  saved_views: { kind: 'view', name: 'name' },
  tickets: { kind: 'ticket', name: 'key', key: 'no' },
  outages: { kind: 'outage', owners: [['service_no', 'services']], key: 'no' },
  maintenance_windows: { kind: 'maintenance', name: 'reason', owners: [['service_id', 'services']] },
  readings: { kind: 'reading', name: 'indicator', owners: scopes },
  exclusions: { kind: 'exclusion', name: 'reason', owners: [['agreement_id', 'agreements']] },
  attachments: { kind: 'attachment', name: 'label' },
  internal_notes: { kind: 'note', owners: [['record_id', 'organisations']] },
  internal_note_people: { kind: 'note', owners: [['note_id', 'internal_notes']] },
};

/** Whether a row of this table is itself a thing that a person opens, not a part of one. */
const parts = new Set(['role_assignments', 'internal_note_people', 'calendar_versions', 'calendar_hours', 'calendar_closure_lists', 'closure_lists', 'closures', 'agreement_versions', 'version_parties', 'version_services', 'version_terms', 'version_seals', 'terms', 'approvals', 'signatories', 'documents', 'files']);

/** The image of a row now, else as the log has it last. */
function imageOf(reader: Reader, table: string, id: string | number): Image | null {
  const column = typeof id === 'number' || table === 'outages' || table === 'tickets' ? 'no' : 'id';
  const present = reader.get<Image>(`SELECT * FROM "${table}" WHERE "${column}" = ?`, id);
  if (present !== undefined) return present;
  const json = reader.value<string>('SELECT coalesce(before_json, after_json) FROM change_rows WHERE row_id = ? AND table_name = ? AND coalesce(before_json, after_json) IS NOT NULL ORDER BY no DESC LIMIT 1', String(id), table);
  return json === undefined ? null : (JSON.parse(json) as Image);
}

/** What a row is called: its own name, else that of what it belongs to; empty where neither has one. */
export function nameOfRow(reader: Reader, table: string, image: Image, depth = 3): string {
  const naming = namings[table];
  const own = naming?.name === undefined ? null : image[naming.name];
  if (own !== null && own !== undefined && own !== '') return String(own);
  const owner = ownerOf(image, naming);
  const found = owner === null || depth === 0 ? null : imageOf(reader, owner.table, owner.id);
  return owner === null || found === null ? '' : nameOfRow(reader, owner.table, found, depth - 1);
}

/** The thing that a row is, or that it is a part of; null for a table that shows nothing. */
export function thingOfRow(reader: Reader, table: string, image: Image, depth = 3): HistoryThing | null {
  const naming = namings[table];
  if (naming === undefined) return null;
  const owner = parts.has(table) ? ownerOf(image, naming) : null;
  const found = owner === null || depth === 0 ? null : imageOf(reader, owner.table, owner.id);
  if (owner !== null && found !== null) return thingOfRow(reader, owner.table, found, depth - 1);
  return { kind: naming.kind, id: String(image[naming.key ?? 'id'] ?? ''), name: nameOfRow(reader, table, image) };
}

/** The thing of a record's id, deleted ones too. */
export function thingOfRecord(reader: Reader, id: string): HistoryThing | null {
  const table = reader.value<string>('SELECT kind FROM records WHERE id = ?', id) ?? reader.value<string>('SELECT table_name FROM change_rows WHERE row_id = ? ORDER BY no DESC LIMIT 1', id);
  if (table === undefined || namings[table] === undefined) return null;
  const image = imageOf(reader, table, id);
  return image === null ? null : thingOfRow(reader, table, image);
}

function ownerOf(image: Image, naming: Naming | undefined): { table: string; id: string | number } | null {
  for (const [column, table] of naming?.owners ?? []) {
    const id = image[column];
    if (typeof id === 'string' || typeof id === 'number') return { table, id };
  }
  return null;
}
