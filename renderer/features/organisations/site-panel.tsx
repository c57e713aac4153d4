import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { ZoneField } from '#renderer/features/settings/zone-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Organisation, Site } from '#shared/organisations/model.ts';
import styles from './organisation.module.css';

const NONE = '';

/** A site: name, zone and calendar. A new one is kept as soon as it has a name. */
export function SitePanel({ organisation, id, zone, onClose, onCreated }: { organisation: Organisation; id: string; zone: string; onClose: () => void; onCreated: (site: string) => void }) {
  const site = organisation.sites.find((one) => one.id === id);
  return (
    <SidePanel name="organisation" label={t('organisations.site')} title={<span dir="auto">{site?.name ?? t('organisations.newSite')}</span>} onClose={onClose}>
      {site === undefined ? <NewSite organisation={organisation} zone={zone} onCreated={onCreated} /> : <SiteFields site={site} onClose={onClose} />}
    </SidePanel>
  );
}

function NewSite({ organisation, zone, onCreated }: { organisation: Organisation; zone: string; onCreated: (site: string) => void }) {
  const { save, error } = useSaving();
  const create = async (name: string): Promise<void> => {
    const created = await save('sites.create', () => client.sites.create({ organisation: organisation.name, name, zone }));
    if (created !== null) onCreated(created.id);
  };
  return <div className={styles.fields}><TextField label={t('organisations.siteName')} value="" maxLength={500} error={error} help={t('organisations.siteNameHelp')} onCommit={(name) => void create(name)} autoFocus /></div>;
}

function SiteFields({ site, onClose }: { site: Site; onClose: () => void }) {
  const { id } = site;
  const name = useSaving();
  const rest = useSaving();
  const removing = useSaving();
  const { data: calendars } = useQuery(api.calendars.list.queryOptions());
  const choices = [{ value: NONE, label: t('organisations.calendarNone') }, ...(calendars ?? []).map((calendar) => ({ value: calendar.id, label: calendar.name, hint: calendar.hours }))];
  const remove = async (): Promise<void> => {
    if ((await removing.save('sites.remove', () => client.sites.remove({ id }))) !== null) onClose();
  };
  return (
    <div className={styles.fields}>
      <TextField label={t('organisations.name')} value={site.name} maxLength={500} error={name.error} onCommit={(value, was) => void name.save('sites.change', () => client.sites.change({ id, name: value, was: { name: was } }))} />
      <ZoneField label={t('organisations.zone')} value={site.zone} onChange={(zone) => { if (zone !== null) void rest.save('sites.change', () => client.sites.change({ id, zone, was: { zone: site.zone } })); }} />
      <SelectField label={t('organisations.calendar')} choices={choices} value={site.calendarId ?? NONE} help={t('organisations.calendarHelp')} error={rest.error}
        onChange={(value) => void rest.save('sites.change', () => client.sites.change({ id, calendarId: value === NONE ? null : value, was: { calendarId: site.calendarId } }))} />
      <div className={styles.links}>{site.calendarId === null ? <Link to="/settings/calendars" search={{ new: true }}>{t('calendars.new')}</Link> : <Link to="/settings/calendars/$id" params={{ id: site.calendarId }}>{t('organisations.editCalendar')}</Link>}</div>
      <div className={styles.foot}><Button kind="danger" size="small" icon="trash" onClick={() => void remove()}>{t('organisations.removeSite')}</Button></div>
      {removing.error === null ? null : <p className="t13 missed-text" role="alert">{removing.error}</p>}
    </div>
  );
}
