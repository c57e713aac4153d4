import { z } from 'zod';

/** What is measured of a target in a month: its share with the counts, or per cent alone. */
export const targetFigureSchema = z.strictObject({ percent: z.number(), met: z.int().nullable(), of: z.int().nullable() });
export type TargetFigure = z.infer<typeof targetFigureSchema>;

/** A target of an agreement in force in one of the latest months; null figure: nothing is measured in it. */
export const measuredTargetSchema = z.strictObject({
  agreement: z.strictObject({ id: z.string(), number: z.string(), title: z.string() }),
  customers: z.array(z.string()),
  term: z.string(),
  name: z.string(),
  priority: z.string().nullable(),
  part: z.string().nullable(),
  goalPercent: z.number().nullable(),
  month: z.string(),
  figure: targetFigureSchema.nullable(),
});
export type MeasuredTarget = z.infer<typeof measuredTargetSchema>;

/** The targets of agreements in force whose verdict an import moved in the open month. `targets`: how many are measured in it. */
export const importEffectsSchema = z.strictObject({
  month: z.string(),
  targets: z.int().min(0),
  changes: z.array(z.strictObject({
    agreement: z.strictObject({ id: z.string(), number: z.string(), title: z.string() }),
    customers: z.array(z.string()),
    name: z.string(),
    priority: z.string().nullable(),
    part: z.string().nullable(),
    goalPercent: z.number().nullable(),
    before: targetFigureSchema.nullable(),
    now: targetFigureSchema.nullable(),
    isAtRisk: z.boolean(),
  })),
});
export type ImportEffects = z.infer<typeof importEffectsSchema>;

/** What was measured before an import, as the import keeps it: figures by target and month. */
export const figuresBeforeSchema = z.strictObject({ agreements: z.array(z.string()), figures: z.record(z.string(), targetFigureSchema) });
export type FiguresBefore = z.infer<typeof figuresBeforeSchema>;

/** The figures alone, of what an import may move. */
export function figuresOf(agreements: readonly string[], targets: readonly MeasuredTarget[]): FiguresBefore {
  return { agreements: [...agreements], figures: Object.fromEntries(targets.flatMap((target) => (target.figure === null ? [] : [[keyOf(target), target.figure]]))) };
}

/**
 * The targets whose verdict moved in the latest month that is measured now, those at risk first. In an open month a target below its
 * goal is at risk: it may still be met. An agreement that was not there before is left out.
 */
export function effectsBetween(before: FiguresBefore, now: readonly MeasuredTarget[]): ImportEffects {
  const known = now.filter(({ agreement }) => before.agreements.includes(agreement.id));
  const month = known.reduce((latest, target) => (target.figure !== null && target.month > latest ? target.month : latest), '');
  const open = known.filter((target) => target.month === month);
  const changes = open.flatMap((target) => {
    const was = before.figures[keyOf(target)] ?? null;
    const [isAtRisk, wasAtRisk] = [isBelow(target.figure, target.goalPercent), isBelow(was, target.goalPercent)];
    const { agreement, customers, name, priority, part, goalPercent } = target;
    return isAtRisk === wasAtRisk ? [] : [{ agreement, customers, name, priority, part, goalPercent, before: was, now: target.figure, isAtRisk }];
  });
  return { month, targets: open.length, changes: changes.toSorted((a, b) => Number(b.isAtRisk) - Number(a.isAtRisk)) };
}

function keyOf({ agreement, term, priority, part, month }: MeasuredTarget): string {
  return [agreement.id, term, priority, part, month].join('\n');
}

function isBelow(figure: TargetFigure | null, goalPercent: number | null): boolean {
  return figure !== null && goalPercent !== null && figure.percent < goalPercent;
}
