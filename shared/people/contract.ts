import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contactsPlanSchema, importContactsInputSchema } from './contacts.ts';
import { handOverInputSchema, handOverPlanSchema } from './hand-over.ts';
import { mergePeopleInputSchema, mergePlanSchema } from './merge.ts';
import { mostPastedPeople, personChangesSchema, personInputSchema, personRowSchema, personSchema, roleInputSchema } from './model.ts';

const byId = z.strictObject({ id: z.string().min(1) });
const created = z.strictObject({ id: z.string() });

/** Persons of both sides and the roles that they hold. */
export const peopleContract = {
  /** `about`: everybody of either side with a role for the organisation, one of its agreements or their services, and its own people. */
  list: oc.input(z.strictObject({ organisation: z.string().optional(), agreement: z.string().optional(), about: z.string().optional(), archived: z.boolean().default(false) }).default({ archived: false })).output(z.array(personSchema)),
  /** Everybody of every organisation, archived people too, by name. */
  directory: oc.output(z.array(personRowSchema)),
  show: oc.input(byId).output(personSchema),
  create: oc.input(personInputSchema).output(created),
  /** Contacts pasted into an organisation, in one step with one undo: one whose name is there already gets what was pasted, and keeps the rest. */
  paste: oc.input(z.strictObject({ people: z.array(personInputSchema).min(1).max(mostPastedPeople) })).output(z.strictObject({ created: z.int(), changed: z.int() })),
  change: oc.input(personChangesSchema).output(created),
  remove: oc.input(byId).output(z.strictObject({ removed: z.boolean() })),
  assignRole: oc.input(roleInputSchema).output(created),
  /** What a file of contacts would bring; `importContacts` takes it in, in one step with one undo. The same file again changes nothing. */
  planContacts: oc.input(importContactsInputSchema).output(contactsPlanSchema),
  importContacts: oc.input(importContactsInputSchema).output(contactsPlanSchema),
  /** What handing everything over would do; `handOver` does it in one step with one undo. */
  planHandOver: oc.input(handOverInputSchema).output(handOverPlanSchema),
  handOver: oc.input(handOverInputSchema).output(handOverPlanSchema),
  /** What joining two records of the same person would do; `merge` does it in one step with one undo. */
  planMerge: oc.input(mergePeopleInputSchema).output(mergePlanSchema),
  merge: oc.input(mergePeopleInputSchema).output(mergePlanSchema),
  endRole: oc.input(z.strictObject({ id: z.string(), on: z.iso.date().optional() })).output(z.strictObject({ removed: z.boolean() })),
};
