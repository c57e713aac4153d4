import { z } from 'zod';
import { delimiters } from './dialect.ts';
import { countsSchema, findingSchema, ticketCountsSchema } from './model.ts';
import { importKinds, importProfileSchema, stateMeaningSchema, valueFields } from './profile.ts';
import { dateOrders } from './times.ts';

const count = z.int().min(0);

/** One row of a sample: cells in the order of the header, what Parley makes of them by field, and what keeps it out. */
const sampleRowSchema = z.strictObject({
  line: count,
  cells: z.array(z.string()),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  problem: z.strictObject({ code: z.string(), reason: z.string() }).nullable(),
});
export type SampleRow = z.infer<typeof sampleRowSchema>;

/** A value of a mapped column, its rows, and what it means by the profile; null: no map knows it. `state`: the meaning of a state. */
const columnValueSchema = z.strictObject({ value: z.string(), rows: count, meaning: z.string().nullable(), state: stateMeaningSchema.nullable() });

/** What the wizard's second step shows: each finding with its evidence. */
export const previewSchema = z.strictObject({
  kind: z.enum(importKinds),
  file: z.strictObject({ name: z.string(), bytes: count, sha256: z.string() }),
  /** The profile that is laid over the file; null where none or two fit: then `choices` says which could. */
  profile: importProfileSchema.nullable(),
  /** The profile that the rows are laid out by: the same, or the nearest one, from which columns can be chosen. */
  nearest: importProfileSchema,
  title: z.string().nullable(),
  choices: z.array(z.strictObject({ name: z.string(), title: z.string(), fits: z.boolean(), columns: count, missing: z.array(z.string()) })),
  encoding: z.strictObject({ label: z.string(), title: z.string(), evidence: z.string(), isDamaged: z.boolean() }),
  delimiter: z.strictObject({ value: z.enum(delimiters), fitting: count, rows: count }),
  missing: z.array(z.strictObject({ marker: z.string(), columns: count })),
  dates: z.strictObject({ order: z.enum(dateOrders), isSure: z.boolean(), evidence: z.string() }),
  /** `byHour`: arrivals by hour of the wall clock, 24 numbers. `isNeeded`: the file names no zone, so one has to be said. */
  zone: z.strictObject({ value: z.string().nullable(), isNeeded: z.boolean(), byHour: z.array(count) }),
  header: z.array(z.string()),
  rows: count,
  columns: z.array(z.strictObject({ field: z.string(), column: z.string().nullable(), index: z.int(), isRequired: z.boolean() })),
  values: z.array(z.strictObject({ field: z.enum(valueFields), isTooMany: z.boolean(), unknown: count, values: z.array(columnValueSchema) })),
  coverage: z.strictObject({ from: z.string(), to: z.string(), months: z.array(z.strictObject({ month: z.string(), rows: count })) }).nullable(),
  samples: z.strictObject({ first: z.array(sampleRowSchema), ticket: z.array(sampleRowSchema), odd: z.array(sampleRowSchema) }),
  /** How many things a person has to confirm: the zone, new values of mapped columns, an unsure order of dates. */
  toConfirm: count,
});
export type Preview = z.infer<typeof previewSchema>;

/** How the lines of a file are written. */
export const lineSyntaxSchema = z.strictObject({ header: z.array(z.string()), delimiter: z.enum(delimiters) });

export const problemGroupSchema = z.strictObject({ code: z.string(), text: z.string(), count, line: count, detail: z.string(), raw: z.string() });
export const problemSchema = z.strictObject({ line: count, code: z.string(), detail: z.string(), raw: z.string() });

/** One committed import. Instants are ms UTC. */
export const importRecordSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['tickets', 'outages', 'maintenance', 'readings', 'responses']),
  source: z.string(),
  sourceId: z.string(),
  profile: z.string(),
  file: z.strictObject({ id: z.string(), name: z.string(), bytes: count, sha256: z.string() }),
  at: z.int(),
  by: z.string().nullable(),
  counts: countsSchema,
  tickets: ticketCountsSchema.nullable(),
  quality: z.array(findingSchema),
  coverage: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  zone: z.string().nullable(),
  isUndone: z.boolean(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

export const savedProfileSchema = z.strictObject({ id: z.string().nullable(), title: z.string(), isShipped: z.boolean(), organisationId: z.string().nullable(), profile: importProfileSchema });
export type SavedProfile = z.infer<typeof savedProfileSchema>;

/** What span of a source and service is known. Instants are ms UTC. */
export const sourceCoverageSchema = z.strictObject({
  source: z.string(),
  sourceId: z.string(),
  serviceId: z.string().nullable(),
  service: z.string().nullable(),
  kind: z.enum(['tickets', 'outages', 'readings']),
  from: z.int(),
  to: z.int(),
  nextExpectedOn: z.string().nullable(),
});
export type SourceCoverage = z.infer<typeof sourceCoverageSchema>;
