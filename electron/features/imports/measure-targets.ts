import { signedAgreements } from '#db/imports/queries.ts';
import type { Matrix, MatrixCell } from '#shared/compliance/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import type { MeasuredTarget, TargetFigure } from '#shared/imports/targets.ts';
import { matrixOf } from '../compliance/matrix.ts';
import type { MeasuringContext } from '../compliance/question.ts';

/** The two latest months that are measured: of the day on which the second begins there may be no ticket yet. */
const latestMonths = 2;

/** Reads the targets of all agreements in force. For a job's thread: with many tickets it takes a second. `checkpoint` throws when it shall stop. */
export function measureTargets(context: MeasuringContext, checkpoint: () => void): MeasuredTarget[] {
  return context.store.read(signedAgreements).flatMap((id) => {
    checkpoint();
    return targetsOf(context, id);
  });
}

/** None of an agreement that cannot be measured: it has no data, or no calendar with openings. */
function targetsOf(context: MeasuringContext, id: string): MeasuredTarget[] {
  try {
    return targetsIn(matrixOf(context, { id, months: latestMonths }));
  } catch (error) {
    if (error instanceof ParleyError) return [];
    throw error;
  }
}

function targetsIn({ id, number, title, customers, rows }: Matrix): MeasuredTarget[] {
  return rows.filter((row) => row.goalPercent !== null).flatMap(({ term, name, priority, part, goalPercent, cells }) =>
    cells.filter((cell) => !cell.isElsewhere).map((cell): MeasuredTarget => ({
      agreement: { id, number, title }, customers: [...customers], term, name, priority, part, goalPercent, month: cell.month, figure: figureOf(cell),
    })),
  );
}

function figureOf({ share, percent }: MatrixCell): TargetFigure | null {
  if (share !== null) return { percent: share.percent, met: share.numerator, of: share.denominator };
  return percent === null ? null : { percent, met: null, of: null };
}
