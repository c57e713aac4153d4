import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { isZone } from '#shared/time/zone.ts';
import { clockRangeSchema, type CalendarDefinition, type ClockRange } from '#shared/calendar/model.ts';
import { t } from '#shared/messages/messages.ts';
import { weekdays } from '#shared/time/plain-date.ts';
import styles from '../value.module.css';

/** The hours of a week, typed: one line a day, several ranges with commas, empty is closed. */
export function WeekFields({ value, onChange }: { value: CalendarDefinition; onChange: (value: CalendarDefinition) => void }) {
  return (
    <div data-stay>
      <div className={styles.form}>
        <span>{t('agreements.zone')}</span>
        <TextField label={t('agreements.zone')} labelHidden size="small" value={value.tz} check={(zone) => (isZone(zone) ? null : t('agreements.zoneWrong'))} onCommit={(tz) => onChange({ ...value, tz })} />
        {weekdays.map((weekday) => [
          <span key={`${weekday} name`}>{t(`agreements.day-${weekday}`)}</span>,
          <TextField key={weekday} label={t(`agreements.day-${weekday}`)} labelHidden size="small" optional placeholder={t('agreements.closed')} value={rangesText(value.week[weekday] ?? [])}
            check={(text) => (parseRanges(text) === null ? t('agreements.rangeWrong') : null)}
            onCommit={(text) => { const ranges = parseRanges(text); if (ranges !== null) onChange({ ...value, week: { ...value.week, [weekday]: ranges } }); }} />,
        ])}
      </div>
    </div>
  );
}

export function rangesText(ranges: readonly ClockRange[]): string {
  return ranges.map(([from, to]) => `${from}–${to}`).join(', ');
}

/** `8-12, 13:00–17:30` as ranges; null where it is none. */
export function parseRanges(text: string): ClockRange[] | null {
  if (text.trim() === '') return [];
  const ranges = text.split(/[,;]| and /u).map((part) => {
    const times = /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*$/u.exec(part);
    if (times === null) return null;
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = times;
    return clockRangeSchema.safeParse([`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`]);
  });
  return ranges.every((range) => range?.success === true) ? ranges.flatMap((range) => (range?.success === true ? [range.data] : [])) : null;
}
