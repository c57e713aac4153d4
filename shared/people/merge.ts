import { z } from 'zod';

/** Fields that two records of the same person or organisation may tell differently. The name is that of the one that stays. */
export const personFields = ['email', 'phone', 'jobTitle'] as const;
export const organisationFields = ['zone', 'language', 'shortName', 'address', 'registerNumber'] as const;

const named = z.strictObject({ id: z.string(), name: z.string() });

const mergeInput = <Field extends string>(fields: readonly [Field, ...Field[]]) => z.strictObject({
  /** The one that stays. */
  keep: z.string().min(1),
  /** The one that goes into it. */
  duplicate: z.string().min(1),
  /** Fields in which the duplicate is right. */
  take: z.array(z.enum(fields)).default([]),
});
export const mergePeopleInputSchema = mergeInput(personFields);
export const mergeOrganisationsInputSchema = mergeInput(organisationFields);

export const mergePlanSchema = z.strictObject({
  keep: named,
  duplicate: named,
  /** What moves, by table, and how many rows of it; `double` of them are there already and go. */
  moves: z.array(z.strictObject({ table: z.string(), count: z.int(), double: z.int() })),
  /** What is sealed, signed or issued keeps the duplicate's name. */
  stays: z.array(z.strictObject({ table: z.string(), count: z.int() })),
  /** Both say something else; the one that stays is right unless the other one's is taken. */
  conflicts: z.array(z.strictObject({ field: z.enum([...new Set([...personFields, ...organisationFields])]), kept: z.string(), duplicate: z.string() })),
  /** Empty fields that the duplicate fills. */
  filled: z.array(z.enum([...new Set([...personFields, ...organisationFields])])),
  /** Tickets of the duplicate: they stay under its name and count for the one that stays. */
  tickets: z.int(),
});
export type MergePlan = z.infer<typeof mergePlanSchema>;
