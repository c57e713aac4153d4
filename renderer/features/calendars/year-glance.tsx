import { useMemo } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { compileCalendar } from '#shared/calendar/calendar.ts';
import type { CalendarYear, ShownCalendar } from '#shared/calendars/model.ts';
import { dateText, monthName } from '#shared/format/dates.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays, dayNumber, weekdayIndex, weekdayOf } from '#shared/time/plain-date.ts';
import styles from './calendar.module.css';

type DayMark = 'open' | 'off' | 'closed' | 'ask';

/** The year at a glance: 7 × 53 days, ring closed, blue to decide; and the table behind it. */
export function YearGlance({ calendar, figures, year, table, onTable }: { calendar: ShownCalendar; figures: CalendarYear | undefined; year: number; table: boolean; onTable: (table: boolean) => void }) {
  const days = useMemo(() => marksOf(calendar, figures, year), [calendar, figures, year]);
  return (
    <Section title={year} count={figures === undefined ? undefined : <span className="nowrap">{t('calendars.businessDays', { count: figures.businessDays })}</span>}
      end={<>{table ? null : <span className={styles.key}><i />{t('calendars.keyOpen')}<i data-mark="closed" />{t('calendars.keyClosed')}<i data-mark="ask" />{t('calendars.keyAsk')}</span>}
        <Button kind="quiet" size="small" icon={table ? 'calendar' : 'table'} iconOnly onClick={() => onTable(!table)}>{t(table ? 'calendars.yearMap' : 'calendars.yearTable')}</Button></>}>
      {table ? <YearTable calendar={calendar} figures={figures} year={year} days={days} /> : <YearMap days={days} year={year} businessDays={figures?.businessDays ?? 0} />}
    </Section>
  );
}

type YearDay = { readonly date: string; readonly mark: DayMark };

function YearMap({ days, year, businessDays }: { days: readonly YearDay[]; year: number; businessDays: number }) {
  const lead = weekdayIndex(dayNumber(`${year}-01-01`));
  const months = Array.from({ length: 12 }, (_, month) => Math.floor((lead + dayNumber(`${year}-${String(month + 1).padStart(2, '0')}-01`) - dayNumber(`${year}-01-01`)) / 7));
  return (
    <div role="img" aria-label={t('calendars.yearGlance', { year, days: t('calendars.businessDays', { count: businessDays }) })}>
      <div className={styles.year}>
        {Array.from({ length: lead }, (_, index) => <i key={index} data-mark="none" />)}
        {days.map(({ date, mark }) => <i key={date} data-mark={mark} title={dateText(date, { weekday: true })} />)}
      </div>
      <div className={styles.months} aria-hidden="true">{months.map((week, month) => <span key={month} style={{ gridColumnStart: week + 1 }}>{monthName(month + 1)}</span>)}</div>
    </div>
  );
}

function YearTable({ calendar, figures, year, days }: { calendar: ShownCalendar; figures: CalendarYear | undefined; year: number; days: readonly YearDay[] }) {
  const compiled = useMemo(() => compileCalendar(calendar.definition), [calendar.definition]);
  return (
    <table className={styles.yearTable}>
      <thead><tr><th>{t('calendars.month')}</th><th>{t('calendars.openHours')}</th><th>{t('calendars.businessDaysHead')}</th><th>{t('calendars.closedDays')}</th></tr></thead>
      <tbody>
        {Array.from({ length: 12 }, (_, month) => {
          const inMonth = days.filter((day) => Number(day.date.slice(5, 7)) === month + 1);
          return (
            <tr key={month}>
              <th scope="row">{monthName(month + 1)} {year}</th>
              <td>{hoursMinutes(figures?.monthsOpenMs[month] ?? 0)}</td>
              <td>{inMonth.filter((day) => compiled.isBusinessDay(day.date)).length}</td>
              <td>{inMonth.filter((day) => day.mark === 'closed').length}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A closure is a ring only where the day would be open otherwise. */
function marksOf(calendar: ShownCalendar, figures: CalendarYear | undefined, year: number): YearDay[] {
  const { week, special_days: special } = calendar.definition;
  return (figures?.days ?? []).map((kind, index) => {
    const date = addDays(`${year}-01-01`, index);
    const hasHours = (special?.[date] ?? week[weekdayOf(date)] ?? []).length > 0;
    const mark = kind === 'open' ? 'open' : !hasHours ? 'off' : kind === 'proposed' ? 'ask' : kind === 'closure' ? 'closed' : 'off';
    return { date, mark };
  });
}
