import { z } from 'zod';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { delimiters } from '#shared/imports/dialect.ts';
import { importFields, importKinds, stateMeaningSchema } from '#shared/imports/profile.ts';
import { dateOrders } from '#shared/imports/times.ts';

const text = z.string().min(1).max(400);
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const names = optional(z.record(z.string(), text));
const fields = [...new Set(Object.values(importFields).flat())];

/** Which rows stand beside the columns. */
export const rowChoices = ['ticket', 'first', 'odd'] as const;
export type RowChoice = (typeof rowChoices)[number];

/**
 * Everything about an import on its way, as it stands in the address: the uploaded file, what was chosen in place of what was
 * found, and the job that runs. `columns`: a field's column, empty for none. `customer`, `service`, `site`: the one name for all rows,
 * empty for "none, and that is right".
 */
export const wizardSearchSchema = z.object({
  kind: z.enum(importKinds).optional().catch(undefined),
  file: optional(text),
  name: optional(text),
  step: optional(z.enum(['map', 'check', 'run'])),
  job: optional(text),
  profile: optional(text),
  encoding: optional(text),
  delimiter: optional(z.enum(delimiters)),
  dateOrder: optional(z.enum(dateOrders)),
  zone: optional(text),
  missing: optional(z.array(z.string().max(40)).max(20)),
  columns: optional(z.partialRecord(z.enum(fields), z.string().max(400))),
  states: optional(z.record(z.string(), stateMeaningSchema)),
  priorities: names,
  types: names,
  customers: names,
  services: names,
  customer: optional(z.string().max(400)),
  service: optional(z.string().max(400)),
  site: optional(z.string().max(400)),
  from: optional(text),
  to: optional(text),
  rows: optional(z.enum(rowChoices)),
  page: optional(z.int().min(0)),
});
export type WizardSearch = z.infer<typeof wizardSearchSchema>;

/** How a quarantine stands in the address: one reason, what is looked for, and what every list has. */
export const quarantineSearchSchema = z.object({ code: optional(text), find: optional(z.string().min(1).max(200)), ...tableSearchShape });
export type QuarantineSearch = z.infer<typeof quarantineSearchSchema>;

/** The quarantine as it is opened: under its reasons. */
export const byReason = { group: 'reason' } as const;

/** Changes the address in place; with `step` in it, as a new step of the history. */
export type SetSearch = (changes: Partial<WizardSearch>) => void;

/** The address of a file that was just taken in: nothing of the one before stays. */
export function freshSearch(kind: WizardSearch['kind'], file: { readonly id: string; readonly name: string }): WizardSearch {
  return { kind, file: file.id, name: file.name, step: 'map' };
}
