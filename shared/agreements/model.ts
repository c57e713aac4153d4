import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';
import { calendarDefinitionSchema, calendarReferenceSchema } from '#shared/calendar/model.ts';
import { currencySchema } from '#shared/money/money.ts';
import { completenessItems } from './completeness-items.ts';
import { termCodeSchema, termSchema } from './terms.ts';

const name = lineText.min(1).max(500);
/** First and last day of a promise that somebody keeps: a year outside is a slip of the keyboard. */
const date = z.iso.date().refine((day) => day >= '1900-01-01' && day <= '2199-12-31', { message: 'a day between 1900 and 2199' });

/** Roles that a person may hold; several at once, on either side. */
export const personRoles = [
  'service-level-manager', 'relationship-manager', 'service-owner', 'service-desk-manager', 'supplier-manager', 'sponsor', 'signatory', 'approver', 'contact', 'escalation',
] as const;
export type PersonRole = (typeof personRoles)[number];

/** States of a version. In force and superseded are derived from dates, never stored. */
export const versionStates = ['draft', 'negotiating', 'agreed', 'approved', 'signing', 'signed', 'rejected', 'abandoned'] as const;
export type VersionState = (typeof versionStates)[number];

export const documentLanguages = ['en', 'de', 'fr', 'es'] as const;

export const prioritySchema = z.strictObject({
  id: lineText.min(1).max(100),
  name,
  definition: paragraphText.max(5000).default(''),
  /** The source's own strings, compared before any value map of an import. */
  values: z.array(z.string().min(1).max(500)).max(100).default([]),
});
export type Priority = z.infer<typeof prioritySchema>;

/** Notice before the end of the term; a day that falls on a closed day of `calendar` moves as `businessDay` says (calculation-rules section 10). */
export const noticeSchema = z
  .strictObject({
    months: z.int().min(0).max(120).optional(),
    days: z.int().min(0).max(3650).optional(),
    businessDay: z.enum(['preceding', 'next', 'none']).default('preceding'),
    calendar: calendarReferenceSchema.optional(),
  })
  .refine((notice) => (notice.months === undefined) !== (notice.days === undefined), { message: 'give months or days', path: ['months'] });

export const renewalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('automatic'), months: z.int().min(1).max(120) }),
]);

/**
 * The whole content of an agreement, `parley/agreement/1`: what goes in by `agreements create` and comes out by `agreements show`.
 * Parsing fills every default. References between its parts are checked by `checkReferences`.
 */
export const agreementDocumentSchema = z.strictObject({
  schema: z.literal('parley/agreement/1'),
  id: z.string().max(100).optional(),
  number: z.string().max(100).optional(),
  version: z.int().min(1).optional(),
  state: z.enum(versionStates).optional(),
  kind: z.enum(['sla', 'ola', 'uc']),
  title: name,
  language: z.enum(documentLanguages).default('en'),
  zone: z.string().min(1).max(100),
  currency: currencySchema.default('EUR'),
  parties: z.array(z.strictObject({ side: z.enum(['provider', 'customer']), organisation: name })).min(1).max(200),
  services: z.array(z.strictObject({ service: name, site: name.optional() })).max(1000).default([]),
  people: z.array(z.strictObject({ name, organisation: name, role: z.enum(personRoles) })).max(1000).default([]),
  term: z.strictObject({ from: date, to: date }).optional(),
  notice: noticeSchema.optional(),
  renewal: renewalSchema.default({ kind: 'none' }),
  review: z.strictObject({ everyMonths: z.int().min(1).max(120) }).default({ everyMonths: 12 }),
  takeover: z.enum(['start', 'stop']).default('start'),
  calendars: z.record(lineText.min(1).max(200), calendarDefinitionSchema).default({}),
  serviceHours: calendarReferenceSchema.optional(),
  priorities: z.array(prioritySchema).max(50).default([]),
  terms: z.array(termSchema).max(2000).default([]),
  requirements: z.array(z.strictObject({ id: z.string().min(1).max(100), text: paragraphText.min(1).max(10_000), terms: z.array(termCodeSchema) })).max(1000).default([]),
  internal: z.record(z.string(), z.unknown()).default({}),
  /** Items of the completeness list that do not apply to this agreement, each with its reason. */
  notApplicable: z.array(z.strictObject({ item: z.enum(completenessItems), reason: paragraphText.min(1).max(1000) })).max(24).default([]),
});
export type AgreementDocument = z.infer<typeof agreementDocumentSchema>;
/** The document as a person writes it: defaults may be missing. */
export type AgreementDocumentInput = z.input<typeof agreementDocumentSchema>;
