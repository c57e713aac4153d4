import { z } from 'zod';
import { paragraphText } from '#shared/format/text.ts';
import { nameSchema } from '#shared/organisations/model.ts';

export const serviceStatuses = ['pipeline', 'live', 'retired'] as const;

/** What `services create FILE` reads. `owner` names a person of the workspace. */
export const serviceInputSchema = z.strictObject({
  schema: z.literal('parley/service/1').optional(),
  name: nameSchema,
  status: z.enum(serviceStatuses).default('live'),
  owner: nameSchema.optional(),
  description: paragraphText.max(10_000).optional(),
});
export type ServiceInput = z.input<typeof serviceInputSchema>;

const serviceFieldsSchema = z.strictObject({
  name: nameSchema.optional(),
  status: z.enum(serviceStatuses).optional(),
  ownerId: z.string().nullable().optional(),
  description: paragraphText.max(10_000).nullable().optional(),
});

/** `was`: what the person had seen of the fields. */
export const serviceChangesSchema = serviceFieldsSchema.extend({ id: z.string(), was: serviceFieldsSchema.optional() });

export const serviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(serviceStatuses),
  ownerId: z.string().nullable(),
  owner: z.string().nullable(),
  description: z.string().nullable(),
  archivedOn: z.string().nullable(),
  agreements: z.int(),
});
export type Service = z.infer<typeof serviceSchema>;
