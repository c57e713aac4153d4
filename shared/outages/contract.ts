import { oc } from '@orpc/contract';
import { z } from 'zod';
import { maintenanceInputSchema, maintenanceSchema, outageInputSchema, outageSchema } from './model.ts';

/** Instants are ms UTC; what touches the span is listed. */
const listInput = z.strictObject({ serviceId: z.string().optional(), from: z.int().optional(), to: z.int().optional(), offset: z.int().min(0).default(0), limit: z.int().min(0).max(1000).default(200) });
const removed = z.strictObject({ removed: z.literal(true) });

/** Times in which a service was not, or not known to be, up. */
export const outagesContract = {
  list: oc.input(listInput).output(z.strictObject({ total: z.int(), rows: z.array(outageSchema) })),
  show: oc.input(z.strictObject({ no: z.int() })).output(outageSchema),
  create: oc.input(outageInputSchema).output(z.strictObject({ no: z.int() })),
  /** Changes any outage; a later import of its source may write it again. `was`: what the person had seen, so that what others changed meanwhile stays. */
  change: oc.input(outageInputSchema.extend({ no: z.int(), was: outageInputSchema.optional() })).output(z.strictObject({ no: z.int() })),
  /** Removes a typed outage. Refused with `rule-violated` for an imported one. */
  remove: oc.input(z.strictObject({ no: z.int() })).output(removed),
};

/** Planned work. */
export const maintenanceContract = {
  list: oc.input(listInput).output(z.strictObject({ total: z.int(), rows: z.array(maintenanceSchema) })),
  create: oc.input(maintenanceInputSchema).output(z.strictObject({ id: z.string() })),
  change: oc.input(maintenanceInputSchema.extend({ id: z.string(), was: maintenanceInputSchema.optional() })).output(z.strictObject({ id: z.string() })),
  remove: oc.input(z.strictObject({ id: z.string() })).output(removed),
};
