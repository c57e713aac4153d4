import type { Found } from '#shared/search/model.ts';
import type { Reader } from '../reader.ts';
import type { FoundRecord } from './queries.ts';

type Row = { readonly kind: Found['kind']; readonly id: string; readonly name: string; readonly about: string | null; readonly placeKind: NonNullable<Found['place']>['kind'] | null; readonly placeId: string | null; readonly archived: number };

/** What each table's record is to a reader: its kind, name, what it belongs to, and where it is looked at. */
const selections: Readonly<Record<string, string>> = {
  agreements: "SELECT 'agreement' AS kind, id, title AS name, number AS about, NULL AS placeKind, NULL AS placeId, archived_on IS NOT NULL AS archived FROM agreements WHERE id = ?",
  terms: `SELECT 'clause' AS kind, terms.id, entry.title AS name, agreements.number || ' · ' || agreements.title AS about, 'agreement' AS placeKind, agreements.id AS placeId, agreements.archived_on IS NOT NULL AS archived
    FROM terms JOIN agreements ON agreements.id = terms.agreement_id JOIN search_entries AS entry ON entry.record_id = terms.id WHERE terms.id = ?`,
  organisations: "SELECT 'organisation' AS kind, own.id, own.name, parent.name AS about, NULL AS placeKind, NULL AS placeId, own.archived_on IS NOT NULL AS archived FROM organisations AS own LEFT JOIN organisations AS parent ON parent.id = own.parent_id WHERE own.id = ?",
  people: "SELECT 'person' AS kind, people.id, people.name, organisations.name AS about, 'organisation' AS placeKind, organisations.id AS placeId, people.archived_on IS NOT NULL AS archived FROM people JOIN organisations ON organisations.id = people.organisation_id WHERE people.id = ?",
  sites: "SELECT 'site' AS kind, sites.id, sites.name, organisations.name AS about, 'organisation' AS placeKind, organisations.id AS placeId, organisations.archived_on IS NOT NULL AS archived FROM sites JOIN organisations ON organisations.id = sites.organisation_id WHERE sites.id = ?",
  services: "SELECT 'service' AS kind, id, name, NULL AS about, NULL AS placeKind, NULL AS placeId, archived_on IS NOT NULL AS archived FROM services WHERE id = ?",
  calendars: "SELECT 'calendar' AS kind, id, name, NULL AS about, NULL AS placeKind, NULL AS placeId, archived_on IS NOT NULL AS archived FROM calendars WHERE id = ?",
  closure_lists: `SELECT 'calendar' AS kind, calendars.id, calendars.name, closure_lists.name AS about, NULL AS placeKind, NULL AS placeId, calendars.archived_on IS NOT NULL AS archived FROM closure_lists JOIN calendar_closure_lists AS used ON used.list_id = closure_lists.id
    JOIN calendar_versions ON calendar_versions.id = used.version_id JOIN calendars ON calendars.id = calendar_versions.calendar_id WHERE closure_lists.id = ? ORDER BY calendar_versions.version DESC LIMIT 1`,
  maintenance_windows: "SELECT 'maintenance' AS kind, maintenance_windows.id, reason AS name, services.name AS about, NULL AS placeKind, NULL AS placeId, 0 AS archived FROM maintenance_windows JOIN services ON services.id = service_id WHERE maintenance_windows.id = ?",
  exclusions: "SELECT 'exclusion' AS kind, exclusions.id, reason AS name, agreements.number || ' · ' || agreements.title AS about, 'agreement' AS placeKind, agreements.id AS placeId, 0 AS archived FROM exclusions JOIN agreements ON agreements.id = agreement_id WHERE exclusions.id = ?",
  imports: "SELECT 'import' AS kind, imports.id, files.name, sources.name AS about, NULL AS placeKind, NULL AS placeId, 0 AS archived FROM imports JOIN files ON files.id = imports.file_id JOIN sources ON sources.no = imports.source_no WHERE imports.id = ?",
  documents: "SELECT 'document' AS kind, documents.id, documents.title AS name, files.name AS about, 'agreement' AS placeKind, agreement_versions.agreement_id AS placeId, 0 AS archived FROM documents JOIN files ON files.id = documents.file_id LEFT JOIN agreement_versions ON agreement_versions.id = documents.version_id WHERE documents.id = ?",
};

/** A record that the index found, as a reader knows it; null for one that has no place of its own (a list that closes no calendar). */
export function recordFound(reader: Reader, { id, kind }: FoundRecord): Omit<Found, 'matched'> | null {
  const selection = selections[kind];
  const row = selection === undefined ? undefined : reader.get<Row>(selection, id);
  if (row === undefined) return null;
  const { placeKind, placeId, archived, ...rest } = row;
  return { ...rest, place: placeKind === null || placeId === null ? null : { kind: placeKind, id: placeId }, archived: archived === 1 };
}
