import { oc } from '@orpc/contract';
import { z } from 'zod';
import { arrangementSchema, placeSchema, savedViewSchema, viewChangesSchema, viewInputSchema } from './model.ts';

const named = z.strictObject({ id: z.string() });

/** Views of lists: named ones in the workspace, and how each table stands on this computer. */
export const viewsContract = {
  /** The views of a place that the person at the laptop sees: the shared ones and the own ones, in the order in which they were saved. */
  list: oc.input(z.strictObject({ place: placeSchema })).output(z.array(savedViewSchema)),
  /** Refused with `conflict` where the person sees a view of that name already. */
  save: oc.input(viewInputSchema).output(named),
  change: oc.input(viewChangesSchema).output(named),
  remove: oc.input(z.strictObject({ id: z.string().min(1) })).output(z.strictObject({ removed: z.literal(true) })),
  /** How every table stands on this computer, by place; kept outside the workspace file. */
  arrangements: oc.output(z.record(z.string(), arrangementSchema)),
  arrange: oc.input(z.strictObject({ place: placeSchema, arrangement: arrangementSchema })).output(z.strictObject({ kept: z.literal(true) })),
};
