import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { hoursText, parseHoursText } from '#shared/calendars/hours-text.ts';
import type { ClockRange } from '#shared/calendar/model.ts';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './calendar.module.css';
import { hoursFault, useHours, type Hours } from './use-hours.ts';

/** Dates with hours of their own. */
export function SpecialDays({ calendar, editable }: { calendar: ShownCalendar; editable: boolean }) {
  const special = calendar.definition.special_days ?? {};
  const { change, error } = useHours(calendar.id);
  const dates = Object.keys(special).toSorted();
  const seen = (date: string, ranges: ClockRange[] | undefined) => ({ special_days: others }: Hours): Partial<Hours> => ({ special_days: ranges === undefined ? without(others, date) : { ...others, [date]: ranges } });
  const set = (date: string, text: string, was: string | null): void => {
    const [typed, before] = [parseHoursText(text), parseHoursText(was ?? '')];
    if ('ranges' in typed) void change((present) => ({ special_days: { ...present.special_days, [date]: typed.ranges } }), seen(date, was !== null && 'ranges' in before ? before.ranges : undefined));
  };
  const remove = (date: string): void => void change((present) => ({ special_days: without(present.special_days, date) }), seen(date, special[date]));
  return (
    <Section title={t('calendars.specialDays')} count={dates.length === 0 ? undefined : dates.length}>
      <ul className={styles.special}>
        {dates.map((date) => (
          <li key={date}>
            <span className="tn">{dateText(date, { weekday: true })}</span>
            {editable ? (
              <>
                <TextField label={t('calendars.specialHours', { date: dateText(date) })} labelHidden size="small" optional placeholder={t('calendars.closedDay')} value={hoursText(special[date] ?? [])} check={hoursFault} onCommit={(text, was) => set(date, text, was)} />
                <Button kind="quiet" size="small" icon="x" iconOnly onClick={() => remove(date)}>{t('calendars.specialRemove', { date: dateText(date) })}</Button>
              </>
            ) : <span>{hoursText(special[date] ?? []) || t('calendars.closedDay')}</span>}
          </li>
        ))}
      </ul>
      {editable ? <NewSpecialDay taken={dates} error={error} onAdd={(date, hours) => set(date, hours, null)} /> : dates.length === 0 ? <p className="t13 t3">{t('calendars.specialNone')}</p> : null}
    </Section>
  );
}

function without(days: Hours['special_days'], date: string): NonNullable<Hours['special_days']> {
  return Object.fromEntries(Object.entries(days ?? {}).filter(([other]) => other !== date));
}

function NewSpecialDay({ taken, error, onAdd }: { taken: readonly string[]; error: string | null; onAdd: (date: string, hours: string) => void }) {
  const [date, setDate] = useState<string | null>(null);
  const [hours, setHours] = useState('');
  const ready = date !== null && hoursFault(hours) === null;
  const add = (): void => {
    if (!ready) return;
    onAdd(date, hours);
    setDate(null);
    setHours('');
  };
  return (
    <div className={styles.newSpecial} role="group" aria-label={t('calendars.specialDays')}>
      <DateField label={t('calendars.specialDate')} labelHidden placeholder={t('calendars.specialDate')} size="small" optional value={date} onCommit={setDate} error={error} check={(next) => (taken.includes(next) ? t('calendars.specialTaken') : null)} help={t('calendars.specialHelp')} />
      <TextField key={taken.length} label={t('calendars.specialHoursNew')} labelHidden placeholder={t('calendars.specialHoursNew')} size="small" optional value="" check={hoursFault} onChangeText={setHours} onCommit={setHours} />
      <Button size="small" disabledReason={ready ? null : t('calendars.specialDate')} onClick={add}>{t('calendars.specialAdd')}</Button>
    </div>
  );
}
