import { oc } from '@orpc/contract';
import { z } from 'zod';
import { todaySchema } from './model.ts';

/** What needs attention now, and how the agreements stand. */
export const todayContract = {
  /** As of a day (absent: today), ordered by consequence: a right that lapses, then late, then who waits for us, then due. */
  list: oc.input(z.strictObject({ on: z.iso.date().optional() }).default({})).output(todaySchema),
};
