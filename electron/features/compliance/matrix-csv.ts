import type { MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { csvText } from '#shared/format/csv.ts';
import type { CoreContext } from '#electron/core.ts';
import { matrixOf } from './matrix.ts';

/** The compliance matrix as CSV: one line a target and month, and one a target for the whole span. */
export function matrixCsv(context: CoreContext, input: Parameters<typeof matrixOf>[1]): { readonly name: string; readonly text: string; readonly rows: number } {
  const matrix = matrixOf(context, input);
  const lines = matrix.rows.flatMap((row) => [...row.cells.map((cell) => lineOf(row, cell.month, cell)), lineOf(row, `${matrix.period.from} to ${matrix.period.to}`, row.all)]);
  const head = ['Target', 'Code', 'Part', 'Agreed %', 'Period', 'Verdict', 'Met', 'Of all', '%', '95 % from', '95 % to', 'Open', 'Cancelled', 'Minutes down', 'Minutes allowed', 'Value', 'Days measured', 'Days'];
  return { name: `${matrix.number}-compliance-${matrix.period.from}.csv`, text: csvText([head, ...lines]), rows: lines.length };
}

function lineOf(row: MatrixRow, period: string, cell: Omit<MatrixCell, 'month'>): (string | number)[] {
  const { share, coverage } = cell;
  return [
    row.name, row.term, row.part ?? '', row.goalPercent ?? '', period, cell.verdict, share?.numerator ?? '', share?.denominator ?? '', share?.percent ?? cell.percent ?? '', share?.wilson95[0] ?? '', share?.wilson95[1] ?? '',
    cell.open, cell.cancelled, cell.downMinutes ?? '', cell.budgetMinutes ?? '', cell.value ?? '', coverage.measuredDays, coverage.days,
  ];
}
