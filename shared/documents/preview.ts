import { z } from 'zod';
import type { Block } from './model.ts';

/** The printed document for the screen: the same blocks as the file, pictures as figures. Made by this program only, so its blocks are checked by their kind. */
export const previewSchema = z.strictObject({
  header: z.strictObject({ left: z.string(), right: z.string() }),
  footer: z.string(),
  /** Six hexadecimal digits. */
  accent: z.string(),
  blocks: z.array(z.custom<Block>((value) => typeof value === 'object' && value !== null && 'kind' in value)),
});
export type Preview = z.infer<typeof previewSchema>;
