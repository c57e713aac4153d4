import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { ZoneField } from '#renderer/features/settings/zone-field.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import styles from './organisation.module.css';

type Tab = 'details' | 'history';

/** What an organisation is called and where it belongs, changed in place; and its history. */
export function OrganisationPanel({ organisation, workspaceZone, tab, onTab, onClose }: { organisation: Organisation; workspaceZone: string; tab: Tab; onTab: (tab: Tab) => void; onClose: () => void }) {
  return (
    <SidePanel name="organisation" label={t('organisations.openDetails')} tabs={[{ name: 'details', label: t('organisations.details') }, { name: 'history', label: t('organisations.history') }]} tab={tab} onTab={onTab} onClose={onClose}>
      {tab === 'details' ? <Details organisation={organisation} workspaceZone={workspaceZone} /> : <div role="tabpanel" aria-label={t('organisations.history')} tabIndex={0}><RecordHistory kind="organisation" id={organisation.id} zone={workspaceZone} /></div>}
    </SidePanel>
  );
}

function Details({ organisation, workspaceZone }: { organisation: Organisation; workspaceZone: string }) {
  const { id } = organisation;
  const name = useSaving();
  const parent = useSaving();
  const printed = useSaving();
  const rest = useSaving();
  const { data: all } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const choices = [{ value: NONE, label: t('organisations.parentNone') }, ...(all ?? []).filter((row) => row.id !== id).map((row) => ({ value: row.id, label: row.name }))];
  const change = (changes: Omit<Parameters<typeof client.organisations.change>[0], 'id'>) => () => client.organisations.change({ id, ...changes });
  const createParent = async (named: string): Promise<void> => {
    const created = await parent.save('organisations.create', () => client.organisations.create({ name: named }));
    if (created !== null) await parent.save('organisations.change', change({ parentId: created.id }));
  };
  return (
    <div className={styles.fields}>
      <TextField label={t('organisations.name')} value={organisation.name} maxLength={500} error={name.error} onCommit={(value) => void name.save('organisations.change', change({ name: value }))} />
      <SelectField label={t('organisations.parent')} choices={choices} value={organisation.parentId ?? NONE} error={parent.error}
        onChange={(value) => void parent.save('organisations.change', change({ parentId: value === NONE ? null : value }))}
        onCreate={(named) => void createParent(named)} createText={(named) => t('organisations.parentNew', { name: named })} />
      <TextField label={t('organisations.shortName')} help={t('organisations.shortNameHelp')} optional value={organisation.shortName ?? ''} maxLength={200} error={printed.error} onCommit={(value) => void printed.save('organisations.change', change({ shortName: orNull(value) }))} />
      <TextField label={t('organisations.address')} optional multiline value={organisation.address ?? ''} maxLength={1000} error={printed.error} onCommit={(value) => void printed.save('organisations.change', change({ address: orNull(value) }))} />
      <TextField label={t('organisations.registerNumber')} optional value={organisation.registerNumber ?? ''} maxLength={200} error={printed.error} onCommit={(value) => void printed.save('organisations.change', change({ registerNumber: orNull(value) }))} />
      <ZoneField label={t('organisations.zone')} value={organisation.zone} inherited={workspaceZone} help={t('organisations.zoneHelp')} error={rest.error} onChange={(zone) => void rest.save('organisations.change', change({ zone }))} />
      <Check label={t('organisations.ownMark')} help={t('organisations.ownMarkHelp')} checked={organisation.ours} onChange={(ours) => void rest.save('organisations.change', change({ ours }))} />
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
