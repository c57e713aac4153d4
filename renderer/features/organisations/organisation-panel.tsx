import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { seen } from '#renderer/app/seen.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { begunDraft, draftOf, rememberDraft, type NoteDraft, type Speaker } from '#renderer/features/notes/draft.ts';
import { NoteField } from '#renderer/features/notes/note-field.tsx';
import { NotesList } from '#renderer/features/notes/notes-list.tsx';
import { ZoneField } from '#renderer/features/settings/zone-field.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import type { Person } from '#shared/people/model.ts';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import styles from './organisation.module.css';

type Tab = 'notes' | 'details' | 'history';

/** Notes of what was said; what an organisation is called and where it belongs, changed in place; and its history. `focus` moves the keyboard to a new note. */
export function OrganisationPanel({ organisation, people, workspaceZone, tab, focus, onTab, onClose }: { organisation: Organisation; people: readonly Person[]; workspaceZone: string; tab: Tab; focus: NoteFocus; onTab: (tab: Tab) => void; onClose: () => void }) {
  const { data: noted } = useQuery(api.notes.list.queryOptions({ input: { organisation: organisation.id, limit: 1 } }));
  const [draft, setDraft] = useState(() => begunDraft(organisation.id));
  const change = (next: NoteDraft): void => { setDraft(next); rememberDraft(organisation.id, next); };
  const [seen, setSeen] = useState(0);
  if (seen !== focus.turn) {
    setSeen(focus.turn);
    if (focus.speaker !== null && !draft.said.some(({ id }) => id === focus.speaker?.id)) change({ ...draft, said: [...draft.said, focus.speaker] });
  }
  const [changing, setChanging] = useState(0);
  const known = people.map(({ id, name, organisation: at, jobTitle }) => ({ id, name, hint: jobTitle ?? at }));
  const zone = organisation.zone ?? workspaceZone;
  return (
    <SidePanel name="organisation" label={t('organisations.openDetails')} tab={tab} onTab={onTab} onClose={onClose}
      tabs={[{ name: 'notes', label: t('notes.title'), ...(noted === undefined || noted.total === 0 ? {} : { count: noted.total }) }, { name: 'details', label: t('organisations.details') }, { name: 'history', label: t('organisations.history') }]}
      foot={tab === 'notes' ? <NoteField organisation={organisation} known={known} draft={draft} onDraft={change} focus={focus.turn + changing} /> : undefined}>
      {tab === 'notes' ? <div role="tabpanel" aria-label={t('notes.title')} tabIndex={0}><NotesList organisation={organisation.id} zone={zone} onChange={(note) => { change(draftOf(note)); setChanging(changing + 1); }} /></div>
        : tab === 'details' ? <Details organisation={organisation} workspaceZone={workspaceZone} />
        : <div role="tabpanel" aria-label={t('organisations.history')} tabIndex={0}><RecordHistory kind="organisation" id={organisation.id} zone={workspaceZone} /></div>}
    </SidePanel>
  );
}

/** When the keyboard should go to a new note (each turn once), and who says it where a person was open. */
export type NoteFocus = { readonly turn: number; readonly speaker: Speaker | null };

function Details({ organisation, workspaceZone }: { organisation: Organisation; workspaceZone: string }) {
  const { id } = organisation;
  const name = useSaving();
  const parent = useSaving();
  const printed = useSaving();
  const rest = useSaving();
  const { data: all } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const choices = [{ value: NONE, label: t('organisations.parentNone') }, ...(all ?? []).filter((row) => row.id !== id).map((row) => ({ value: row.id, label: row.name }))];
  type Changes = Omit<Parameters<typeof client.organisations.change>[0], 'id' | 'was'>;
  const change = (changes: Changes, typedOver?: Changes) => () => client.organisations.change({ id, ...changes, was: seen(organisation, changes, typedOver) });
  const createParent = async (named: string): Promise<void> => {
    const created = await parent.save('organisations.create', () => client.organisations.create({ name: named }));
    if (created !== null) await parent.save('organisations.change', change({ parentId: created.id }));
  };
  return (
    <div className={styles.fields}>
      <TextField label={t('organisations.name')} value={organisation.name} maxLength={500} error={name.error} onCommit={(value, was) => void name.save('organisations.change', change({ name: value }, { name: was }))} />
      <SelectField label={t('organisations.parent')} choices={choices} value={organisation.parentId ?? NONE} error={parent.error}
        onChange={(value) => void parent.save('organisations.change', change({ parentId: value === NONE ? null : value }))}
        onCreate={(named) => void createParent(named)} createText={(named) => t('organisations.parentNew', { name: named })} />
      <TextField label={t('organisations.shortName')} help={t('organisations.shortNameHelp')} optional value={organisation.shortName ?? ''} maxLength={200} error={printed.error} onCommit={(value, was) => void printed.save('organisations.change', change({ shortName: orNull(value) }, { shortName: orNull(was) }))} />
      <TextField label={t('organisations.address')} optional multiline value={organisation.address ?? ''} maxLength={1000} error={printed.error} onCommit={(value, was) => void printed.save('organisations.change', change({ address: orNull(value) }, { address: orNull(was) }))} />
      <TextField label={t('organisations.registerNumber')} optional value={organisation.registerNumber ?? ''} maxLength={200} error={printed.error} onCommit={(value, was) => void printed.save('organisations.change', change({ registerNumber: orNull(value) }, { registerNumber: orNull(was) }))} />
      <ZoneField label={t('organisations.zone')} value={organisation.zone} inherited={workspaceZone} help={t('organisations.zoneHelp')} error={rest.error} onChange={(zone) => void rest.save('organisations.change', change({ zone }))} />
      <Check label={t('organisations.ownMark')} help={t('organisations.ownMarkHelp')} checked={organisation.ours} onChange={(ours) => void rest.save('organisations.change', change({ ours }))} />
      <Attachments to={{ kind: 'organisation', id }} />
      {organisation.children.length === 0 ? null : (
        <>
          <h3>{t('organisations.children')}</h3>
          <ul className={styles.links}>{organisation.children.map((child) => <li key={child.id}><Link to="/customers/$id" params={{ id: child.id }} dir="auto">{child.name}</Link></li>)}</ul>
        </>
      )}
    </div>
  );
}

const NONE = '';

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
