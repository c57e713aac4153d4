import { z } from 'zod';

/** Things that files can be attached to. A ticket and an outage are named by their number. */
export const attachable = ['agreement', 'organisation', 'person', 'service', 'import', 'outage', 'ticket'] as const;
export type Attachable = (typeof attachable)[number];

/** Largest file, bytes: 50 MB as file managers count them. */
export const largestAttachment = 50 * 1024 * 1024;
export const mostAttachments = 500;

export const attachedToSchema = z.strictObject({ kind: z.enum(attachable), id: z.string().min(1).max(64) });
export type AttachedTo = z.infer<typeof attachedToSchema>;

export const attachmentSchema = z.strictObject({
  /** Also the id by which its bytes are fetched. */
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  /** Of the bytes, as hex: the same file is stored once. */
  sha256: z.string(),
  at: z.int(),
  /** As chosen on the laptop; null where nobody was named. */
  by: z.string().nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;
