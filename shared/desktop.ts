import { z } from 'zod';

/** What the desktop window and its page say to each other beside the calls. The page names no path and no address: only what the window gave it. */

const theme = z.enum(['light', 'dark', 'auto']);
export type DesktopTheme = z.infer<typeof theme>;

/** From the window to its page. */
export const desktopTellSchema = z.discriminatedUnion('kind', [
  /** The page's process ended and the page was loaded again where it was. */
  z.strictObject({ kind: z.literal('revived') }),
  /** A download was written; `id` is what the page asks with to see it in its folder. */
  z.strictObject({ kind: z.literal('saved'), id: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('not-saved'), name: z.string() }),
  /** A file that was written is not where it was any more. */
  z.strictObject({ kind: z.literal('gone'), name: z.string() }),
  /** Chosen in the menu. */
  z.strictObject({ kind: z.literal('theme'), theme }),
  z.strictObject({ kind: z.literal('print') }),
  z.strictObject({ kind: z.literal('key'), key: z.enum(['F1', '?']) }),
  /** The workspaces that were opened last beside this one, newest first; `id` is what the page asks with to open one. */
  z.strictObject({ kind: z.literal('recent'), workspaces: z.array(z.strictObject({ id: z.string(), name: z.string(), folder: z.string() })) }),
  /** What a person chose in the system's dialog, null where it was closed. `id` is that of the question, `saved` what the page asks with to see it in its folder. */
  z.strictObject({ kind: z.literal('chosen'), id: z.uuid(), place: z.strictObject({ path: z.string(), saved: z.uuid() }).nullable() }),
]);
export type DesktopTell = z.infer<typeof desktopTellSchema>;

/** From the page to its window. */
export const desktopAskSchema = z.discriminatedUnion('kind', [
  /** The page listens now, and looks like this. */
  z.strictObject({ kind: z.literal('theme'), theme }),
  z.strictObject({ kind: z.literal('show-saved'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('new-window') }),
  z.strictObject({ kind: z.literal('show-workspace') }),
  /** The system's dialog for another workspace, or for a new one. */
  z.strictObject({ kind: z.literal('open-workspace') }),
  z.strictObject({ kind: z.literal('new-workspace') }),
  z.strictObject({ kind: z.literal('recent') }),
  z.strictObject({ kind: z.literal('open-recent'), id: z.uuid() }),
  /** The system's dialog for a folder, or for the place of a workspace file. */
  z.strictObject({ kind: z.literal('choose'), id: z.uuid(), what: z.enum(['folder', 'workspace-file']) }),
]);
export type DesktopAsk = z.infer<typeof desktopAskSchema>;
