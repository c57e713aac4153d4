import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { Icon } from './icon.tsx';
import styles from './period-picker.module.css';

/** A run of whole months: its last one as 'YYYY-MM', and how many. */
export type MonthRun = { readonly last: string; readonly months: number };

/** ← Nov 2025 to Oct 2026 → : shifts by the run's own length, or by one month with `step`. `,` and `.` are the screen's keys for it. */
export function PeriodPicker({ run, onChange, step }: { run: MonthRun; onChange: (run: MonthRun) => void; step?: number }) {
  const shift = step ?? (run.months === 13 ? 12 : run.months);
  const first = shiftMonth(run.last, 1 - run.months);
  return (
    <div className={styles.range}>
      <button type="button" aria-label={t('kit.earlier')} title={`${t('kit.earlier')} (,)`} onClick={() => onChange({ ...run, last: shiftMonth(run.last, -shift) })}><Icon name="chevron-left" /></button>
      <b aria-live="polite">{run.months === 1 ? monthText(run.last) : `${monthText(first, true)} to ${monthText(run.last, true)}`}</b>
      <button type="button" aria-label={t('kit.later')} title={`${t('kit.later')} (.)`} onClick={() => onChange({ ...run, last: shiftMonth(run.last, shift) })}><Icon name="chevron-right" /></button>
    </div>
  );
}

/** The month `by` months after 'YYYY-MM' (negative: before). */
export function shiftMonth(month: string, by: number): string {
  const [year = '0', number = '1'] = month.split('-');
  const index = Number(year) * 12 + Number(number) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The months of a run, first to last, as 'YYYY-MM'. */
export function monthsOf(run: MonthRun): readonly string[] {
  return Array.from({ length: run.months }, (_, index) => shiftMonth(run.last, index + 1 - run.months));
}
