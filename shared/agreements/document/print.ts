import type { AgreementDocument, VersionState } from '#shared/agreements/model.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import type { DocumentLanguage } from '#shared/documents/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { PlainDate } from '#shared/time/plain-date.ts';

/** Everything that the printed agreement shows. Nothing is read from a store or a clock: the same input prints the same document. */
export type AgreementPrint = {
  readonly document: AgreementDocument;
  /** The language in which this version was frozen, where this print is in another one: it says so, and is not the sealed edition. */
  readonly translationOf: DocumentLanguage | null;
  readonly agreementId: string;
  /** `SLA-2026-0042`. */
  readonly number: string;
  readonly version: number;
  readonly state: VersionState;
  /** The day on which the version reached its state, in the agreement's zone. */
  readonly stateOn: PlainDate | null;
  readonly workspaceId: string;
  /** The organisation that prints, for the mark on the cover: usually the provider. Null: the first provider. */
  readonly ownOrganisation: string | null;
  /** SHA-256 of the frozen content, 64 hexadecimal digits; null while it is not frozen. */
  readonly contentHash: string | null;
  /** SHA-256 of every term's content, by its code. */
  readonly termHashes: Readonly<Record<string, string>>;
  /** Calendars of the workspace that the document names without carrying them. */
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  /** Facts of organisations by name; one that is missing prints its name only. */
  readonly organisations: readonly PrintedOrganisation[];
  readonly contacts: readonly PrintedContact[];
  /** Oldest first, this version last. */
  readonly versions: readonly PrintedVersion[];
  readonly approvals: readonly PrintedApproval[];
  readonly signatures: readonly PrintedSignature[];
  /** The moment of the last signature; null: not sealed. */
  readonly sealedAt: Instant | null;
  /** Last change of what is printed; stands as the file's date. */
  readonly changedAt: Instant;
};

export type PrintedOrganisation = {
  readonly name: string;
  /** As the sentences call it; absent: the name without its legal form. */
  readonly shortName?: string;
  readonly address?: string;
  readonly registerNumber?: string;
  /** PNG or JPEG that stands on the cover where the organisation provides. */
  readonly logo?: Uint8Array;
  /** Accent of the documents that it provides, six hexadecimal digits. */
  readonly colour?: string;
};
/** How a person is reached, and the position on a card ("Head of IT"). */
export type PrintedContact = { readonly name: string; readonly organisation: string; readonly position?: string; readonly email?: string; readonly phone?: string };
export type PrintedVersion = { readonly version: number; readonly on: PlainDate; readonly author: string | null; readonly change: string; readonly state: VersionState };
export type PrintedApproval = { readonly person: string; readonly organisation: string; readonly at: Instant; readonly decision: 'approved' | 'rejected' };
export type PrintedSignature = {
  readonly side: 'provider' | 'customer';
  readonly organisation: string;
  readonly person: string;
  readonly position: string | null;
  readonly place: string;
  readonly at: Instant;
  readonly statement?: string;
} & (
  | { readonly kind: 'drawn'; readonly png: Uint8Array }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'paper'; readonly scan: { readonly name: string; readonly sha256: string } }
);
