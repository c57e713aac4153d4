import { useState } from 'react';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { ClockRange } from '#shared/calendar/model.ts';
import { hoursText, parseHoursText } from '#shared/calendars/hours-text.ts';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';
import { weekdays, type Weekday } from '#shared/time/plain-date.ts';
import styles from './calendar.module.css';
import { hoursFault, useHours } from './use-hours.ts';

/** Intervals as they are typed, a field a weekday. */
export function WeekFields({ calendar, editable }: { calendar: ShownCalendar; editable: boolean }) {
  const { week } = calendar.definition;
  const { change, error } = useHours(calendar.id);
  const [touched, setTouched] = useState<Weekday>('mon');
  const set = (days: readonly Weekday[], from: Weekday, ranges: ClockRange[], typedOver: ClockRange[] = [...(week[from] ?? [])]): void => {
    setTouched(from);
    const seen = { ...week, [from]: typedOver };
    void change((present) => ({ week: { ...present.week, ...Object.fromEntries(days.map((day) => [day, ranges])) } }), (present) => ({ week: { ...present.week, ...Object.fromEntries(days.map((day) => [day, seen[day] ?? []])) } }));
  };
  return (
    <Section title={t('calendars.week')}>
      <ul className={styles.weekFields}>
        {weekdays.map((day) => (
          <li key={day} data-hours-of={day}>
            <span aria-hidden="true">{t(`calendars.day-${day}`)}</span>
            {editable ? (
              <>
                <TextField label={t(`calendars.longDay-${day}`)} labelHidden size="small" optional placeholder={t('calendars.closedDay')} value={hoursText(week[day] ?? [])} check={hoursFault} error={touched === day ? error : null}
                  onCommit={(text, was) => { const [typed, before] = [parseHoursText(text), parseHoursText(was)]; if ('ranges' in typed) set([day], day, typed.ranges, 'ranges' in before ? before.ranges : undefined); }} />
                <ActionMenu label={t('calendars.copyDay', { day: t(`calendars.longDay-${day}`) })} actions={[
                  { label: t('calendars.copyToWeekdays'), icon: 'copy', onChoose: () => set(weekdays.slice(0, 5), day, [...(week[day] ?? [])]) },
                  { label: t('calendars.copyToAll'), icon: 'copy', onChoose: () => set(weekdays, day, [...(week[day] ?? [])]) },
                ]} />
              </>
            ) : <span>{hoursText(week[day] ?? []) || t('calendars.closedDay')}</span>}
          </li>
        ))}
      </ul>
      {editable ? <p className={styles.help}>{t('calendars.weekHelp')}</p> : null}
    </Section>
  );
}
