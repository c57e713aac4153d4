import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import { noContext, type ClockContext, type ClockVerdict } from '#shared/ledger/model.ts';
import { stepAt } from '#shared/ledger/rules.ts';
import { reaches, shareOf, type Share } from '#shared/statistics/wilson.ts';
import { ppbToPercent } from '#shared/ratio/decimal.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import { monthsBetween } from '#shared/time/period.ts';
import { startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { allOfTime, clockTermsOf, type ClockTermRules, type PackedTicket } from './judge-tickets.ts';
import { judgedTerms, verdictAt, type JudgedTerm } from './judged.ts';

/** `no events`: covered, and nothing was decided. A period that is not wholly covered has no verdict. */
export type PeriodVerdict = 'met' | 'missed' | 'no events' | 'partly measured' | 'not measured';

/** A dimension that the question does not name is null in every row. */
export type By = { readonly priority: boolean; readonly month: boolean };

export type ComplianceInput = {
  readonly document: AgreementDocument;
  readonly meaning: Meaning;
  readonly tickets: Iterable<PackedTicket>;
  /** What spans of tickets the sources of the agreement's services cover. */
  readonly coverage: readonly Interval[];
  /** Dates in the agreement's zone, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly asOf: Instant;
  readonly by: By;
  readonly context?: ClockContext;
  /** Only these terms; absent: all. */
  readonly terms?: ReadonlySet<string>;
};

export type ComplianceRow = {
  readonly term: string;
  /** Place in the list of versions that measure. */
  readonly version: number;
  readonly priority: string | null;
  readonly month: string | null;
  /** Null where nothing was decided. */
  readonly share: Share | null;
  readonly open: number;
  readonly cancelled: number;
  readonly coverage: Coverage;
  readonly verdict: PeriodVerdict;
  /** The agreed share in force on the row's first day. */
  readonly goalPercent: number;
  /** Tickets that count under the term but have no derivable stop: left out. */
  readonly notDerivable: number;
  /** Left out by an accepted exclusion. */
  readonly excluded: number;
  /** Site, group or service, where the term is split and each part has its verdict. */
  readonly part: string | null;
};

/** Counts of one row, whatever it is grouped by. */
type Counts = { [Verdict in ClockVerdict]: number };

/** The span of a row. */
type Bucket = { readonly month: string | null; readonly from: PlainDate; readonly to: PlainDate; readonly begin: Instant; readonly end: Instant };

/** Compliance of the ticket targets of one version that measures every ticket: `complianceRowsOf` of what is judged here. */
export function complianceOf(input: ComplianceInput): ComplianceRow[] {
  const { document, coverage } = input;
  const tickets = [...input.tickets];
  const judged = judgedTerms({ ...input, tickets, versions: [{ priorities: document.priorities, clocks: clockTermsOf(document, input.terms), spans: allOfTime, context: input.context ?? noContext }] });
  return complianceRowsOf({ judged, tickets, versions: [{ spans: allOfTime, coverage }], zone: document.zone, from: input.from, to: input.to, by: input.by });
}

/**
 * Compliance of the ticket targets of an agreement (calculation-rules section 4, commands section 3): per version, term, and month where asked.
 * Met ÷ (met + missed), exact; open and cancelled tickets are counted apart. Rows in the order of versions, terms, parts and months. A month
 * without tickets appears where the data cover some of it and the version is in force in some of it.
 */
export function complianceRowsOf(input: {
  readonly judged: readonly JudgedTerm[];
  readonly tickets: readonly PackedTicket[];
  readonly versions: readonly { readonly spans: readonly Interval[]; readonly coverage: readonly Interval[] }[];
  readonly zone: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: By;
}): ComplianceRow[] {
  const { by, zone, versions } = input;
  const buckets = bucketsOf(input.from, input.to, by.month, zone);
  const coverages = versions.map((version) => buckets.map((bucket) => coverageOf(version.coverage, bucket.from, bucket.to, zone)));
  return input.judged.flatMap((judged) => {
    const parts = countedParts(judged, input.tickets, buckets);
    const spans = versions[judged.version]?.spans ?? allOfTime;
    return [...parts].sort(byPart).flatMap(([part, list]) => buckets.flatMap((bucket, place) => {
      const coverage = coverages[judged.version]?.[place];
      const counts = list[place];
      if (coverage === undefined || counts === undefined) return [];
      const inForce = spans.find((span) => span.from < bucket.end && span.to > bucket.begin);
      const isEmpty = counts.met + counts.missed + counts.open + counts.cancelled === 0;
      if (isEmpty && (inForce === undefined || (by.month && coverage.state === 'none'))) return [];
      return [rowOf(judged, part, bucket, Math.max(bucket.begin, inForce?.from ?? bucket.begin), counts, coverage, by)];
    }));
  });
}

/** The verdict of a share against its goal, under its coverage. */
export function verdictOf(met: number, decided: number, goalPpb: number, coverage: Coverage): PeriodVerdict {
  if (coverage.state === 'none') return 'not measured';
  if (coverage.state === 'partly') return 'partly measured';
  if (decided === 0) return 'no events';
  return reaches(met, decided, goalPpb) ? 'met' : 'missed';
}

/** Months of a span, cut to it, or the whole span as one bucket. */
export function bucketsOf(from: PlainDate, to: PlainDate, byMonth: boolean, zone: string): readonly Bucket[] {
  const periods = byMonth ? monthsBetween(from, to) : [{ from, to, label: null }];
  return periods.map((period) => ({ month: period.label, from: period.from, to: period.to, begin: startOfDay(period.from, zone), end: startOfDay(period.to, zone) }));
}

/** Place of the bucket that an instant lies in or after; -1 before the first. */
export function bucketAt(begins: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function countedParts(judged: JudgedTerm, tickets: readonly PackedTicket[], buckets: readonly Bucket[]): Map<string | null, Counts[]> {
  const begins = buckets.map((bucket) => bucket.begin);
  const end = buckets.at(-1)?.end ?? -Infinity;
  const parts = new Map<string | null, Counts[]>();
  for (let index = 0; index < judged.places.length; index += 1) {
    const moment = judged.moments[index] ?? Infinity;
    const bucket = moment < end ? bucketAt(begins, moment) : -1;
    if (bucket < 0) continue;
    const counts = countsOf(parts, partOf(judged.clock, tickets[judged.places[index] ?? -1]), buckets.length)[bucket];
    if (counts !== undefined) counts[verdictAt(judged, index)] += 1;
  }
  if (parts.size === 0) parts.set(null, emptyCounts(buckets.length));
  return parts;
}

function rowOf({ clock: { term, rules }, version }: JudgedTerm, part: string | null, bucket: Bucket, begin: Instant, counts: Counts, coverage: Coverage, by: By): ComplianceRow {
  const { goalPpb } = stepAt(rules, begin);
  const decided = counts.met + counts.missed;
  return {
    term: term.id,
    version,
    priority: by.priority ? term.priority : null,
    month: bucket.month,
    share: shareOf(counts.met, decided),
    open: counts.open,
    cancelled: counts.cancelled,
    coverage,
    verdict: verdictOf(counts.met, decided, goalPpb, coverage),
    goalPercent: ppbToPercent(goalPpb),
    notDerivable: counts['not derivable'],
    excluded: counts.excluded,
    part,
  };
}

function partOf({ term }: ClockTermRules, ticket: PackedTicket | undefined): string | null {
  if (term.splitBy === undefined || term.splitVerdict === 'overall') return null;
  return ticket?.[term.splitBy] ?? null;
}

function countsOf(parts: Map<string | null, Counts[]>, part: string | null, length: number): Counts[] {
  const known = parts.get(part);
  if (known !== undefined) return known;
  const made = emptyCounts(length);
  parts.set(part, made);
  return made;
}

function emptyCounts(length: number): Counts[] {
  return Array.from({ length }, () => ({ met: 0, missed: 0, open: 0, cancelled: 0, 'not derivable': 0, excluded: 0 }));
}

function byPart(one: readonly [string | null, unknown], other: readonly [string | null, unknown]): number {
  return (one[0] ?? '').localeCompare(other[0] ?? '');
}
