import { oc } from '@orpc/contract';
import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';
import { completenessItems } from './completeness-items.ts';
import { documentEditSchema } from './edits.ts';
import { agreementDocumentSchema, versionStates } from './model.ts';

/** An agreement is named by its id or its number. */
const agreement = z.strictObject({ id: z.string().min(1).max(200) });
const agreementVersion = agreement.extend({ version: z.int().min(1).optional() });
const date = z.iso.date();

export const createdAgreementSchema = z.strictObject({ id: z.string(), number: z.string(), version: z.int(), state: z.literal('draft') });

export const agreementStates = ['draft', 'planned', 'active', 'expired', 'abandoned'] as const;

export const versionRowSchema = z.strictObject({
  version: z.int(),
  state: z.enum(versionStates),
  /** In force today: of the signed versions valid today the one sealed last. */
  inForce: z.boolean(),
  validFrom: date.nullable(),
  validTo: date.nullable(),
  sealedAt: z.number().nullable(),
  createdAt: z.number(),
  author: z.string().nullable(),
});
export type VersionRow = z.infer<typeof versionRowSchema>;

export const agreementRowSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  kind: z.enum(['sla', 'ola', 'uc']),
  title: z.string(),
  /** Derived from versions and dates, never stored. */
  state: z.enum(agreementStates),
  providers: z.array(z.string()),
  customers: z.array(z.string()),
  services: z.array(z.string()),
  /** The version in force today, else null. */
  inForce: z.int().nullable(),
  /** The version that is being worked on, with its state, else null. */
  open: z.strictObject({ version: z.int(), state: z.enum(versionStates) }).nullable(),
  validFrom: date.nullable(),
  validTo: date.nullable(),
  lastDayOfNotice: date.nullable(),
});
export type AgreementListRow = z.infer<typeof agreementRowSchema>;

export const itemStateSchema = z.strictObject({
  id: z.enum(completenessItems),
  state: z.enum(['present', 'missing', 'not-applicable']),
  terms: z.array(z.string()),
  reason: z.string().optional(),
});
export const completenessSchema = z.strictObject({ items: z.array(itemStateSchema), missing: z.array(z.enum(completenessItems)) });

export const agreementDatesSchema = z.strictObject({
  lastDayOfNotice: date.nullable(),
  end: date.nullable(),
  renewsOn: date.nullable(),
  reviews: z.array(z.strictObject({ on: date, reason: z.string() })),
});
export type AgreementDatesView = z.infer<typeof agreementDatesSchema>;

export const decisionSchema = z.strictObject({ person: z.string(), organisation: z.string(), state: z.enum(['approved', 'rejected']), reason: z.string().nullable(), at: z.number() });
export const approvalsSchema = z.strictObject({
  author: z.string().nullable(),
  asked: z.array(z.strictObject({ person: z.string(), organisation: z.string() })),
  needed: z.int(),
  decisions: z.array(decisionSchema),
  missing: z.array(z.string()),
});
export type ApprovalsView = z.infer<typeof approvalsSchema>;

/** Everything that the screens of one version show, in one answer. */
export const agreementViewSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  version: z.int(),
  state: z.enum(versionStates),
  agreementState: z.enum(agreementStates),
  document: agreementDocumentSchema,
  /** Hash of the content: an edit states the one that it started from. */
  hash: z.string(),
  isEditable: z.boolean(),
  completeness: completenessSchema,
  /** Null where the document has no term yet. */
  dates: agreementDatesSchema.nullable(),
  versions: z.array(versionRowSchema),
  approvals: approvalsSchema,
  /** Codes ever used in the agreement: none of them is used again. */
  usedCodes: z.array(z.string()),
  changedAt: z.number(),
});
export type AgreementView = z.infer<typeof agreementViewSchema>;

export const historyParts = ['head', 'parties', 'services', 'people', 'dates', 'hours', 'priorities'] as const;

/** One change of an agreement as its log keeps it: who, what command, and which parts it touched. */
export const agreementHistoryEntrySchema = z.strictObject({
  no: z.int(),
  at: z.number(),
  /** Null: the program itself, or nobody was named yet. */
  actor: z.string().nullable(),
  /** `agreements.edit`; `undo` for one that takes another back. */
  command: z.string(),
  reason: z.string().nullable(),
  undone: z.boolean(),
  /** The state that a version moved to. */
  state: z.string().nullable(),
  version: z.int().nullable(),
  /** Codes of the listed terms that it touched. */
  terms: z.array(z.string()),
  parts: z.array(z.enum(historyParts)),
});
export type AgreementHistoryEntry = z.infer<typeof agreementHistoryEntrySchema>;

const person = lineText.min(1).max(500);
const approvedSchema = z.strictObject({ state: z.enum(versionStates), approvals: approvalsSchema });

/** SLAs, OLAs and underpinning contracts through all their versions. `version` absent: the newest one. */
export const agreementsContract = {
  list: oc.input(z.strictObject({ organisation: z.string().optional(), archived: z.boolean().default(false) }).default({ archived: false })).output(z.array(agreementRowSchema)),
  /** A new agreement, or the next version of the one whose id or number the document carries. */
  create: oc.input(agreementDocumentSchema).output(createdAgreementSchema),
  /** The agreement document with ids, state, every part and every default. */
  show: oc.input(agreementVersion).output(agreementDocumentSchema),
  view: oc.input(agreementVersion).output(agreementViewSchema),
  versions: oc.input(agreement).output(z.array(versionRowSchema)),
  /** What happened to it through all versions, newest first. */
  history: oc.input(agreement.extend({ limit: z.int().min(1).max(1000).default(300) })).output(z.array(agreementHistoryEntrySchema)),
  completeness: oc.input(agreementVersion).output(completenessSchema),
  dates: oc.input(agreementVersion.extend({ from: date.optional(), to: date.optional() })).output(agreementDatesSchema),
  /** Small changes of the open draft, all or none. `conflict` where the content is no longer the one of `hash`. */
  edit: oc.input(agreement.extend({ hash: z.string().length(64), edits: z.array(documentEditSchema).min(1).max(100) })).output(agreementViewSchema),
  /** The next version begins with what this one says; this one stays in force. */
  beginVersion: oc.input(agreement).output(createdAgreementSchema),
  /** A draft that nobody has signed or begun to sign, and whose agreement has no other version, is deleted; undo brings it back. */
  remove: oc.input(agreement).output(z.strictObject({ removed: z.boolean() })),
  move: oc.input(agreement.extend({ version: z.int().min(1), to: z.enum(versionStates), by: person, reason: paragraphText.max(5000).optional() })).output(z.strictObject({ from: z.enum(versionStates), to: z.enum(versionStates) })),
  askForApproval: oc.input(agreement).output(approvedSchema),
  approve: oc.input(agreement.extend({ by: person, reject: z.boolean().default(false), reason: paragraphText.min(1).max(5000).optional() })).output(approvedSchema),
};
