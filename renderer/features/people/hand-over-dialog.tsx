import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { roleWords } from '#renderer/features/organisations/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { HandOverPlan } from '#shared/people/hand-over.ts';
import type { Person } from '#shared/people/model.ts';
import styles from './people.module.css';

/** Everything that a person carries, given to another from a day on; what would move and what stays is shown first. */
export function HandOverDialog({ person, today, onClose }: { person: Person; today: string; onClose: () => void }) {
  const { data: people } = useQuery(api.people.list.queryOptions({ input: { archived: false } }));
  const [to, setTo] = useState<string | null>(null);
  const [on, setOn] = useState(today);
  const [archive, setArchive] = useState(false);
  const { data: plan, error: refused } = useQuery({ ...api.people.planHandOver.queryOptions({ input: { from: person.id, to: to ?? '', on } }), enabled: to !== null, retry: false });
  const { save, error } = useSaving();
  const others = (people ?? []).filter(({ id }) => id !== person.id);
  const choices = others.toSorted((one, other) => Number(other.organisationId === person.organisationId) - Number(one.organisationId === person.organisationId)).map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation }));
  const hand = async (receiver: string): Promise<void> => {
    if ((await save('people.hand-over', () => client.people.handOver({ from: person.id, to: receiver, on, archive }))) !== null) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('people.handOverTitle', { name: person.name })} width={560}
      actions={<><Button kind="quiet" onClick={onClose}>{t('kit.cancel')}</Button>{to === null || plan === undefined ? <Button kind="primary" disabledReason={t('people.handOverNobody')}>{t('people.handOver')}</Button> : <Button kind="primary" onClick={() => void hand(to)}>{t('people.handOverDo', { name: plan.to.name })}</Button>}</>}>
      <div className={styles.body}>
        <div className={styles.pair}>
          <SelectField label={t('people.handOverTo')} choices={choices} value={to} onChange={setTo} />
          <DateField label={t('people.handOverOn')} value={on} help={t('people.handOverOnHelp', { name: person.name })} onCommit={(day) => setOn(day ?? today)} />
        </div>
        <Check label={t('people.handOverArchive', { name: person.name })} checked={archive} onChange={setArchive} />
        {refused === null ? null : <Failure error={refused} />}
        {plan === undefined ? null : <Plan plan={plan} />}
        {error === null ? null : <Note tone="missed">{error}</Note>}
      </div>
    </Dialog>
  );
}

function Plan({ plan }: { plan: HandOverPlan }) {
  const { roles, services, approvals, stays, from, on } = plan;
  return (
    <>
      {roles.length + services.length === 0 ? <p className="t2">{t('people.handOverNothing', { name: from.name })}</p> : null}
      <Lines title={t('people.rolesMove')} lines={roles.map((role) => ({
        key: role.id, text: <><b className="m">{roleWords(role.role)}</b> {role.about}</>,
        end: [t(`people.move-${role.move}`, { on: dateText(on) }), ...(role.deputies === 0 ? [] : [t('people.deputies', { count: role.deputies })])].join(', '),
      }))} />
      <Lines title={t('people.servicesMove')} lines={services.map(({ id, name }) => ({ key: id, text: name, end: null }))} />
      <Lines title={t('people.approvalsMove')} lines={approvals.map(({ id, name }) => ({ key: id, text: name, end: null }))} />
      <Lines title={t('people.stays', { name: from.name })} lines={stays.map(({ what, count }) => ({ key: what, text: t(`people.stays-${what}`, { count }), end: null }))} />
    </>
  );
}

/** A heading over lines; nothing where there are none. */
export function Lines({ title, lines }: { title: string; lines: readonly { readonly key: string; readonly text: ReactNode; readonly end: string | null }[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>{lines.map(({ key, text, end }) => <li key={key}><span dir="auto">{text}</span>{end === null ? null : <span>{end}</span>}</li>)}</ul>
    </section>
  );
}
