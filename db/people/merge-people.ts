import { ParleyError } from '#shared/errors.ts';
import { personFields, type MergePlan } from '#shared/people/merge.ts';
import type { Person } from '#shared/people/model.ts';
import type { Reader, Tx } from '../store.ts';
import { changePerson } from './commands.ts';
import { countMoves, movePointers } from './merge.ts';

type PersonField = (typeof personFields)[number];

/** What would follow if two people were one; nothing is written. Throws `rule-violated` for one and the same. */
export function planPeopleMerge(reader: Reader, keep: Person, duplicate: Person): MergePlan {
  refuseSame(keep, duplicate);
  return {
    keep: { id: keep.id, name: keep.name },
    duplicate: { id: duplicate.id, name: duplicate.name },
    ...countMoves(reader, { table: 'people', keep: keep.id, duplicate: duplicate.id }),
    ...fieldsOf(personFields, keep, duplicate),
    tickets: 0,
  };
}

/** Everything of the duplicate becomes the other one's; what is signed keeps the duplicate's name, and so the duplicate stays, put away. */
export function mergePeople(tx: Tx, keep: Person, duplicate: Person, take: readonly PersonField[], on: string): void {
  const { filled } = planPeopleMerge(tx, keep, duplicate);
  movePointers(tx, { table: 'people', keep: keep.id, duplicate: duplicate.id });
  const wins = personFields.filter((field) => duplicate[field] !== null && (take.includes(field) || filled.includes(field)));
  changePerson(tx, keep.id, Object.fromEntries(wins.map((field) => [field, duplicate[field]])));
  if (duplicate.isUser && !keep.isUser) tx.run('UPDATE people SET is_user = 1 WHERE id = ?', keep.id);
  tx.run('UPDATE people SET merged_into_id = ?, archived_on = coalesce(archived_on, ?), is_user = 0 WHERE id = ?', keep.id, on, duplicate.id);
}

/** What both say differently, and what only the duplicate says. */
export function fieldsOf<Field extends MergePlan['filled'][number]>(fields: readonly Field[], keep: Readonly<Record<Field, string | null>>, duplicate: Readonly<Record<Field, string | null>>): Pick<MergePlan, 'conflicts' | 'filled'> {
  return {
    conflicts: fields.flatMap((field) => {
      const [kept, other] = [keep[field], duplicate[field]];
      return kept === null || other === null || kept === other ? [] : [{ field, kept, duplicate: other }];
    }),
    filled: fields.filter((field) => keep[field] === null && duplicate[field] !== null),
  };
}

/** The same one twice, or one that was merged before, cannot be merged. */
export function refuseSame(keep: { readonly id: string; readonly name: string; readonly mergedIntoId: string | null }, duplicate: { readonly id: string; readonly name: string; readonly mergedIntoId: string | null }): void {
  if (keep.id === duplicate.id) throw new ParleyError('rule-violated', `${keep.name} cannot be merged with itself.`, { details: [{ path: 'duplicate', message: 'The same' }], wayOut: 'Choose the other record of the same one.' });
  const gone = [keep, duplicate].find((one) => one.mergedIntoId !== null);
  if (gone !== undefined) throw new ParleyError('conflict', `${gone.name} was merged already.`, { wayOut: 'Undo that merge in the history first.' });
}
