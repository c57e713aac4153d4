import { oc } from '@orpc/contract';
import { z } from 'zod';

export const largestLogoBytes = 1024 * 1024;
export const largestLogoSide = 4000;

const ownLookSchema = z.strictObject({
  organisation: z.string(),
  name: z.string(),
  /** Stored file. */
  logo: z.string().nullable(),
  /** Accent of its documents, six hexadecimal digits; null: that of the program. */
  colour: z.string().nullable(),
});
export type OwnLook = z.infer<typeof ownLookSchema>;

/** What belongs to the workspace as a whole. */
export const settingsContract = {
  /** Bytes of the workspace with what waits beside it. */
  size: oc.output(z.strictObject({ bytes: z.int() })),
  /** Own organisations, each with the logo and the accent that its documents carry. */
  looks: oc.output(z.array(ownLookSchema)),
  /** `file` is an upload; null takes the logo away. Refused with `invalid-input` where it is no PNG or JPEG, or too large. Signed editions stay as they are. */
  setLogo: oc.input(z.strictObject({ organisation: z.string().min(1), file: z.string().min(1).nullable() })).output(ownLookSchema),
  /** `#1F4FD8`; null: that of the program. Paper takes a darker one where it could not be read. Signed editions stay as they are. */
  setColour: oc.input(z.strictObject({ organisation: z.string().min(1), colour: z.string().max(20).nullable() })).output(ownLookSchema),
  /** Writes the whole workspace, read through and found whole, as a new file. Refused with `conflict` where something is there already. */
  copyTo: oc.input(z.strictObject({ path: z.string().min(1).max(4096) })).output(z.strictObject({ path: z.string(), bytes: z.int() })),
  /**
   * Copies the workspace to another place, from where the host then goes on; the file here is taken away last, once the one there has opened.
   * Refused as `copyTo`, and with `conflict` while long work runs.
   */
  moveTo: oc.input(z.strictObject({ path: z.string().min(1).max(4096) })).output(z.strictObject({ path: z.string(), bytes: z.int() })),
};
