import { setImmediate as turn } from 'node:timers/promises';
import { signedAgreements } from '#db/imports/queries.ts';
import type { Matrix, MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import type { ImportEffects, TargetFigure } from '#shared/imports/screen-model.ts';
import type { CoreContext } from '#electron/core.ts';
import { matrixOf } from '../compliance/matrix.ts';

/** One target of an agreement in force in the latest month that is measured; null figure: nothing is measured in it. */
type Target = { readonly matrix: Matrix; readonly row: MatrixRow; readonly month: string; readonly figure: TargetFigure | null };
type Snapshot = ReadonlyMap<string, Target>;

/** What was measured before each import of this start of the program, by import. It is gone with the program: then nothing is compared. */
const known = new WeakMap<CoreContext['store'], Map<string, Snapshot>>();

/** Reads the targets of all agreements in force, one agreement a turn, so that other calls do not wait for all of them. */
export async function measureTargets(context: CoreContext): Promise<Snapshot> {
  const targets = new Map<string, Target>();
  for (const id of context.store.read(signedAgreements)) {
    for (const [key, target] of targetsOf(context, id)) targets.set(key, target);
    await turn();
  }
  return targets;
}

/** Keeps what was measured before an import. */
export function keepBefore({ store }: CoreContext, importId: string, before: Snapshot): void {
  const kept = known.get(store) ?? new Map<string, Snapshot>();
  kept.set(importId, before);
  known.set(store, kept);
}

/** The targets whose verdict an import moved in the open month, worst first; null where it is not known what was measured before. */
export async function effectsOf(context: CoreContext, importId: string): Promise<ImportEffects | null> {
  const before = known.get(context.store)?.get(importId);
  if (before === undefined) return null;
  const now = await measureTargets(context);
  const month = [...now.values()].reduce((latest, target) => (target.month > latest ? target.month : latest), '');
  const open = [...now].filter(([, target]) => target.month === month);
  const changes = open.flatMap(([key, target]) => {
    const was = before.get(key)?.figure ?? null;
    const [isAtRisk, wasAtRisk] = [isBelow(target.row, target.figure), isBelow(target.row, was)];
    if (isAtRisk === wasAtRisk) return [];
    const { matrix, row } = target;
    return [{
      agreement: { id: matrix.id, number: matrix.number, title: matrix.title }, customers: matrix.customers, name: row.name, priority: row.priority, part: row.part,
      goalPercent: row.goalPercent, before: was, now: target.figure, isAtRisk,
    }];
  });
  return { month, targets: open.length, changes: changes.toSorted((a, b) => Number(b.isAtRisk) - Number(a.isAtRisk)) };
}

function targetsOf(context: CoreContext, id: string): [string, Target][] {
  try {
    const matrix = matrixOf(context, { id, months: 2 });
    return matrix.rows.filter((row) => row.goalPercent !== null).flatMap((row) => row.cells.filter((cell) => !cell.isElsewhere).map((cell): [string, Target] => [
      [id, row.term, row.priority, row.part, cell.month].join('\n'),
      { matrix, row, month: cell.month, figure: figureOf(cell) },
    ]));
  } catch (error) {
    if (error instanceof ParleyError) return [];
    throw error;
  }
}

function figureOf({ share, percent }: MatrixCell): TargetFigure | null {
  if (share !== null) return { percent: share.percent, met: share.numerator, of: share.denominator };
  return percent === null ? null : { percent, met: null, of: null };
}

/** In an open month a target below its goal is at risk: it may still be met. */
function isBelow({ goalPercent }: MatrixRow, figure: TargetFigure | null): boolean {
  return figure !== null && goalPercent !== null && figure.percent < goalPercent;
}
