import { oc } from '@orpc/contract';
import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';
import { documentLanguages, personRoles, versionStates } from '#shared/agreements/model.ts';
import { previewSchema } from '#shared/documents/preview.ts';

const agreement = z.string().min(1).max(200);
const text = (most: number) => lineText.min(1).max(most);

/** How a signatory signs. Files are ids of transfers: a drawing is a PNG, a scan a PDF, PNG or JPEG of what was signed elsewhere. */
export const signatureMethodSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('typed'), text: text(500) }),
  z.strictObject({ method: z.literal('drawn'), file: z.string().min(1) }),
  z.strictObject({ method: z.literal('paper'), file: z.string().min(1) }),
]);
export type SignatureMethod = z.infer<typeof signatureMethodSchema>;

export const signInputSchema = z.strictObject({
  id: agreement,
  version: z.int().min(1),
  /** Id or name of a signatory. */
  person: text(500),
  signature: signatureMethodSchema,
  place: text(500),
  /** ISO with Z or offset, or local in the agreement's zone. */
  at: text(50),
  /** The signatory's position; absent: the job title, else "Signatory". */
  role: lineText.max(500).optional(),
  /** What the signatory agrees to; absent: the standard sentence. */
  statement: paragraphText.max(2000).optional(),
});
export type SignInput = z.infer<typeof signInputSchema>;

export const signatoryViewSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  organisation: z.string(),
  position: z.string().nullable(),
  side: z.enum(['provider', 'customer']),
  turn: z.int(),
  state: z.enum(['waiting', 'signed', 'declined']),
  /** Whose turn it is. */
  isNext: z.boolean(),
  statement: z.string(),
  signature: z
    .strictObject({ method: z.enum(['drawn', 'typed', 'paper', 'certificate']), text: z.string(), role: z.string(), place: z.string(), at: z.number(), imageFileId: z.string().nullable(), scanFileId: z.string().nullable(), scanName: z.string().nullable() })
    .nullable(),
});
export type SignatoryView = z.infer<typeof signatoryViewSchema>;

export const signingViewSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  version: z.int(),
  title: z.string(),
  zone: z.string(),
  state: z.enum(versionStates),
  /** What stands in the way of signing, in words; empty where signing can go on. */
  obstacles: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  signatories: z.array(signatoryViewSchema),
  validFrom: z.string().nullable(),
  /** Last approval, ms UTC. */
  approvedAt: z.number().nullable(),
  contentHash: z.string(),
  sealedAt: z.number().nullable(),
  /** Newest edition of the document, null before it was frozen. */
  document: z.strictObject({ edition: z.int(), sha256: z.string(), bytes: z.int(), issuedAt: z.number().nullable() }).nullable(),
});
export type SigningView = z.infer<typeof signingViewSchema>;

export const signedSchema = z.strictObject({ state: z.enum(['signing', 'signed']), signed: z.int(), of: z.int(), sha256: z.string() });
export const verdictSchema = z.strictObject({
  verdict: z.enum(['valid', 'changed', 'unknown']),
  agreement: z.string().nullable(),
  version: z.int().nullable(),
  sha256: z.string(),
  sealedSha256: z.string().nullable(),
});

const fileSchema = z.strictObject({ file: z.string(), name: z.string(), sha256: z.string(), bytes: z.int() });

const mailAddressSchema = z.strictObject({ name: z.string(), email: z.string(), organisation: z.string() });
export type MailAddressView = z.infer<typeof mailAddressSchema>;
/** `without` names who should get it and has no address. */
export const composedMailSchema = z.strictObject({ file: z.string(), name: z.string(), bytes: z.int(), to: z.array(mailAddressSchema), cc: z.array(mailAddressSchema), without: z.array(z.string()) });

/** Signing, the sealed Word file, and its check. */
export const signingContract = {
  view: oc.input(z.strictObject({ id: agreement, version: z.int().min(1) })).output(signingViewSchema),
  /** The version as its Word file shows it, for the screen. */
  preview: oc.input(z.strictObject({ id: agreement, version: z.int().min(1) })).output(previewSchema),
  sign: oc.input(signInputSchema).output(signedSchema),
  /** A signatory declines: the version is given up. */
  decline: oc.input(z.strictObject({ id: agreement, version: z.int().min(1), person: text(500), reason: paragraphText.min(1).max(5000) })).output(z.strictObject({ state: z.literal('abandoned') })),
  /**
   * The Word file of a version as a transfer: from the first signature on its newest kept edition, a signed one's sealed bytes; before that
   * printed now. `version` absent: the newest. `language` absent: the version's own; a frozen version in another one is a translation for
   * information, which is not the sealed edition.
   */
  exportAgreement: oc.input(z.strictObject({ id: agreement, version: z.int().min(1).optional(), language: z.enum(documentLanguages).optional() })).output(fileSchema),
  /** The same file in an unsent message (`.eml`) to the people of the agreement as a transfer. `roles` absent: who acts next, with copies to who is to know. */
  composeMail: oc.input(z.strictObject({ id: agreement, version: z.int().min(1).optional(), language: z.enum(documentLanguages).optional(), roles: z.array(z.enum(personRoles)).min(1).optional() })).output(composedMailSchema),
  /** Whether a file is the sealed edition of an agreement of this workspace. `file` is the id of a transfer. */
  verify: oc.input(z.strictObject({ file: z.string().min(1) })).output(verdictSchema),
  /** A signature's picture or scan as a transfer. */
  signatureFile: oc.input(z.strictObject({ fileId: z.string().min(1) })).output(fileSchema),
};
