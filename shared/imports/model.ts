import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { delimiters } from './dialect.ts';
import { importKinds, importProfileSchema } from './profile.ts';
import { dateOrders } from './times.ts';

const name = lineText.min(1, 'A name is needed').max(400);

/** What can be said about an import beside its file. */
export const importSettingsSchema = z.strictObject({
  kind: z.enum(importKinds),
  /** Name of a shipped or saved profile, a whole profile, or null: the shipped one whose columns fit. */
  profile: z.union([name, importProfileSchema]).nullable().default(null),
  /** Fixed names for every row; an organisation, service or site that is only named is created. */
  customer: name.nullable().default(null),
  service: name.nullable().default(null),
  site: name.nullable().default(null),
  /** IANA zone of times that carry none. */
  zone: z.string().min(1).nullable().default(null),
  /** What span the file covers: dates or instants, half-open. Null: from the first to the last event. */
  coverage: z.strictObject({ from: z.string(), to: z.string() }).nullable().default(null),
  /** False: a name that the workspace does not know is refused. */
  create: z.boolean().default(true),
  /** Keep the file itself, packed; false keeps its SHA-256 only. */
  keepFile: z.boolean().default(true),
  encoding: z.string().nullable().default(null),
  delimiter: z.enum(delimiters).nullable().default(null),
  dateOrder: z.enum(dateOrders).nullable().default(null),
  /** Name of the source; null: made of the profile and the customer. */
  source: name.nullable().default(null),
});
export type ImportSettings = z.infer<typeof importSettingsSchema>;

/** Lines of an earlier import that come again, corrected. */
export const correctsSchema = z.strictObject({ import: z.string(), lines: z.array(z.int().min(1)).max(1000) });
export type Corrects = z.infer<typeof correctsSchema>;

const count = z.int().min(0);
export const countsSchema = z.strictObject({ read: count, new: count, updated: count, unchanged: count, quarantined: count });
export const ticketCountsSchema = z.strictObject({ total: count, new: count, updated: count, unchanged: count });
export const findingSchema = z.strictObject({ code: z.string(), count, text: z.string() });
export const quarantinedSchema = z.strictObject({ row: count, code: z.string(), reason: z.string() });

/** What an import did, or would do (`dryRun`). `row` is the line in the file, counted from 1. */
export const importAnswerSchema = z.strictObject({
  kind: z.enum(importKinds),
  dryRun: z.boolean(),
  profile: z.string(),
  source: z.string(),
  coverage: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  counts: countsSchema,
  tickets: ticketCountsSchema.nullable(),
  quarantine: z.array(quarantinedSchema),
  /** Quarantined rows by reason, the most frequent first, with one original line. */
  reasons: z.array(z.strictObject({ code: z.string(), text: z.string(), count, line: count, detail: z.string(), raw: z.string() })),
  quality: z.array(findingSchema),
  /** Names that were created, or would be. */
  created: z.strictObject({ organisations: z.array(z.string()), services: z.array(z.string()), sites: z.array(z.string()) }),
  import: z.string().nullable(),
  file: z.strictObject({ name: z.string(), bytes: count, sha256: z.string() }),
  reading: z.strictObject({ encoding: z.string(), delimiter: z.string(), dateOrder: z.enum(dateOrders), zone: z.string().nullable() }),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
