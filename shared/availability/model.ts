import type { Coverage } from '#shared/compliance/coverage.ts';
import type { PeriodVerdict } from '#shared/compliance/compliance.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import type { PlainDate } from '#shared/time/plain-date.ts';

/** `unobserved` is a gap in monitoring: it is up, down or undetermined as the target says. */
export type OutageKind = 'outage' | 'degradation' | 'planned' | 'unobserved';

/** Time in which a service was not, or not known to be, fully up. */
export type Outage = {
  readonly key: string;
  readonly kind: OutageKind;
  readonly from: Instant;
  /** Null: it goes on. */
  readonly to: Instant | null;
  /** Of a degradation, parts per billion of an outage; null: the target's own weight. */
  readonly weightPpb: number | null;
  readonly userCount: number | null;
  /** A planned one that names who approved it is approved maintenance. */
  readonly approvedBy: string | null;
};

/** Time that the agreement may take out. Only accepted ones change a figure; a proposed one shows the figure as if it were. */
export type TimeExclusion = Interval & {
  readonly kind: 'maintenance' | 'force-majeure' | 'customer-caused' | 'agreed';
  readonly state: 'proposed' | 'accepted' | 'refused';
  readonly reason: string;
};

export type AvailabilityRow = {
  readonly term: string;
  readonly service: string;
  readonly month: string | null;
  /** Its days, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Service hours that are covered, less maintenance where that lessens them. */
  readonly agreedMinutes: number;
  readonly downMinutes: number;
  /** Outage minutes in the service hours that exclusions and maintenance took out. */
  readonly excludedMinutes: number;
  readonly undeterminedMinutes: number;
  /** Null where nothing is covered, or no service time was agreed. */
  readonly percent: number | null;
  /** If all undetermined time was down, and if it was up. */
  readonly bounds: readonly [number, number] | null;
  /** If every proposed exclusion were accepted; null where that changes nothing. */
  readonly percentIfGranted: number | null;
  readonly budgetMinutes: number;
  readonly goalPercent: number;
  /** Interruptions that count: overlapping outages are one. */
  readonly outages: number;
  readonly coverage: Coverage;
  readonly verdict: PeriodVerdict;
};
