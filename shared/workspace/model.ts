import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { currencySchema } from '#shared/money/money.ts';

/** A person who can be "I am". */
export const workspacePersonSchema = z.strictObject({ id: z.string(), name: z.string(), organisation: z.string().nullable() });

export const workspaceInfoSchema = z.strictObject({
  id: z.string(),
  /** Absolute path of the workspace file. */
  file: z.string(),
  name: z.string(),
  started: z.boolean(),
  /** Everything in it is made up, and it can be removed in one click. */
  isSample: z.boolean(),
  organisation: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Who acts, or null while nobody is named. */
  person: workspacePersonSchema.nullable(),
  zone: z.string(),
  language: z.string(),
  currency: z.string(),
  /** Version of the program. */
  version: z.string(),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

const name = lineText.min(1, 'A name is needed').max(200, 'At most 200 characters');

export const startSchema = z.strictObject({
  organisation: name,
  person: name,
  /** IANA zone of the laptop, the workspace's default; UTC where it is not given. */
  zone: z.string().max(64).optional(),
});

/** What holds for new things: the zone and currency of a new agreement, the language of its documents. */
export const workspaceChangesSchema = z.strictObject({
  name: name.optional(),
  zone: z.string().min(1).max(64).optional(),
  language: z.enum(['en', 'de', 'fr', 'es']).optional(),
  currency: currencySchema.optional(),
});
export type WorkspaceChanges = z.infer<typeof workspaceChangesSchema>;

export const personChoiceSchema = z.strictObject({ person: z.string().min(1) });

export const announcementSchema = z.strictObject({ command: z.string(), subject: z.string().nullable() });
export type Announcement = z.infer<typeof announcementSchema>;
