import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { describeWeek } from '#shared/calendar/describe.ts';
import type { CalendarDefinition, CalendarReference } from '#shared/calendar/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../value.module.css';
import { ChoiceList } from './choice-list.tsx';
import { WeekFields } from './week-fields.tsx';

/**
 * Hours by name: those of the agreement, of the workspace, around the clock, or typed here. `unset` is the word for none of its own.
 * A new calendar comes with its name and its hours.
 */
export function CalendarField({ document, value, unset, onChoose, onNew }: {
  document: AgreementDocument;
  value: CalendarReference | undefined;
  unset: string;
  onChoose: (reference: CalendarReference | null) => void;
  onNew: (name: string, definition: CalendarDefinition) => void;
}) {
  const { data: workspace = [] } = useQuery(api.calendars.list.queryOptions());
  const [typing, setTyping] = useState(false);
  const [name, setName] = useState('');
  const [definition, setDefinition] = useState<CalendarDefinition>({ tz: document.zone, week: officeWeek });
  const own = Object.entries(document.calendars);
  const others = workspace.filter((calendar) => !Object.hasOwn(document.calendars, calendar.name));
  const options = [
    { value: '', label: unset, consequences: [] },
    ...own.map(([key, calendar]) => ({ value: key, label: key, consequences: [describeWeek(calendar)] })),
    ...others.map((calendar) => ({ value: calendar.name, label: calendar.name, consequences: [calendar.hours] })),
    { value: '24x7', label: t('agreements.aroundTheClock'), consequences: ['24×7'] },
    { value: TYPED, label: t('agreements.typeHours'), consequences: [] },
  ].map((option) => ({ ...option, consequences: option.consequences.length === 0 ? [''] : option.consequences }));
  const choose = (next: string): void => {
    if (next === TYPED) setTyping(true);
    else onChoose(next === '' ? null : next);
  };
  const taken = own.some(([key]) => key.toLowerCase() === name.trim().toLowerCase()) || name.trim() === '24x7';
  if (typing) {
    return (
      <div data-stay className={styles.body}>
        <TextField label={t('agreements.calendarName')} value={name} onCommit={setName} onChangeText={setName} error={taken ? t('agreements.nameTaken') : null} autoFocus />
        <WeekFields value={definition} onChange={setDefinition} />
        <div className={styles.foot}><Button onClick={() => setTyping(false)}>{t('kit.cancel')}</Button><Button kind="primary" disabledReason={name.trim() === '' ? t('agreements.nameNeeded') : taken ? t('agreements.nameTaken') : null} onClick={() => onNew(name.trim(), definition)}>{t('agreements.useHours')}</Button></div>
      </div>
    );
  }
  return <ChoiceList label={t('agreements.hours')} options={options} value={value === undefined ? '' : typeof value === 'string' ? value : null} onChoose={choose} />;
}

const TYPED = '\u0000typed';
export const officeWeek: CalendarDefinition['week'] = { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']], wed: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] };
