import { SectionHead } from '#renderer/ui/section.tsx';
import type { Matrix, MatrixRow } from '#shared/compliance/contract.ts';
import { monthName } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { FigureContext } from './chosen-cell.tsx';
import styles from './compliance.module.css';
import { availabilityTitle, minutes } from './figures.ts';
import { OutagesTable } from './outages-table.tsx';

/** Availability over the months that were measured: what the budget was, and the longest outages. */
export function AvailabilityBlock({ id, search, matrix, row }: { id: string; search: FigureContext; matrix: Matrix; row: MatrixRow }) {
  const measured = row.cells.filter((cell) => cell.coverage.state !== 'none');
  const [first, last] = [measured[0], measured.at(-1)];
  const period = first === undefined || last === undefined ? '' : first === last ? monthName(Number(first.month.slice(5))) : `${monthName(Number(first.month.slice(5)))} to ${monthName(Number(last.month.slice(5)))}`;
  const title = availabilityTitle(matrix, row, period);
  return (
    <section className={styles.block} aria-label={title}>
      <SectionHead title={title} count={t('compliance.minutesOf', { down: minutes(row.all.downMinutes ?? 0), budget: (row.all.budgetMinutes ?? 0).toFixed(1) })} end={row.monthsMeasured === 0 ? undefined : t('compliance.monthsMet', { kept: row.monthsKept, months: row.monthsMeasured })} />
      <OutagesTable id={id} search={search} matrix={matrix} row={row} from={matrix.period.from} to={matrix.period.to} />
    </section>
  );
}
