import { oc } from '@orpc/contract';
import { z } from 'zod';
import { mergeOrganisationsInputSchema, mergePlanSchema } from '#shared/people/merge.ts';
import { organisationChangesSchema, organisationInputSchema, organisationRowSchema, organisationSchema, siteChangesSchema, siteInputSchema, siteSchema } from './model.ts';

const byId = z.strictObject({ id: z.string().min(1) });
const created = z.strictObject({ id: z.string() });

/** Firms, departments and teams of any side. */
export const organisationsContract = {
  list: oc.input(z.strictObject({ archived: z.boolean().default(false) }).default({ archived: false })).output(z.array(organisationRowSchema)),
  show: oc.input(byId).output(organisationSchema),
  create: oc.input(organisationInputSchema).output(created),
  change: oc.input(organisationChangesSchema).output(created),
  remove: oc.input(byId).output(z.strictObject({ removed: z.boolean() })),
  /** What joining two records of the same organisation would do; `merge` does it in one step with one undo. */
  planMerge: oc.input(mergeOrganisationsInputSchema).output(mergePlanSchema),
  merge: oc.input(mergeOrganisationsInputSchema).output(mergePlanSchema),
};

/** Where people and services are, each with its zone and, where wanted, its own calendar. */
export const sitesContract = {
  list: oc.input(z.strictObject({ organisation: z.string().optional() }).default({})).output(z.array(siteSchema)),
  show: oc.input(byId).output(siteSchema),
  create: oc.input(siteInputSchema).output(created),
  change: oc.input(siteChangesSchema).output(created),
  remove: oc.input(byId).output(z.strictObject({ removed: z.boolean() })),
};
