import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { seen } from '#renderer/app/seen.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { ArchiveButton } from '#renderer/features/history/archive-button.tsx';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { stateWords } from '#renderer/features/organisations/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { t } from '#shared/messages/messages.ts';
import { serviceStatuses, type Service } from '#shared/services/model.ts';
import styles from './services.module.css';

type Tab = 'details' | 'history';

/** A service, changed in place: name, status, owner, description; and the agreements about it. */
export function ServicePanel({ service, tab, onTab, onClose }: { service: Service; tab: Tab; onTab: (tab: Tab) => void; onClose: () => void }) {
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  return (
    <SidePanel name="service" label={service.name} tabs={[{ name: 'details', label: t('services.details') }, { name: 'history', label: t('services.history') }]} tab={tab} onTab={onTab} onClose={onClose}>
      {tab === 'details' ? <Details service={service} onClose={onClose} /> : <div role="tabpanel" aria-label={t('services.history')} tabIndex={0}><RecordHistory kind="service" id={service.id} zone={workspace?.zone ?? 'UTC'} /></div>}
    </SidePanel>
  );
}

function Details({ service, onClose }: { service: Service; onClose: () => void }) {
  const { id } = service;
  const name = useSaving();
  const rest = useSaving();
  const removing = useSaving();
  const { data: people } = useQuery(api.people.list.queryOptions({ input: {} }));
  type Changes = Omit<Parameters<typeof client.services.change>[0], 'id' | 'was'>;
  const change = (changes: Changes, typedOver?: Changes) => () => client.services.change({ id, ...changes, was: seen(service, changes, typedOver) });
  const remove = async (): Promise<void> => {
    if ((await removing.save('services.remove', () => client.services.remove({ id }))) !== null) onClose();
  };
  return (
    <div className={styles.fields}>
      <TextField label={t('services.name')} value={service.name} maxLength={500} error={name.error} onCommit={(value, was) => void name.save('services.change', change({ name: value }, { name: was }))} />
      <div className={styles.named}>
        <span aria-hidden="true">{t('services.status')}</span>
        <Segmented label={t('services.status')} value={service.status} onChange={(status) => void rest.save('services.change', change({ status }))} options={serviceStatuses.map((status) => ({ value: status, label: t(`services.status-${status}`) }))} />
      </div>
      <SelectField label={t('services.owner')} value={service.ownerId ?? NONE} help={t('services.ownerHint')} error={rest.error}
        choices={[{ value: NONE, label: t('services.ownerNone') }, ...(people ?? []).map((person) => ({ value: person.id, label: person.name, hint: person.organisation }))]}
        onChange={(owner) => void rest.save('services.change', change({ ownerId: owner === NONE ? null : owner }))} />
      <TextField label={t('services.description')} value={service.description ?? ''} multiline optional maxLength={10_000} onCommit={(value, was) => void rest.save('services.change', change({ description: orNull(value) }, { description: orNull(was) }))} />
      <h3>{t('services.agreements')}</h3>
      <Agreements service={service} />
      <Attachments to={{ kind: 'service', id }} />
      <div><ArchiveButton kind="service" id={id} archived={service.archivedOn !== null} onGone={onClose} /></div>
      <div><Button kind="danger" size="small" icon="trash" onClick={() => void remove()}>{t('services.remove')}</Button></div>
      {removing.error === null ? null : <p className="t13 missed-text" role="alert">{removing.error}</p>}
    </div>
  );
}

function Agreements({ service }: { service: Service }) {
  const { data } = useQuery(api.agreements.list.queryOptions({ input: { archived: false } }));
  const rows = (data ?? []).filter((row) => row.services.includes(service.name));
  if (rows.length === 0) return <p className="t13 t3">{t('services.noAgreements')}</p>;
  return (
    <ul className={styles.agreements}>
      {rows.map((row) => <li key={row.id}><Link to="/agreements/$id" params={{ id: row.id }} className="clip" dir="auto">{row.title}</Link><span className="t3 nowrap">{stateWords(row).state}</span></li>)}
    </ul>
  );
}

const NONE = '';

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
