import type { AgreementDates } from '#shared/agreements/dates.ts';
import type { PersonRole, VersionState } from '#shared/agreements/model.ts';
import type { PlainDate } from '#shared/time/plain-date.ts';

/** A role that somebody holds about an agreement: on itself, on a service of it, or on a party. */
export type RoleFact = { readonly personId: string; readonly role: PersonRole };

/** What the rules need to know of one agreement. */
export type AgreementFact = {
  readonly id: string;
  readonly title: string;
  readonly customers: readonly string[];
  readonly roles: readonly RoleFact[];
  readonly inForce: {
    readonly version: number;
    readonly dates: AgreementDates;
    /** Months by which it renews by itself; null: it ends. */
    readonly renewalMonths: number | null;
    readonly from: PlainDate | null;
  } | null;
  readonly open: {
    readonly version: number;
    readonly state: VersionState;
    readonly since: PlainDate;
    /** Items of the 24 that are still missing. */
    readonly missing: readonly string[];
    readonly approvals: { readonly asked: readonly string[]; readonly waitingFor: readonly { readonly id: string; readonly name: string }[]; readonly given: number; readonly needed: number };
    readonly nextSigner: { readonly id: string; readonly name: string } | null;
    readonly signed: number;
    readonly signers: number;
  } | null;
};

/** A source and the last day that it covers. */
export type SourceFact = { readonly id: string; readonly name: string; readonly kinds: readonly string[]; readonly until: PlainDate; readonly services: readonly string[] };

/** An import with rows that were not taken in. */
export type QuarantineFact = { readonly id: string; readonly file: string; readonly count: number; readonly on: PlainDate; readonly reasons: readonly { readonly text: string; readonly count: number }[] };

export type TodayFacts = {
  readonly today: PlainDate;
  readonly personId: string | null;
  readonly agreements: readonly AgreementFact[];
  readonly sources: readonly SourceFact[];
  readonly quarantines: readonly QuarantineFact[];
  /** Roles that anybody holds for an own organisation or a service: for what belongs to no agreement. */
  readonly roles: readonly RoleFact[];
};
