import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';

/** A name of an organisation, a site, a person or a service: any script, 1 to 500 characters. */
export const nameSchema = lineText.min(1, 'A name is needed').max(500, 'At most 500 characters');
/** IANA time zone, Europe/Berlin. Whether it exists is checked by the handler. */
export const zoneSchema = z.string().min(1).max(100);

/** How sentences of documents call it, where that is not its name without the legal form. */
const shortNameSchema = lineText.min(1).max(200);
/** As a document prints it, in one or several lines. */
const addressSchema = paragraphText.min(1).max(1000);
/** Of the commercial register, the company or the tax number: what identifies a party. */
const registerNumberSchema = lineText.min(1).max(200);

/** What `organisations create FILE` reads. An organisation has no kind: what it is follows from the sides that it takes. */
export const organisationInputSchema = z.strictObject({
  schema: z.literal('parley/organisation/1').optional(),
  name: nameSchema,
  parent: nameSchema.optional(),
  ours: z.boolean().default(false),
  zone: zoneSchema.optional(),
  language: z.enum(['en', 'de', 'fr', 'es']).optional(),
  shortName: shortNameSchema.optional(),
  address: addressSchema.optional(),
  registerNumber: registerNumberSchema.optional(),
});
export type OrganisationInput = z.input<typeof organisationInputSchema>;

const organisationFieldsSchema = z.strictObject({
  name: nameSchema.optional(),
  /** Id of the organisation that this one is a department or team of. */
  parentId: z.string().nullable().optional(),
  ours: z.boolean().optional(),
  zone: zoneSchema.nullable().optional(),
  archived: z.boolean().optional(),
  shortName: shortNameSchema.nullable().optional(),
  address: addressSchema.nullable().optional(),
  registerNumber: registerNumberSchema.nullable().optional(),
});

/** `was`: what the person had seen of the fields; one that somebody else changed meanwhile is refused with both values. */
export const organisationChangesSchema = organisationFieldsSchema.extend({ id: z.string(), was: organisationFieldsSchema.optional() });

export const siteSchema = z.strictObject({
  id: z.string(),
  organisation: z.string(),
  organisationId: z.string(),
  name: z.string(),
  zone: z.string(),
  calendarId: z.string().nullable(),
  calendar: z.string().nullable(),
});
export type Site = z.infer<typeof siteSchema>;

/** What `sites create FILE` reads. `calendar` names one of the workspace. */
export const siteInputSchema = z.strictObject({
  schema: z.literal('parley/site/1').optional(),
  organisation: nameSchema,
  name: nameSchema,
  zone: zoneSchema.optional(),
  calendar: nameSchema.optional(),
});
const siteFieldsSchema = z.strictObject({ name: nameSchema.optional(), zone: zoneSchema.optional(), calendarId: z.string().nullable().optional() });

/** `was`: what the person had seen of the fields. */
export const siteChangesSchema = siteFieldsSchema.extend({ id: z.string(), was: siteFieldsSchema.optional() });

export const organisationRowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  ours: z.boolean(),
  zone: z.string().nullable(),
  archived: z.boolean(),
  /** Sides that it takes in agreements. */
  sides: z.array(z.enum(['provider', 'customer'])),
  agreements: z.int(),
  sites: z.int(),
  people: z.int(),
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

export const organisationSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  ours: z.boolean(),
  zone: z.string().nullable(),
  language: z.string().nullable(),
  shortName: z.string().nullable(),
  address: z.string().nullable(),
  registerNumber: z.string().nullable(),
  archived: z.boolean(),
  parentId: z.string().nullable(),
  /** Set on a duplicate: what it went into. */
  mergedIntoId: z.string().nullable(),
  /** Names of duplicates that went into it: files and agreements that name them mean it. */
  formerNames: z.array(z.string()),
  /** Departments and teams. */
  children: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  sites: z.array(siteSchema),
});
export type Organisation = z.infer<typeof organisationSchema>;
