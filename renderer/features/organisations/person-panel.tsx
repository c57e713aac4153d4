import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import type { PersonTab } from '#renderer/features/people/words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { AgreementListRow } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import type { Person } from '#shared/people/model.ts';
import styles from './organisation.module.css';
import { PersonFields } from './person-fields.tsx';
import { PersonNotes, usePersonNotes } from './person-notes.tsx';


/** A person as seen from an organisation: how to reach them, every role that they hold, what they said, and what was changed. */
export function PersonPanel({ organisation, id, agreements, tab, focus = 0, onTab, onClose, onCreated }: {
  organisation: Organisation;
  id: string;
  agreements: readonly AgreementListRow[];
  tab: PersonTab;
  /** Moves the keyboard to a new note whenever it changes. */
  focus?: number;
  onTab: (tab: PersonTab) => void;
  onClose: () => void;
  onCreated: (person: string) => void;
}) {
  const isNew = id === 'new';
  const { data: person, error } = useQuery({ ...api.people.show.queryOptions({ input: { id } }), enabled: !isNew });
  if (isNew) return <SidePanel name="organisation" label={t('organisations.person')} title={t('organisations.newPerson')} onClose={onClose}><NewPerson organisation={organisation} onCreated={onCreated} /></SidePanel>;
  if (person === undefined) return <SidePanel name="organisation" label={t('organisations.person')} title="" onClose={onClose}>{error === null ? null : <Failure error={error} />}</SidePanel>;
  return <KnownPerson organisation={organisation} person={person} agreements={agreements} tab={tab} focus={focus} onTab={onTab} onClose={onClose} onMoved={onCreated} />;
}

function KnownPerson({ organisation, person, agreements, tab, focus, onTab, onClose, onMoved }: { organisation: Organisation; person: Person; agreements: readonly AgreementListRow[]; tab: PersonTab; focus: number; onTab: (tab: PersonTab) => void; onClose: () => void; onMoved: (person: string) => void }) {
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const notes = usePersonNotes(person, focus);
  const zone = workspace?.zone ?? 'UTC';
  return (
    <SidePanel name="organisation" label={t('organisations.person')} tab={tab} onTab={onTab} onClose={onClose} foot={tab === 'notes' ? notes.field : undefined}
      tabs={[{ name: 'details', label: t('organisations.details') }, { name: 'notes', label: t('notes.title'), ...(notes.total === 0 ? {} : { count: notes.total }) }, { name: 'history', label: t('organisations.history') }]}>
      {tab === 'details' ? <PersonFields organisation={organisation} person={person} agreements={agreements} zone={zone} onClose={onClose} onMoved={onMoved} /> : (
        <div role="tabpanel" aria-label={t(tab === 'notes' ? 'notes.title' : 'organisations.history')} tabIndex={0}>
          <div className={styles.who}><Avatar name={person.name} /><span><b dir="auto">{person.name}</b><span dir="auto">{person.organisation}</span></span></div>
          {tab === 'notes' ? <PersonNotes person={person} zone={organisation.zone ?? zone} total={notes.total} onChange={notes.change} /> : <RecordHistory kind="person" id={person.id} zone={zone} />}
        </div>
      )}
    </SidePanel>
  );
}

function NewPerson({ organisation, onCreated }: { organisation: Organisation; onCreated: (person: string) => void }) {
  const { save, error } = useSaving();
  const create = async (name: string): Promise<void> => {
    const created = await save('people.create', () => client.people.create({ organisation: organisation.name, name }));
    if (created !== null) onCreated(created.id);
  };
  return <div className={styles.fields}><TextField label={t('organisations.name')} value="" maxLength={500} error={error} help={t('organisations.newPersonHelp')} onCommit={(name) => void create(name)} autoFocus /></div>;
}
