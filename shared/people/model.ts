import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { personRoles } from '#shared/agreements/model.ts';
import { nameSchema } from '#shared/organisations/model.ts';

/** A role has exactly one scope: an agreement, a service or an organisation. */
export const roleScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreement'), id: z.string() }),
  z.strictObject({ kind: z.literal('service'), id: z.string() }),
  z.strictObject({ kind: z.literal('organisation'), id: z.string() }),
]);

export const roleInputSchema = z.strictObject({
  person: z.string().min(1),
  role: z.enum(personRoles),
  side: z.enum(['provider', 'customer']),
  scope: roleScopeSchema,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Id of the same role of somebody else, for whom the person stands in. */
  deputyOf: z.string().optional(),
});

export const roleSchema = z.strictObject({
  id: z.string(),
  personId: z.string(),
  role: z.enum(personRoles),
  side: z.enum(['provider', 'customer']),
  scope: roleScopeSchema,
  scopeName: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** For whom a deputy stands in. */
  deputyOf: z.string().nullable(),
  /** Who stands in for this one. */
  deputies: z.array(z.string()),
});
export type Role = z.infer<typeof roleSchema>;

const email = lineText.max(320).regex(/^[^\s@]+@[^\s@]+$/u, 'An address has one @: name@example.org');

/** What `people create FILE` reads. An organisation that is only named is created. */
export const personInputSchema = z.strictObject({
  schema: z.literal('parley/person/1').optional(),
  name: nameSchema,
  organisation: nameSchema,
  email: email.optional(),
  phone: lineText.max(100).optional(),
  jobTitle: lineText.max(200).optional(),
});
export type PersonInput = z.input<typeof personInputSchema>;

/** More come in as a file. */
export const mostPastedPeople = 2000;

const personFieldsSchema = z.strictObject({
  name: nameSchema.optional(),
  organisationId: z.string().optional(),
  email: email.nullable().optional(),
  phone: lineText.max(100).nullable().optional(),
  jobTitle: lineText.max(200).nullable().optional(),
});

/** `was`: what the person at this computer had seen of the fields. */
export const personChangesSchema = personFieldsSchema.extend({ id: z.string(), was: personFieldsSchema.optional() });

export const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  organisationId: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  isUser: z.boolean(),
  archivedOn: z.string().nullable(),
  /** Set on a duplicate: who it went into. */
  mergedIntoId: z.string().nullable(),
  roles: z.array(roleSchema),
});
export type Person = z.infer<typeof personSchema>;

/** A person in the list of everybody. */
export const personRowSchema = personSchema.extend({
  /** Of an own organisation. */
  ours: z.boolean(),
  /** Agreements on which the person has a role that has not ended, or signs. */
  agreements: z.int(),
  /** When the person last said something that was noted (ms UTC). */
  lastNoteAt: z.int().nullable(),
});
export type PersonRow = z.infer<typeof personRowSchema>;
