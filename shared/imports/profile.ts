import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { dateOrders } from './times.ts';

export const importKinds = ['tickets', 'outages', 'metrics'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What Parley can take from a file, per kind. A field is one column of the file, or a fixed value. */
export const importFields = {
  tickets: [
    'key', 'title', 'opened', 'updated', 'updates', 'firstResponse', 'resolved', 'closed', 'state', 'priority', 'type', 'group',
    'actor', 'customer', 'service', 'site', 'holdMinutes', 'due', 'verdict',
  ],
  outages: ['key', 'service', 'start', 'end', 'type', 'reason', 'ticket', 'approvedBy', 'weight', 'users', 'announced'],
  metrics: ['metric', 'from', 'to', 'value', 'unit', 'numerator', 'denominator', 'service', 'customer', 'note'],
} as const satisfies Record<ImportKind, readonly string[]>;
export type TicketField = (typeof importFields.tickets)[number];
export type OutageField = (typeof importFields.outages)[number];
export type MetricField = (typeof importFields.metrics)[number];
export type ImportField = TicketField | OutageField | MetricField;

/** Fields whose columns hold dates and times. */
export const timeFields: readonly ImportField[] = ['opened', 'updated', 'firstResponse', 'resolved', 'closed', 'due', 'start', 'end', 'announced', 'from', 'to'];

/** Fields whose values have a meaning that a map gives. */
export const valueFields = ['state', 'priority', 'type', 'group', 'service', 'customer', 'site'] as const;
export type ValueField = (typeof valueFields)[number];

/** What a state means: running (new, active), paused (waiting), stopped (resolved, closed), cancelled; `unknown` is as the row before. */
export const stateClasses = ['new', 'active', 'waiting', 'resolved', 'closed', 'cancelled', 'unknown'] as const;
export type StateClass = (typeof stateClasses)[number];

export const stateMeaningSchema = z.strictObject({ class: z.enum(stateClasses), reason: lineText.min(1).max(80).optional() });
export type StateMeaning = z.infer<typeof stateMeaningSchema>;

const sourceText = z.string().max(400);
const nameMap = z.record(sourceText, lineText.min(1).max(400));
const columnsSchema = z.partialRecord(
  z.enum([...new Set(Object.values(importFields).flat())]),
  z.union([sourceText.min(1), z.array(sourceText.min(1)).min(1).max(40)]),
);

/**
 * How a file of one system is read: which column is what, what its values mean, how its times are written.
 * `columns` names a column or several candidates, the first that is there counts; names are compared without case and punctuation.
 */
export const importProfileSchema = z.strictObject({
  schema: z.literal('parley/import-profile/1'),
  name: lineText.min(1).max(120),
  kind: z.enum(importKinds),
  /** Name of the source that its imports belong to, where it is not the profile's own: a renamed profile goes on with what it had. */
  source: lineText.min(1).max(200).optional(),
  /** Tickets only: one row per update, or one row per ticket. */
  layout: z.enum(['event-log', 'row-per-record']).default('row-per-record'),
  columns: columnsSchema,
  /** Fields without which the profile does not fit. */
  required: z.array(z.enum([...new Set(Object.values(importFields).flat())])).default([]),
  fixed: z.strictObject({ customer: sourceText.optional(), service: sourceText.optional(), site: sourceText.optional(), priority: sourceText.optional(), type: sourceText.optional(), group: sourceText.optional(), state: sourceText.optional() }).default({}),
  values: z.strictObject({
    state: z.record(sourceText, stateMeaningSchema).default({}),
    priority: nameMap.default({}),
    type: nameMap.default({}),
    group: nameMap.default({}),
    service: nameMap.default({}),
    customer: nameMap.default({}),
    site: nameMap.default({}),
  }).prefault({}),
  /** `detected`: from the whole column. */
  dateOrder: z.enum(['detected', ...dateOrders]).default('detected'),
  zone: z.string().min(1).nullable().default(null),
  /** Cells that say that there is no value. Empty ones always do. */
  missing: z.array(z.string().max(40)).default(['?', '-', 'NULL', 'N/A']),
});
export type ImportProfile = z.infer<typeof importProfileSchema>;

/** The column candidates of a field, in order. */
export function candidatesOf(profile: ImportProfile, field: ImportField): readonly string[] {
  const named = profile.columns[field];
  if (named === undefined) return [];
  return typeof named === 'string' ? [named] : named;
}

/** A text for looking up in a value map: outer spaces and case do not matter. */
export function comparableValue(value: string): string {
  return value.trim().toLowerCase();
}

/** The name that a map of the profile gives to a name of the file, else that name itself. A name such as `constructor` is a name like any other. */
export function mappedName(map: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(map, name) ? (map[name] ?? name) : name;
}

/** A value map for looking up by what the file writes. */
export function valueLookup<Meaning>(map: Readonly<Record<string, Meaning>>): (value: string) => Meaning | null {
  const byValue = new Map(Object.entries(map).map(([value, meaning]) => [comparableValue(value), meaning]));
  return (value) => byValue.get(comparableValue(value)) ?? null;
}
