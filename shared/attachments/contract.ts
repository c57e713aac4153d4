import { oc } from '@orpc/contract';
import { z } from 'zod';
import { attachedToSchema, attachmentSchema } from './model.ts';

/** Files on a record. Parley only keeps them: it never runs or shows one. */
export const attachmentsContract = {
  /** In the order in which they were attached. */
  list: oc.input(attachedToSchema).output(z.array(attachmentSchema)),
  /** Takes an uploaded file by its id. Refused with `invalid-input` above 50 MB, with `not-found` where the file vanished meanwhile. */
  add: oc.input(z.strictObject({ to: attachedToSchema, file: z.string().min(1) })).output(attachmentSchema),
  remove: oc.input(z.strictObject({ id: z.string().min(1) })).output(z.strictObject({ removed: z.boolean() })),
};
