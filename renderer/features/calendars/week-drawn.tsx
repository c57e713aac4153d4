import { styleWith } from '#renderer/ui/style.ts';
import { mergedRanges } from '#shared/calendar/describe.ts';
import { minutesOf, timeOfMinute, type CalendarDefinition } from '#shared/calendar/model.ts';
import { durationWords, hoursMinutes } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import { weekdays } from '#shared/time/plain-date.ts';
import styles from './calendar.module.css';

const dayMinutes = 1440;
const tallEnoughMinutes = 150;

type Bar = { readonly from: number; readonly to: number; readonly start: string; readonly end: string };

/** The week as it is typed below: a column a day, a bar an interval; a night runs on in the next column. */
export function WeekDrawn({ week, hours }: { week: CalendarDefinition['week']; hours: string }) {
  const days = weekdays.map((day, index) => ({ day, open: openMinutes(week[day]), bars: [...barsOf(week[day], false), ...barsOf(week[weekdays[(index + 6) % 7] ?? 'sun'], true)] }));
  const edges = days.flatMap((day) => day.bars);
  const first = Math.min(6, ...edges.map((bar) => Math.floor(bar.from / 120) * 2));
  const last = Math.max(22, ...edges.map((bar) => Math.ceil(bar.to / 120) * 2));
  const share = (minute: number): string => `${(100 * (minute / 60 - first)) / (last - first)}%`;
  const marks = Array.from({ length: (last - first) / 2 + 1 }, (_, index) => first + 2 * index);
  return (
    <>
      <div className={styles.week} role="img" aria-label={t('calendars.weekDrawn', { hours })} style={styleWith({ '--hours': String(last - first) })}>
        <span className={styles.weekHead} />
        {days.map(({ day, open }) => <span key={day} className={styles.weekHead}>{t(`calendars.day-${day}`)}<span>{open === 0 ? t('calendars.closedDay') : hoursShort(open)}</span></span>)}
        <div className={styles.times}>{marks.map((hour) => <span key={hour} style={{ top: share(hour * 60) }}>{String(hour).padStart(2, '0')}</span>)}</div>
        {days.map(({ day, bars }) => (
          <div key={day} className={styles.day} onClick={() => document.querySelector<HTMLInputElement>(`[data-hours-of='${day}'] input`)?.focus()}>
            {bars.map((bar) => (
              <div key={`${bar.from} ${bar.start}`} className={styles.bar} style={{ top: share(bar.from), height: `${(100 * (bar.to - bar.from)) / 60 / (last - first)}%` }}>
                {bar.to - bar.from < tallEnoughMinutes ? null : <><span>{bar.start}</span><span className={styles.barEnd}>{bar.end}</span></>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.sum}>{t('calendars.aWeek', { hours: durationWords(days.reduce((sum, day) => sum + day.open, 0) * 60_000) })}</p>
    </>
  );
}

/** "10 h", "8:30 h": the column is narrow. */
function hoursShort(minutes: number): string {
  return `${minutes % 60 === 0 ? minutes / 60 : hoursMinutes(minutes * 60_000)} h`;
}

type Ranges = CalendarDefinition['week']['mon'];

function openMinutes(ranges: Ranges): number {
  return mergedRanges((ranges ?? []).map(minutesOf)).reduce((sum, range) => sum + range.to - range.from, 0);
}

/** The part of a day's intervals in its own column, or `after` midnight in the next one. */
function barsOf(ranges: Ranges, after: boolean): Bar[] {
  return mergedRanges((ranges ?? []).map(minutesOf)).flatMap(({ from, to }) => {
    const cut = after ? { from: 0, to: Math.min(to - dayMinutes, dayMinutes) } : { from, to: Math.min(to, dayMinutes) };
    if (cut.to <= cut.from) return [];
    return [{ ...cut, start: after ? '' : timeOfMinute(from), end: !after && to > dayMinutes ? '' : timeOfMinute(cut.to) }];
  });
}
