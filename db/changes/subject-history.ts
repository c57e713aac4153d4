import type { HistoryEntry, HistorySubject } from '#shared/history/model.ts';
import type { Reader } from '../reader.ts';
import { historyEntries } from './entries.ts';

export type HistoryQuestion = {
  readonly of?: { readonly kind: HistorySubject; readonly id: string } | undefined;
  /** Id of the person who did it. */
  readonly actor?: string | undefined;
  /** Continues below this change number. */
  readonly before?: number | undefined;
  readonly limit: number;
};

/** A page of the history, newest first: of the whole workspace, or of a thing with the rows that belong to it, removed ones too. */
export function history(reader: Reader, { of, actor, before, limit }: HistoryQuestion): { entries: HistoryEntry[]; next: number | null } {
  const rows = of === undefined ? '1' : (belongs[of.kind] ?? ownRow);
  const conditions = [
    ...(before === undefined ? [] : ['changes.no < :before']),
    ...(actor === undefined ? [] : ['changes.actor_id = :actor']),
    ...(of === undefined ? [] : [`(changes.subject_id = :id OR changes.no IN (SELECT change_no FROM change_rows WHERE ${rows}))`]),
  ];
  const parameters = { ...(before === undefined ? {} : { before }), ...(actor === undefined ? {} : { actor }), ...(of === undefined ? {} : { id: of.id }) };
  const entries = historyEntries(reader, conditions.length === 0 ? '1' : conditions.join(' AND '), rows, parameters, limit + 1);
  return { entries: entries.slice(0, limit), next: entries.length > limit ? (entries[limit - 1]?.no ?? null) : null };
}

/** The newest change of one command, made at `since` (ms UTC) or later, that can be taken back; null where there is none. */
export function latestChangeOf(reader: Reader, command: string, since: number): string | null {
  return reader.value<string>('SELECT id FROM changes WHERE command = ? AND is_bulk = 0 AND happened_at >= ? ORDER BY no DESC LIMIT 1', command, since) ?? null;
}

const image = 'coalesce(after_json, before_json)';
const ownRow = 'row_id = :id';
/** Versions of an agreement or a calendar, deleted ones too. */
const versionsOf = (table: string, owner: string): string =>
  `SELECT id FROM ${table} WHERE ${owner} = :id UNION SELECT row_id FROM change_rows WHERE table_name = '${table}' AND json_extract(${image}, '$.${owner}') = :id`;

/** Files attached to it, removed ones too. */
const attached = `OR (table_name = 'attachments' AND json_extract(${image}, '$.record_id') = :id)`;

const belongs: Readonly<Partial<Record<HistorySubject, string>>> = {
  organisation: `row_id = :id OR (table_name IN ('sites', 'people', 'role_assignments') AND json_extract(${image}, '$.organisation_id') = :id)
    OR (table_name = 'role_assignments' AND json_extract(${image}, '$.person_id') IN (SELECT id FROM people WHERE organisation_id = :id))
    OR (table_name = 'internal_notes' AND json_extract(${image}, '$.record_id') = :id) ${attached}`,
  person: `row_id = :id OR (table_name = 'role_assignments' AND json_extract(${image}, '$.person_id') = :id)
    OR (table_name = 'internal_notes' AND json_extract(${image}, '$.said_by_id') = :id) ${attached}`,
  service: `row_id = :id OR (table_name = 'role_assignments' AND json_extract(${image}, '$.service_id') = :id) ${attached}`,
  calendar: `row_id = :id OR (table_name = 'calendar_versions' AND json_extract(${image}, '$.calendar_id') = :id)
    OR (table_name = 'calendar_hours' AND json_extract(${image}, '$.version_id') IN (${versionsOf('calendar_versions', 'calendar_id')}))
    OR (table_name = 'closures' AND json_extract(${image}, '$.list_id') IN
      (SELECT list_id FROM calendar_closure_lists JOIN calendar_versions ON calendar_versions.id = version_id WHERE calendar_id = :id))`,
  agreement: `row_id = :id OR (table_name IN ('agreement_versions', 'terms', 'role_assignments', 'exclusions') AND json_extract(${image}, '$.agreement_id') = :id)
    OR (table_name IN ('version_parties', 'version_services', 'version_terms', 'approvals', 'signatories', 'documents') AND json_extract(${image}, '$.version_id') IN (${versionsOf('agreement_versions', 'agreement_id')})) ${attached}`,
  ticket: "row_id = :id AND table_name = 'tickets'",
  outage: "row_id = :id AND table_name = 'outages'",
  workspace: "table_name = 'workspace'",
};
