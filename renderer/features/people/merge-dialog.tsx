import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tableWord } from '#shared/history/words.ts';
import { t } from '#shared/messages/messages.ts';
import { organisationFields, personFields, type MergePlan } from '#shared/people/merge.ts';
import { Lines } from './hand-over-dialog.tsx';
import styles from './people.module.css';

type Named = { readonly id: string; readonly name: string };
type Field = MergePlan['conflicts'][number]['field'];

/** Two records of the same person or organisation become one: what moves, what is there twice, where they differ and what stays signed is shown first. */
export function MergeDialog({ kind, record, other: first, onClose, onKept }: { kind: 'person' | 'organisation'; record: Named; other?: string; onClose: () => void; onKept: (id: string) => void }) {
  const { data: people } = useQuery({ ...api.people.list.queryOptions({ input: { archived: true } }), enabled: kind === 'person' });
  const { data: organisations } = useQuery({ ...api.organisations.list.queryOptions({ input: { archived: true } }), enabled: kind === 'organisation' });
  const [other, setOther] = useState<string | null>(first ?? null);
  const [isSwapped, setSwapped] = useState(false);
  const [take, setTake] = useState<readonly Field[]>([]);
  const pair = other === null ? null : isSwapped ? { keep: other, duplicate: record.id } : { keep: record.id, duplicate: other };
  const input = pair ?? { keep: '', duplicate: '' };
  const ofPeople = useQuery({ ...api.people.planMerge.queryOptions({ input }), enabled: pair !== null && kind === 'person', retry: false });
  const ofOrganisations = useQuery({ ...api.organisations.planMerge.queryOptions({ input }), enabled: pair !== null && kind === 'organisation', retry: false });
  const { data: plan, error: refused } = kind === 'person' ? ofPeople : ofOrganisations;
  const { save, error } = useSaving();
  const records = kind === 'person' ? (people ?? []).map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation })) : (organisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choices = records.filter(({ value }) => value !== record.id).toSorted((one, two) => likeness(two.label, record.name) - likeness(one.label, record.name));
  const join = async (of: { readonly keep: string; readonly duplicate: string }): Promise<void> => {
    const joined = kind === 'person'
      ? await save('people.merge', () => client.people.merge({ ...of, take: personFields.filter((field) => take.includes(field)) }))
      : await save('organisations.merge', () => client.organisations.merge({ ...of, take: organisationFields.filter((field) => take.includes(field)) }));
    if (joined !== null) onKept(of.keep);
  };
  return (
    <Dialog opened onClose={onClose} title={t('people.mergeTitle', { name: record.name })} width={600}
      actions={<><Button kind="quiet" onClick={onClose}>{t('kit.cancel')}</Button>{pair === null || plan === undefined ? <Button kind="primary" disabledReason={t('people.mergeNobody')}>{t('people.mergeDo')}</Button> : <Button kind="primary" onClick={() => void join(pair)}>{t('people.mergeDo')}</Button>}</>}>
      <div className={styles.body}>
        <SelectField label={t('people.mergeOther')} choices={choices} value={other} onChange={(value) => { setOther(value); setTake([]); }} />
        {refused === null || pair === null ? null : <Failure error={refused} />}
        {plan === undefined || pair === null ? null : (
          <>
            <p dir="auto">{t('people.mergeKept', { keep: plan.keep.name, duplicate: plan.duplicate.name })}</p>
            <Plan plan={plan} take={take} onTake={setTake} />
          </>
        )}
        {pair === null ? null : <div><Button size="small" icon="repeat" onClick={() => { setSwapped(!isSwapped); setTake([]); }}>{t('people.mergeSwap', { name: plan?.duplicate.name ?? record.name })}</Button></div>}
        {error === null ? null : <Note tone="missed">{error}</Note>}
      </div>
    </Dialog>
  );
}

function Plan({ plan, take, onTake }: { plan: MergePlan; take: readonly Field[]; onTake: (take: readonly Field[]) => void }) {
  const { keep, duplicate, moves, stays, conflicts, filled, tickets } = plan;
  const line = ({ table, count }: { table: string; count: number }): string => `${count} × ${tableWord(table)}`;
  return (
    <>
      {conflicts.length === 0 ? null : (
        <section aria-label={t('people.mergeConflicts')}>
          <h3>{t('people.mergeConflicts')}</h3>
          {conflicts.map(({ field, kept, duplicate: value }) => (
            <div key={field} role="radiogroup" aria-label={t(`people.field-${field}`)} className={styles.choice}>
              <span>{t(`people.field-${field}`)}</span>
              <label><input type="radio" name={field} checked={!take.includes(field)} onChange={() => onTake(take.filter((one) => one !== field))} /><span dir="auto">{kept}</span></label>
              <label><input type="radio" name={field} checked={take.includes(field)} onChange={() => onTake([...take, field])} /><span dir="auto">{value}</span></label>
            </div>
          ))}
        </section>
      )}
      {filled.length === 0 ? null : <p className="t2">{t('people.mergeFilled', { fields: filled.map((field) => t(`people.field-${field}`)).join(', ') })}</p>}
      {moves.length + stays.length + tickets === 0 ? <p className="t2" dir="auto">{t('people.mergeNothing', { name: duplicate.name })}</p> : null}
      <Lines title={t('people.mergeMoves')} lines={[
        ...moves.map((move) => ({ key: move.table, text: line(move), end: move.double === 0 ? null : t('people.mergeDouble', { count: move.double }) })),
        ...(tickets === 0 ? [] : [{ key: 'tickets', text: t('people.mergeTickets', { count: tickets }), end: keep.name }]),
      ]} />
      <Lines title={t('people.mergeStays', { name: duplicate.name })} lines={stays.map((one) => ({ key: one.table, text: line(one), end: null }))} />
    </>
  );
}

/** How much two names share, by their words: likely duplicates stand first. */
function likeness(name: string, other: string): number {
  const words = new Set(other.toLowerCase().split(/\W+/u).filter((word) => word.length > 1));
  return name.toLowerCase().split(/\W+/u).filter((word) => words.has(word)).length;
}
