import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { PageTitle } from '#renderer/app/shell/page.tsx';
import { ZonePick } from '#renderer/features/settings/zone-field.tsx';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './calendar.module.css';
import { changeHours } from './use-hours.ts';

/** Name, zone, sites and versions of a calendar. */
export function CalendarHead({ calendar, editable, onVersion, onCopy, onGone }: { calendar: ShownCalendar; editable: boolean; onVersion: (version: number) => void; onCopy: () => void; onGone: () => void }) {
  const { id, name, definition, usedBy } = calendar;
  const [renaming, setRenaming] = useState(false);
  const naming = useSaving();
  const rest = useSaving();
  const newest = calendar.versions[0]?.version ?? calendar.version;
  const [site] = usedBy.sites;
  const rename = async (next: string, was: string): Promise<void> => {
    if ((await naming.save('calendars.change', () => client.calendars.change({ id, name: next, was: { name: was } }))) !== null) setRenaming(false);
  };
  const remove = async (): Promise<void> => {
    if ((await rest.save('calendars.remove', () => client.calendars.remove({ id }))) !== null) onGone();
  };
  const archive = async (): Promise<void> => {
    if ((await rest.save('history.archive', () => client.history.archive({ kind: 'calendar', id, archived: true }))) !== null) onGone();
  };
  return (
    <>
      <PageTitle end={<ActionMenu label={t('calendars.more')} actions={[
        { label: t('calendars.rename'), icon: 'pencil', onChoose: () => setRenaming(true) },
        { label: t('calendars.copy'), icon: 'copy', onChoose: onCopy },
        { label: t('history.put'), icon: 'archive', onChoose: () => void archive() },
        { label: t('calendars.remove'), icon: 'trash', danger: true, ruleBefore: true, onChoose: () => void remove() },
      ]} />}><span dir="auto">{name}</span></PageTitle>
      {renaming ? <div className={styles.renaming}><TextField label={t('calendars.name')} value={name} error={naming.error} onCommit={(next, was) => void rename(next, was)} autoFocus /><Button size="small" onClick={() => setRenaming(false)}>{t('kit.close')}</Button></div> : null}
      <Facts facts={[
        editable ? <span key="zone" className={styles.zone}><ZonePick label={t('calendars.zone')} value={definition.tz} onChange={(tz) => void rest.save('calendars.change', () => changeHours(id, () => ({ tz }), () => ({ tz: definition.tz })))} /></span> : definition.tz,
        site === undefined ? null : <span key="site"><Link to="/customers/$id" params={{ id: site.organisationId }} search={{ site: site.id }} dir="auto">{t('calendars.siteOf', { organisation: site.organisation, site: site.name })}</Link>{usedBy.sites.length > 1 ? ` ${t('calendars.moreSites', { count: usedBy.sites.length - 1 })}` : ''}</span>,
        calendar.versions.length > 1
          ? <span key="version" className={styles.zone}><Pick label={t('calendars.version')} value={String(calendar.version)} choices={calendar.versions.map((version) => ({ value: String(version.version), label: t('calendars.versionOf', { version: version.version }) }))} onChange={(version) => onVersion(Number(version))} /></span>
          : null,
      ]} />
      {rest.error === null ? null : <Note tone="missed">{rest.error}</Note>}
      {editable ? null : <div className={styles.note}><Note>{t('calendars.older', { version: calendar.version, newest })} <Button kind="link" size="small" onClick={() => onVersion(newest)}>{t('calendars.toNewest', { newest })}</Button></Note></div>}
    </>
  );
}
