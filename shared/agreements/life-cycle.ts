import type { VersionState } from './model.ts';

export type StateMove = { readonly from: VersionState; readonly to: VersionState };

/**
 * Moves of an agreement version (domain-model section 4). The store seeds the same list into `state_moves`, where a trigger
 * refuses every other move. `signing` freezes the content and `signed` needs every signature, so those two are only made by signing.
 */
export const versionMoves: readonly StateMove[] = [
  { from: 'draft', to: 'agreed' },
  { from: 'agreed', to: 'draft' },
  { from: 'agreed', to: 'approved' },
  { from: 'approved', to: 'draft' },
  { from: 'approved', to: 'signing' },
  { from: 'signing', to: 'signed' },
  { from: 'draft', to: 'abandoned' },
  { from: 'agreed', to: 'abandoned' },
  { from: 'approved', to: 'abandoned' },
  { from: 'signing', to: 'abandoned' },
];

/** States in which nothing in a version changes any more. */
const frozen: ReadonlySet<VersionState> = new Set(['signing', 'signed']);
/** States that end a version without a signature. */
const ended: ReadonlySet<VersionState> = new Set(['rejected', 'abandoned']);

export function isMoveAllowed(from: VersionState, to: VersionState): boolean {
  return versionMoves.some((move) => move.from === from && move.to === to);
}

/** True where the content may still be edited. */
export function isEditable(state: VersionState): boolean {
  return !frozen.has(state) && !ended.has(state);
}

/** True for the one version of an agreement that is being worked on; a second one beside it is a conflict. */
export function isOpen(state: VersionState): boolean {
  return state !== 'signed' && !ended.has(state);
}

/** A version as its dates see it. `signedAt` orders versions that are valid on the same day: the one sealed last is in force. */
export type DatedVersion = {
  readonly version: number;
  readonly state: VersionState;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly sealedAt: number | null;
  /** It renews by itself after its last day, until a later version begins. */
  readonly renews?: boolean;
};

/** What an agreement is on a day, derived from its versions and never stored (domain-model section 2.3). */
export type AgreementState = 'draft' | 'planned' | 'active' | 'expired' | 'abandoned';

/**
 * The version in force on `day`: of the signed ones that are valid that day (first and last day included) the one sealed last.
 * One that renews by itself stays in force after its last day, until a version that was sealed later begins (calculation-rules section 10).
 */
export function versionInForce<V extends DatedVersion>(versions: readonly V[], day: string): V | null {
  const signed = versions.filter((version) => version.state === 'signed');
  return signed.filter((version) => isValidOn(version, day) || isRenewedOn(version, signed, day)).reduce<V | null>(sealedLater, null);
}

export function agreementState(versions: readonly DatedVersion[], day: string): AgreementState {
  if (versionInForce(versions, day)) return 'active';
  const signed = versions.filter((version) => version.state === 'signed');
  if (signed.some((version) => version.validFrom !== null && version.validFrom > day)) return 'planned';
  if (signed.length > 0) return 'expired';
  return versions.some((version) => isOpen(version.state)) ? 'draft' : 'abandoned';
}

function isValidOn(version: DatedVersion, day: string): boolean {
  return (version.validFrom === null || version.validFrom <= day) && (version.validTo === null || day <= version.validTo);
}

function isRenewedOn(version: DatedVersion, signed: readonly DatedVersion[], day: string): boolean {
  if (version.renews !== true || version.validTo === null || day <= version.validTo) return false;
  return !signed.some((other) => other !== version && sealedLater(version, other) === other && (other.validFrom === null || other.validFrom <= day));
}

function sealedLater<V extends DatedVersion>(best: V | null, next: V): V {
  if (best === null) return next;
  const [a, b] = [best.sealedAt ?? 0, next.sealedAt ?? 0];
  return b > a || (b === a && next.version > best.version) ? next : best;
}
