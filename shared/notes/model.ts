import { z } from 'zod';

/** How something was said. */
export const noteChannels = ['telephone', 'mail', 'meeting'] as const;
export type NoteChannel = (typeof noteChannels)[number];

export const longestNote = 4000;
export const mostSpeakers = 50;

const text = z.string().trim().min(1).max(longestNote).refine((value) => !value.includes('\0'), 'A text holds no zero character');
const said = z.array(z.string().min(1)).max(mostSpeakers);
/** ms UTC; nobody says anything before 1970 or after the year 9999. */
const saidAt = z.int().min(0).max(253_402_300_799_999);

/** What somebody of a customer (or about one) said: a remark for our side, in no document and in no export. */
export const noteInputSchema = z.strictObject({
  organisation: z.string().min(1),
  text,
  channel: z.enum(noteChannels),
  /** Ids of who said it or was there, the first one the speaker; empty where nobody is named. */
  said: said.default([]),
  /** Now, where it is not given. */
  at: saidAt.optional(),
});

export const noteChangesSchema = z.strictObject({ id: z.string().min(1), text: text.optional(), channel: z.enum(noteChannels).optional(), said: said.optional(), at: saidAt.optional() });

const namedPerson = z.strictObject({ id: z.string(), name: z.string() });

export const noteSchema = z.strictObject({
  id: z.string(),
  organisationId: z.string(),
  organisation: z.string(),
  text: z.string(),
  /** Null on what was noted without saying how. */
  channel: z.enum(noteChannels).nullable(),
  said: z.array(namedPerson),
  /** Who wrote it, as chosen on the laptop. */
  by: namedPerson.nullable(),
  at: z.int(),
});
export type Note = z.infer<typeof noteSchema>;
