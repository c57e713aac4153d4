import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { announcementSchema, personChoiceSchema, startSchema, workspaceChangesSchema, workspaceInfoSchema } from './model.ts';

/** The open workspace, its first start, and who is at the keyboard. */
export const workspaceContract = {
  /** What is open, and who acts. `started` is false until the own organisation and the first person have names. */
  info: oc.output(workspaceInfoSchema),
  /** First start: names the own organisation and the person at the laptop. Refused with `conflict` when done before. */
  start: oc.input(startSchema).output(workspaceInfoSchema),
  /** Name, and what new things begin with. */
  change: oc.input(workspaceChangesSchema).output(workspaceInfoSchema),
  /** "I am": chooses who acts from this installation; kept outside the workspace file. A person of an own organisation becomes a user by it. */
  choosePerson: oc.input(personChoiceSchema).output(workspaceInfoSchema),
  /** One event after every commit, of this process or of a job, so that a screen can read again. */
  announcements: oc.output(eventIterator(announcementSchema)),
  /** Integrity and foreign keys of the file, and the hash chain of its log. */
  check: oc.output(z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) })),
};
