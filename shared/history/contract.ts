import { oc } from '@orpc/contract';
import { z } from 'zod';
import { commands } from './commands.ts';
import { archivable, archivedSchema, deletedSchema, historyEntrySchema, historyPageSchema, historySubjects } from './model.ts';

const id = z.string().min(1);
const limit = z.int().min(1).max(500);
const subject = z.strictObject({ kind: z.enum(historySubjects), id });

/** What was changed, by whom, and the exact way back. */
export const historyContract = {
  /** Changes of the whole workspace, of one thing with what belongs to it, or of one person; the newest first, `before` a change number. */
  list: oc
    .input(z.strictObject({ of: subject.optional(), actor: id.optional(), before: z.int().optional(), limit: limit.default(50) }).default({ limit: 50 }))
    .output(historyPageSchema),
  /** Changes of a thing and of what belongs to it, the newest first. */
  of: oc.input(subject.extend({ limit: limit.default(100) })).output(z.array(historyEntrySchema)),
  /** The newest change that a command made (`since`: at or after that instant), so that a screen can offer to take it back; null where there is none. */
  latest: oc.input(z.strictObject({ command: z.enum(commands), since: z.int().min(0).optional() })).output(z.strictObject({ id: z.string().nullable() })),
  /**
   * Takes a change back by a new one, an import as a whole. `conflict` where a later change stands on it, with that change; refused for what
   * another person has seen: approvals, seals, signatures.
   */
  undo: oc.input(z.strictObject({ id })).output(z.strictObject({ id: z.string() })),
  /** Does a change again that was taken back. */
  redo: oc.input(z.strictObject({ id })).output(z.strictObject({ id: z.string() })),
  /** The recycle bin: deleted records that are not there again, newest first. `undo` of its change brings one back. */
  deleted: oc.input(z.strictObject({ limit: limit.default(200) }).default({ limit: 200 })).output(z.array(deletedSchema)),
  /** Puts a record away or takes it out again: hidden from lists and choices, kept, and found by the search. */
  archive: oc.input(z.strictObject({ kind: z.enum(archivable), id, archived: z.boolean() })).output(z.strictObject({ archivedOn: z.string().nullable() })),
  /** Everything that is archived, by name. */
  archived: oc.output(z.array(archivedSchema)),
};
