import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { seen } from '#renderer/app/seen.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { useNow } from '#renderer/app/use-now.ts';
import { ArchiveButton } from '#renderer/features/history/archive-button.tsx';
import { HandOverDialog } from '#renderer/features/people/hand-over-dialog.tsx';
import { MergeDialog } from '#renderer/features/people/merge-dialog.tsx';
import { NotesList } from '#renderer/features/notes/notes-list.tsx';
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

/** A person: how to reach them, and every role that they hold. A new one is kept as soon as there is a name. */
export function PersonPanel({ organisation, id, agreements, onClose, onCreated }: { organisation: Organisation; id: string; agreements: readonly AgreementListRow[]; onClose: () => void; onCreated: (person: string) => void }) {
  const isNew = id === 'new';
  const { data: person, error } = useQuery({ ...api.people.show.queryOptions({ input: { id } }), enabled: !isNew });
  return (
    <SidePanel name="organisation" label={t('organisations.person')} title={<span dir="auto">{isNew ? t('organisations.newPerson') : (person?.name ?? '')}</span>} onClose={onClose}>
      {isNew ? <NewPerson organisation={organisation} onCreated={onCreated} /> : error !== null ? <Failure error={error} /> : person === undefined ? null : <PersonFields organisation={organisation} person={person} agreements={agreements} onClose={onClose} onMoved={onCreated} />}
    </SidePanel>
  );
}

function NewPerson({ organisation, onCreated }: { organisation: Organisation; onCreated: (person: string) => void }) {
  const { save, error } = useSaving();
  const create = async (name: string): Promise<void> => {
    const created = await save('people.create', () => client.people.create({ organisation: organisation.name, name }));
    if (created !== null) onCreated(created.id);
  };
  return <div className={styles.fields}><TextField label={t('organisations.name')} value="" maxLength={500} error={error} onCommit={(name) => void create(name)} autoFocus /></div>;
}

function PersonFields({ organisation, person, agreements, onClose, onMoved }: { organisation: Organisation; person: Person; agreements: readonly AgreementListRow[]; onClose: () => void; onMoved: (person: string) => void }) {
  const { id } = person;
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const today = dateOf(useNow(), workspace?.zone ?? 'UTC');
  const [open, setOpen] = useState<'hand-over' | 'merge' | null>(null);
  const name = useSaving();
  const email = useSaving();
  const rest = useSaving();
  const removing = useSaving();
  type Changes = Omit<Parameters<typeof client.people.change>[0], 'id' | 'was'>;
  const change = (changes: Changes, typedOver?: Changes) => () => client.people.change({ id, ...changes, was: seen(person, changes, typedOver) });
  const remove = async (): Promise<void> => {
    if ((await removing.save('people.remove', () => client.people.remove({ id }))) !== null) onClose();
  };
  return (
    <div className={styles.fields}>
      <TextField label={t('organisations.name')} value={person.name} maxLength={500} error={name.error} onCommit={(value, was) => void name.save('people.change', change({ name: value }, { name: was }))} />
      <TextField label={t('organisations.email')} value={person.email ?? ''} optional inputMode="email" maxLength={320} error={email.error} check={(text) => (text === '' || /^[^\s@]+@[^\s@]+$/u.test(text) ? null : t('organisations.emailWrong'))}
        onCommit={(value, was) => void email.save('people.change', change({ email: orNull(value) }, { email: orNull(was) }))} />
      <TextField label={t('organisations.phone')} value={person.phone ?? ''} optional inputMode="tel" maxLength={100} onCommit={(value, was) => void rest.save('people.change', change({ phone: orNull(value) }, { phone: orNull(was) }))} />
      <TextField label={t('organisations.jobTitle')} value={person.jobTitle ?? ''} optional maxLength={200} error={rest.error} onCommit={(value, was) => void rest.save('people.change', change({ jobTitle: orNull(value) }, { jobTitle: orNull(was) }))} />
      {person.organisationId === organisation.id ? null : <div className={styles.links}><Link to="/customers/$id" params={{ id: person.organisationId }} search={{ person: id }} dir="auto">{person.organisation}</Link></div>}
      <h3>{t('organisations.roles')}</h3>
      {person.roles.length === 0 ? <p className="t13 t3">{t('organisations.noRoles')}</p> : <ul>{person.roles.map((role) => <RoleLine key={role.id} role={role} />)}</ul>}
      <RoleForm person={person} organisation={organisation} agreements={agreements} />
      <NotesOf person={person} organisation={organisation} />
      <Attachments to={{ kind: 'person', id }} />
      <div className={styles.foot}>
        <Button size="small" icon="arrow-forward-up" onClick={() => setOpen('hand-over')}>{t('people.handOver')}</Button>
        <Button size="small" icon="git-compare" onClick={() => setOpen('merge')}>{t('people.merge')}</Button>
      </div>
      {open === 'hand-over' ? <HandOverDialog person={person} today={today} onClose={() => setOpen(null)} /> : null}
      {open === 'merge' ? <MergeDialog kind="person" record={person} onClose={() => setOpen(null)} onKept={(kept) => { setOpen(null); if (kept !== person.id) onMoved(kept); }} /> : null}
      <div className={styles.foot}><ArchiveButton kind="person" id={person.id} archived={person.archivedOn !== null} onGone={onClose} /><Button kind="danger" size="small" icon="trash" onClick={() => void remove()}>{t('organisations.removePerson')}</Button></div>
      {removing.error === null ? null : <p className="t13 missed-text" role="alert">{removing.error}</p>}
    </div>
  );
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** What the person said, in any organisation's notes. */
function NotesOf({ person, organisation }: { person: Person; organisation: Organisation }) {
  const { data: noted } = useQuery(api.notes.list.queryOptions({ input: { person: person.id, limit: 1 } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const zone = organisation.zone ?? workspace?.zone;
  if (noted === undefined || noted.total === 0 || zone === undefined) return null;
  return <><h3>{t('notes.title')}</h3><NotesList person={person.id} zone={zone} /></>;
}
