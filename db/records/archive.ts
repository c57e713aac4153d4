import { ParleyError } from '#shared/errors.ts';
import type { Archivable, Archived } from '#shared/history/model.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

const tables: Readonly<Record<Archivable, string>> = { organisation: 'organisations', person: 'people', service: 'services', calendar: 'calendars', agreement: 'agreements' };

/** Puts a record away on a day, or takes it out again (`on` null). Throws `not-found`, and `rule-violated` for the organisation that the workspace belongs to. */
export function setArchived(tx: Tx, kind: Archivable, id: string, on: string | null): void {
  if (on !== null && kind === 'organisation' && tx.value('SELECT 1 FROM workspace WHERE own_organisation_id = ?', id) !== undefined) {
    throw new ParleyError('rule-violated', 'The workspace belongs to this organisation.', { wayOut: 'It stays; rename it instead.' });
  }
  if (tx.value(`SELECT 1 FROM ${tables[kind]} WHERE id = ?`, id) === undefined) throw new ParleyError('not-found', `There is no such ${kind}.`, { details: [{ path: 'id', message: 'Unknown' }] });
  tx.run(`UPDATE ${tables[kind]} SET archived_on = ? WHERE id = ?`, on, id);
}

/** Everything that is archived, by name. */
export function listArchived(reader: Reader): Archived[] {
  const selections = Object.entries(tables).map(([kind, table]) => `SELECT '${kind}' AS kind, id, ${kind === 'agreement' ? 'title' : 'name'} AS name, archived_on AS "on" FROM ${table} WHERE archived_on IS NOT NULL${kind === 'organisation' || kind === 'person' ? ' AND merged_into_id IS NULL' : ''}`);
  return reader.all<Archived>(`${selections.join(' UNION ALL ')} ORDER BY name COLLATE NOCASE`);
}
