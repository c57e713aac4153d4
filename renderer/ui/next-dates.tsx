import type { ReactNode } from 'react';
import { dateText, daysApart } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { classes } from './classes.ts';
import styles from './next-dates.module.css';

export type NextDate = { readonly date: string; readonly what: ReactNode; readonly key: string };

/** What comes next: at most five dates on one rule, nearest first; within seven days amber with its distance. `today` is 'YYYY-MM-DD'. */
export function NextDates({ label, dates, today, soonDays = 7 }: { label: string; dates: readonly NextDate[]; today: string; soonDays?: number }) {
  const shown = dates.slice(0, 5);
  if (shown.length === 0) return null;
  return (
    <ol className={styles.line} aria-label={label} style={{ gridTemplateColumns: `repeat(${Math.max(shown.length, 3)}, minmax(0, 1fr))` }}>
      {shown.map((entry) => {
        const days = daysApart(today, entry.date);
        const soon = days >= 0 && days <= soonDays;
        const sameYear = entry.date.slice(0, 4) === today.slice(0, 4);
        return (
          <li key={entry.key} className={classes(soon && styles.soon)}>
            <div className={styles.date}>{dateText(entry.date, { weekday: true, year: !sameYear })}{soon || days < 0 ? <span>{distanceText(days)}</span> : null}</div>
            <div className={styles.what}>{entry.what}</div>
          </li>
        );
      })}
    </ol>
  );
}

/** The distance of a day from today in words: "in 3 days", "today", "2 days ago". */
export function distanceText(days: number): string {
  if (days === 0) return t('kit.today');
  if (days === 1) return t('kit.tomorrow');
  return days > 0 ? t('kit.inDays', { count: days }) : t('kit.daysAgo', { count: -days });
}
