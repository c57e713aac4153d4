import { oc } from '@orpc/contract';
import { z } from 'zod';
import { noteChangesSchema, noteInputSchema, noteSchema } from './model.ts';

const created = z.strictObject({ id: z.string() });

/** What was said by telephone, by mail or in a meeting. Internal: no document, no presentation and no file for the other party reads it. */
export const notesContract = {
  /** Notes of an organisation, or what one person said or heard, the newest first. */
  list: oc
    .input(z.strictObject({ organisation: z.string().min(1).optional(), person: z.string().min(1).optional(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }).refine((input) => (input.organisation === undefined) !== (input.person === undefined), 'An organisation or a person'))
    .output(z.strictObject({ total: z.int(), notes: z.array(noteSchema) })),
  create: oc.input(noteInputSchema).output(created),
  change: oc.input(noteChangesSchema).output(created),
  remove: oc.input(z.strictObject({ id: z.string().min(1) })).output(z.strictObject({ removed: z.boolean() })),
};
