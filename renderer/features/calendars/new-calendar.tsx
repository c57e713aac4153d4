import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { CalendarDefinition, ClockRange } from '#shared/calendar/model.ts';
import type { CalendarRow } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';
import { weekdays } from '#shared/time/plain-date.ts';
import styles from './list.module.css';

/** A new calendar begins with office hours, around the clock, or as a copy of another. */
export function NewCalendar({ calendars, copy, onClose, onCreated }: { calendars: readonly CalendarRow[]; copy: string | null; onClose: () => void; onCreated: (id: string) => void }) {
  const [name, setName] = useState('');
  const [start, setStart] = useState(copy ?? 'office');
  const { save, error } = useSaving();
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const created = await save('calendars.create', async () => client.calendars.create({ name: name.trim(), ...(await definitionOf(start, workspace?.zone ?? 'UTC')) }));
    if (created !== null) onCreated(created.id);
  };
  const taken = calendars.some((calendar) => calendar.name.toLowerCase() === name.trim().toLowerCase());
  return (
    <form className={styles.new} aria-label={t('calendars.new')} onSubmit={(event) => void submit(event)} noValidate>
      <TextField label={t('calendars.name')} value="" onCommit={setName} onChangeText={setName} error={taken ? t('calendars.nameTaken') : error} autoFocus />
      <SelectField label={t('calendars.startFrom')} value={start} onChange={setStart} choices={[
        { value: 'office', label: t('calendars.startOffice') }, { value: 'always', label: t('calendars.startAlways') },
        ...calendars.map((calendar) => ({ value: calendar.id, label: t('calendars.startCopyOf', { name: calendar.name }), hint: calendar.hours, group: t('calendars.startCopy') })),
      ]} />
      <Button type="submit" kind="primary" disabledReason={name.trim() === '' ? t('calendars.notYetNamed') : taken ? t('calendars.nameTaken') : null}>{t('calendars.create')}</Button>
      <Button onClick={onClose}>{t('kit.cancel')}</Button>
    </form>
  );
}

async function definitionOf(start: string, zone: string): Promise<CalendarDefinition> {
  if (start === 'office') return { tz: zone, week: weekOf(weekdays.slice(0, 5), ['08:00', '17:00']) };
  if (start === 'always') return { tz: zone, week: weekOf(weekdays, ['00:00', '24:00']) };
  return (await client.calendars.show({ id: start })).definition;
}

function weekOf(days: readonly (typeof weekdays)[number][], range: ClockRange): CalendarDefinition['week'] {
  return Object.fromEntries(days.map((day) => [day, [range]]));
}
