import { ParleyError } from '#shared/errors.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import { organisationFields, type MergePlan } from '#shared/people/merge.ts';
import { countMoves, movePointers } from '../people/merge.ts';
import { fieldsOf, refuseSame } from '../people/merge-people.ts';
import type { Reader, Tx } from '../store.ts';
import { workspaceRow } from '../workspace/queries.ts';
import { isWithin } from './queries.ts';

type OrganisationField = (typeof organisationFields)[number];
const columns: Readonly<Record<OrganisationField, string>> = { zone: 'zone', language: 'language', shortName: 'short_name', address: 'address', registerNumber: 'register_number' };

/** What would follow if two organisations were one; nothing is written. Throws `rule-violated` for one and the same and for the workspace's own as the duplicate. */
export function planOrganisationsMerge(reader: Reader, keep: Organisation, duplicate: Organisation): MergePlan {
  refuseSame(keep, duplicate);
  if (workspaceRow(reader).organisation?.id === duplicate.id) throw new ParleyError('rule-violated', `The workspace belongs to ${duplicate.name}.`, { details: [{ path: 'duplicate', message: 'Owns the workspace' }], wayOut: `Keep ${duplicate.name} and merge ${keep.name} into it.` });
  return {
    keep: { id: keep.id, name: keep.name },
    duplicate: { id: duplicate.id, name: duplicate.name },
    ...countMoves(reader, { table: 'organisations', keep: keep.id, duplicate: duplicate.id }),
    ...fieldsOf(organisationFields, keep, duplicate),
    tickets: reader.value<number>('SELECT count(*) FROM tickets WHERE customer_no = (SELECT no FROM organisations WHERE id = ?)', duplicate.id) ?? 0,
  };
}

/**
 * Everything of the duplicate becomes the other one's. What is signed keeps the duplicate's name, and so the duplicate stays, put away; its
 * tickets stay under its name and count for the one that stays. A site or department whose name is there already carries where it came from.
 */
export function mergeOrganisations(tx: Tx, keep: Organisation, duplicate: Organisation, take: readonly OrganisationField[], on: string): void {
  const { filled } = planOrganisationsMerge(tx, keep, duplicate);
  if (isWithin(tx, keep.id, duplicate.id)) tx.run('UPDATE organisations SET parent_id = ? WHERE id = ?', duplicate.parentId, keep.id);
  const suffix = ` (${duplicate.name})`;
  tx.run('UPDATE sites SET name = name || :suffix WHERE organisation_id = :duplicate AND name IN (SELECT name FROM sites WHERE organisation_id = :keep)', { suffix, duplicate: duplicate.id, keep: keep.id });
  tx.run('UPDATE organisations SET name = name || :suffix WHERE parent_id = :duplicate AND EXISTS (SELECT 1 FROM organisations AS other WHERE other.parent_id = :keep AND other.name = organisations.name COLLATE NOCASE)', { suffix, duplicate: duplicate.id, keep: keep.id });
  movePointers(tx, { table: 'organisations', keep: keep.id, duplicate: duplicate.id });
  for (const field of organisationFields) {
    if (duplicate[field] !== null && (take.includes(field) || filled.includes(field))) tx.run(`UPDATE organisations SET ${columns[field]} = ? WHERE id = ?`, duplicate[field], keep.id);
  }
  if (duplicate.ours && !keep.ours) tx.run('UPDATE organisations SET is_ours = 1 WHERE id = ?', keep.id);
  tx.run('UPDATE organisations SET merged_into_id = ?, archived_on = coalesce(archived_on, ?) WHERE id = ?', keep.id, on, duplicate.id);
}
