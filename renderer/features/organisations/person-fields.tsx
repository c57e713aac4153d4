import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { seen } from '#renderer/app/seen.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { ArchiveButton } from '#renderer/features/history/archive-button.tsx';
import { HandOverDialog } from '#renderer/features/people/hand-over-dialog.tsx';
import { MergeDialog } from '#renderer/features/people/merge-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { AgreementListRow } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import type { Person } from '#shared/people/model.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import styles from './organisation.module.css';
import { RoleForm } from './role-form.tsx';
import { RoleLine } from './role-line.tsx';

/** How to reach a person, changed in place, their roles, and what can be done with all of it. */
export function PersonFields({ organisation, person, agreements, zone, onClose, onMoved }: { organisation: Organisation; person: Person; agreements: readonly AgreementListRow[]; zone: string; onClose: () => void; onMoved: (person: string) => void }) {
  const { id } = person;
  const today = dateOf(useNow(), zone);
  const [open, setOpen] = useState<'hand-over' | 'merge' | null>(null);
  const [name, email, phone, jobTitle, removing] = [useSaving(), useSaving(), useSaving(), useSaving(), useSaving()];
  type Changes = Omit<Parameters<typeof client.people.change>[0], 'id' | 'was'>;
  const change = (changes: Changes, typedOver?: Changes) => () => client.people.change({ id, ...changes, was: seen(person, changes, typedOver) });
  const remove = async (): Promise<void> => {
    if ((await removing.save('people.remove', () => client.people.remove({ id }))) !== null) onClose();
  };
  const roles = person.roles.toSorted((one, other) => Number(isOver(one, today)) - Number(isOver(other, today)));
  return (
    <div className={styles.fields}>
      <TextField label={t('organisations.name')} value={person.name} maxLength={500} error={name.error} onCommit={(value, was) => void name.save('people.change', change({ name: value }, { name: was }))} />
      <TextField label={t('organisations.email')} value={person.email ?? ''} optional inputMode="email" maxLength={320} error={email.error} check={(text) => (text === '' || /^[^\s@]+@[^\s@]+$/u.test(text) ? null : t('organisations.emailWrong'))}
        onCommit={(value, was) => void email.save('people.change', change({ email: orNull(value) }, { email: orNull(was) }))} />
      <TextField label={t('organisations.phone')} value={person.phone ?? ''} optional inputMode="tel" maxLength={100} error={phone.error} onCommit={(value, was) => void phone.save('people.change', change({ phone: orNull(value) }, { phone: orNull(was) }))} />
      <TextField label={t('organisations.jobTitle')} value={person.jobTitle ?? ''} optional maxLength={200} error={jobTitle.error} onCommit={(value, was) => void jobTitle.save('people.change', change({ jobTitle: orNull(value) }, { jobTitle: orNull(was) }))} />
      <div className={styles.links}><Link to="/customers/$id" params={{ id: person.organisationId }} {...(person.organisationId === organisation.id ? {} : { search: { person: id } })} dir="auto">{person.organisation}</Link></div>
      <h3>{t('organisations.roles')}</h3>
      {roles.length === 0 ? <p className="t13 t3">{t('organisations.noRoles')}</p> : <ul>{roles.map((role) => <RoleLine key={role.id} role={role} today={today} />)}</ul>}
      <RoleForm person={person} organisation={organisation} agreements={agreements} />
      <Attachments to={{ kind: 'person', id }} />
      <div className={styles.foot}>
        <Button size="small" icon="arrow-forward-up" onClick={() => setOpen('hand-over')}>{t('people.handOver')}</Button>
        <Button size="small" icon="git-compare" onClick={() => setOpen('merge')}>{t('people.merge')}</Button>
      </div>
      {open === 'hand-over' ? <HandOverDialog person={person} today={today} onClose={() => setOpen(null)} /> : null}
      {open === 'merge' ? <MergeDialog kind="person" record={person} onClose={() => setOpen(null)} onKept={(kept) => { setOpen(null); if (kept !== id) onMoved(kept); }} /> : null}
      <div className={styles.foot}><ArchiveButton kind="person" id={id} archived={person.archivedOn !== null} onGone={onClose} /><Button kind="danger" size="small" icon="trash" disabledReason={person.roles.length > 0 ? t('people.removeRoles') : null} onClick={() => void remove()}>{t('organisations.removePerson')}</Button></div>
      {removing.error === null ? null : <p className="t13 missed-text" role="alert">{removing.error}</p>}
    </div>
  );
}

function isOver(role: Person['roles'][number], today: string): boolean {
  return role.to !== null && role.to < today;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
