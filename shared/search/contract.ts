import { oc } from '@orpc/contract';
import { z } from 'zod';
import { foundSchema } from './model.ts';

/** Full text over everything of the workspace. */
export const searchContract = {
  /**
   * What has words that begin with every word of the text: accents and case do not matter, and a word of four letters or more may have one slip
   * in records' names and texts. By kind, at most `limit` of each, the best first; archived records are marked.
   */
  find: oc.input(z.strictObject({ text: z.string().max(500), limit: z.int().min(1).max(100).default(6) })).output(z.array(foundSchema)),
};
