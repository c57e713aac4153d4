import type { MatrixCell } from '#shared/compliance/contract.ts';
import type { PortfolioRow } from './model.ts';

type Cell = PortfolioRow['months'][number];

/** What a month of an agreement came to, from the verdicts of its targets: any miss, else all met, else what is known. */
export function monthOf(month: string, cells: readonly Pick<MatrixCell, 'verdict'>[]): Cell {
  const count = (verdict: MatrixCell['verdict']) => cells.filter((cell) => cell.verdict === verdict).length;
  const [missed, met] = [count('missed'), count('met')];
  const of = missed + met;
  if (missed > 0) return { month, state: 'missed', missed, of };
  if (count('partly measured') > 0) return { month, state: 'partly', missed, of };
  if (met > 0) return { month, state: 'met', missed, of };
  return { month, state: count('no events') > 0 ? 'none' : 'notMeasured', missed, of };
}

/** The month that runs has no verdict: it is open, or at risk. */
export function runningMonth(month: string, hasData: boolean, risks: number): Cell {
  return { month, state: risks > 0 ? 'risk' : hasData ? 'open' : 'notMeasured', missed: risks, of: 0 };
}
