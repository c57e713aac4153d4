import { oc } from '@orpc/contract';
import { z } from 'zod';
import { serviceChangesSchema, serviceInputSchema, serviceSchema } from './model.ts';

const byId = z.strictObject({ id: z.string().min(1) });
const created = z.strictObject({ id: z.string() });

/** What is promised for. */
export const servicesContract = {
  list: oc.input(z.strictObject({ archived: z.boolean().default(false) }).default({ archived: false })).output(z.array(serviceSchema)),
  show: oc.input(byId).output(serviceSchema),
  create: oc.input(serviceInputSchema).output(created),
  change: oc.input(serviceChangesSchema).output(created),
  remove: oc.input(byId).output(z.strictObject({ removed: z.boolean() })),
};
