import type { Matrix, MatrixRow } from '#shared/compliance/contract.ts';
import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';
import type { AgreementFact } from '#shared/today/facts.ts';
import type { PortfolioRow, RiskRow } from '#shared/today/model.ts';
import { monthOf, runningMonth } from '#shared/today/portfolio.ts';
import { budgetOf, type Budget, type Running } from '#shared/today/risk.ts';
import { isMine, responsibleFor } from '#shared/today/roles.ts';
import type { CoreContext } from '#electron/core.ts';
import { matrixOf } from '../compliance/matrix.ts';

/** Months of the strip: twelve whole ones and the one that runs. */
export const portfolioMonths = 13;

export type Figures = { readonly targets: number; readonly risks: readonly RiskRow[]; readonly row: PortfolioRow };

/** How an agreement in force stands: its strip, and its targets that are at risk in the month that runs. */
export function figuresOf(context: CoreContext, agreement: AgreementFact, today: PlainDate, personId: string | null): Figures {
  const present = today.slice(0, 7);
  const to = addMonths(`${present}-01`, 1);
  const matrix = matrixOf(context, { id: agreement.id, from: addMonths(to, -portfolioMonths), to, months: portfolioMonths });
  const rows = matrix.rows.filter((row) => row.cells.length > 0);
  const mine = isMine(personId, responsibleFor.risk, agreement.roles);
  const about = [agreement.customers.join(', '), agreement.title].filter((part) => part !== '').join(' · ');
  const risks = rows.flatMap((row) => riskOf(agreement.id, about, mine, row));
  return { targets: rows.length, risks, row: { agreement: agreement.id, title: agreement.title, customer: agreement.customers.join(', '), months: monthsOf(matrix, agreement, present, risks.length) } };
}

function monthsOf(matrix: Matrix, agreement: AgreementFact, present: string, risks: number): PortfolioRow['months'] {
  const from = agreement.inForce?.from ?? null;
  return matrix.months.map(({ month }, index) => {
    const cells = matrix.rows.flatMap((row) => row.cells[index] ?? []);
    if (from !== null && addDays(addMonths(`${month}-01`, 1), -1) < from) return { month, state: 'notMeasured', missed: 0, of: 0 };
    if (month === present) return runningMonth(month, cells.some((cell) => cell.coverage.state !== 'none'), risks);
    return monthOf(month, cells);
  });
}

function riskOf(agreement: string, about: string, mine: boolean, row: MatrixRow): RiskRow[] {
  const running = runningOf(row);
  const cell = row.cells.at(-1);
  if (running === null || cell === undefined || row.goalPercent === null) return [];
  const budget = budgetOf(running);
  if (!budget.isAtRisk) return [];
  const soFar = running.unit === 'minutes' ? (cell.percent ?? 0) : ((running.decided - running.missed) / running.decided) * 100;
  return [{
    key: `${agreement}/${row.term}/${row.part ?? ''}`, agreement, about, target: row.priority === null ? row.name : `${row.name}`, goalPercent: row.goalPercent, soFarPercent: Math.round(soFar * 10_000) / 10_000,
    share: cell.share === null ? null : { numerator: cell.share.numerator, denominator: cell.share.denominator }, downMinutes: cell.downMinutes, ...left(budget), unit: running.unit, isMine: mine,
  }];
}

function left({ left: rest, budget }: Budget): Pick<RiskRow, 'left' | 'budget'> {
  return { left: rest, budget };
}

/** The month that runs of one target, as the rules of risk read it; null where nothing of it is measured. */
function runningOf(row: MatrixRow): Running | null {
  const cell = row.cells.at(-1);
  if (cell === undefined || cell.coverage.state === 'none') return null;
  if (row.type === 'availability' && cell.downMinutes !== null && cell.budgetMinutes !== null) return { unit: 'minutes', downMinutes: cell.downMinutes, budgetMinutes: wholeBudget(cell.budgetMinutes, cell.coverage) };
  if (cell.share === null || row.goalPercent === null) return null;
  const before = row.cells.slice(0, -1).flatMap((one) => (one.share !== null && one.coverage.state === 'whole' ? [one.share.denominator] : []));
  return { unit: 'misses', goalPercent: row.goalPercent, decided: cell.share.denominator, missed: cell.share.denominator - cell.share.numerator, open: cell.open, before };
}

/** The budget of the measured days, brought up to the whole month. */
function wholeBudget(minutes: number, { measuredDays, days }: { readonly measuredDays: number; readonly days: number }): number {
  return measuredDays <= 0 ? minutes : (minutes * days) / measuredDays;
}
