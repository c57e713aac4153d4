import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { AvailabilityTerm } from '#shared/agreements/terms.ts';
import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import { bucketsOf, type PeriodVerdict } from '#shared/compliance/compliance.ts';
import { coverageOf, type Coverage } from '#shared/compliance/coverage.ts';
import { ParleyError } from '#shared/errors.ts';
import { documentCalendar } from '#shared/ledger/rules.ts';
import { percentToPpb, PPB, ppbToPercent } from '#shared/ratio/decimal.ts';
import type { Instant } from '#shared/time/instant.ts';
import { clip, subtract, unionOf, type Interval } from '#shared/time/interval.ts';
import { instantsOf, periodOf, periodsBetween } from '#shared/time/period.ts';
import { startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import { cutTo, downtimeOf, intersect, lengthOf, mergeOutages, minutesOfMs, minutesOfWeighted, overlapOf, type MergedOutage, type Weighted } from './downtime.ts';
import type { AvailabilityRow, Outage, TimeExclusion } from './model.ts';

export type AvailabilityInput = {
  readonly document: AgreementDocument;
  readonly term: AvailabilityTerm;
  readonly service: string;
  /** Of this service. */
  readonly outages: readonly Outage[];
  /** Of this agreement and service, maintenance windows included, each with its state. */
  readonly exclusions: readonly TimeExclusion[];
  /** What spans of outages the sources cover for this service. */
  readonly coverage: readonly Interval[];
  /** Dates in the agreement's zone, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly asOf: Instant;
  readonly byMonth: boolean;
};

/**
 * Availability of one service under one term (calculation-rules section 4): 1 − downtime ÷ agreed time, from exact integers. Rows by month
 * where asked, cut to the span; a row that is not wholly covered is computed over what is covered and has no verdict. An outage without end
 * runs to `asOf`. Throws `invalid-input` for a target without calendar, or weighed by users without their number.
 */
export function availabilityOf(input: AvailabilityInput): AvailabilityRow[] {
  const calendar = availabilityCalendar(input.term, input.document);
  const plan = maintenancePlan(input, calendar, ['accepted']);
  const granted = maintenancePlan(input, calendar, ['accepted', 'proposed']);
  return bucketsOf(input.from, input.to, input.byMonth, input.document.zone).map((bucket) => {
    const coverage = coverageOf(input.coverage, bucket.from, bucket.to, input.document.zone);
    const span = { from: bucket.begin, to: bucket.end };
    const figure = figureOf(input, calendar, span, coverage, plan);
    const ifGranted = figureOf(input, calendar, span, coverage, granted);
    return rowOf(input, bucket, span, coverage, figure, ifGranted);
  });
}

/** The outages of a span after every rule, as the rows behind a figure. */
export function countedOutages(input: AvailabilityInput): readonly MergedOutage[] {
  const calendar = availabilityCalendar(input.term, input.document);
  const span = { from: startOfDay(input.from, input.document.zone), to: startOfDay(input.to, input.document.zone) };
  return figureOf(input, calendar, span, coverageOf(input.coverage, input.from, input.to, input.document.zone), maintenancePlan(input, calendar, ['accepted'])).counted;
}

/** The service hours of a term: its calendar, else the agreement's. Throws `invalid-input` where there is none. */
export function availabilityCalendar(term: AvailabilityTerm, document: AgreementDocument): Calendar {
  const definition = documentCalendar(term.calendar ?? document.serviceHours, document);
  if (definition !== null) return compileCalendar(definition, document.zone);
  throw new ParleyError('invalid-input', `The target ${term.id} has no calendar.`, {
    details: [{ path: `${pathOf(term, document)}.calendar`, message: 'availability needs service hours' }],
    wayOut: 'Give the target a calendar, or the agreement service hours.',
  });
}

function pathOf(term: AvailabilityTerm, document: AgreementDocument): string {
  return `terms[${document.terms.findIndex((candidate) => candidate.id === term.id)}]`;
}

/** What is taken out of downtime, and what of it is maintenance. */
type Plan = { readonly maintenance: readonly Interval[]; readonly excluded: readonly Interval[] };

type Figure = {
  readonly agreedMs: number;
  readonly down: bigint;
  readonly excludedMs: number;
  readonly undeterminedMs: number;
  readonly counted: readonly MergedOutage[];
  readonly interruptions: number;
};

/** Approved maintenance, at most the agreed minutes per whole measuring period in order of time, and the exclusions in the given states. */
function maintenancePlan(input: AvailabilityInput, calendar: Calendar, states: readonly TimeExclusion['state'][]): Plan {
  const { term, document } = input;
  const chosen = input.exclusions.filter((exclusion) => states.includes(exclusion.state));
  const planned = input.outages.filter((outage) => outage.kind === 'planned' && (outage.approvedBy !== null || states.includes('proposed')));
  const all = unionOf([...chosen.filter((exclusion) => exclusion.kind === 'maintenance'), ...planned.map((outage) => ({ from: outage.from, to: endOf(outage, input.asOf) }))]);
  const excluded = unionOf(chosen.filter((exclusion) => exclusion.kind !== 'maintenance'));
  const most = term.maintenance?.maxMinutesPerPeriod;
  if (most === undefined) return { maintenance: all, excluded };
  const anchor = document.term?.from ?? input.from;
  const periods = periodsBetween(term.period, input.from, input.to, anchor).map((period) => instantsOf(periodOf(term.period, period.from, anchor), document.zone));
  return { maintenance: unionOf(periods.flatMap((period) => firstOf(intersect(hoursIn(calendar, period), clip(all, period.from, period.to)), most * minuteMs))), excluded };
}

function figureOf(input: AvailabilityInput, calendar: Calendar, span: Interval, coverage: Coverage, plan: Plan): Figure {
  const { term } = input;
  const hours = hoursIn(calendar, span);
  const measured = coverage.state === 'whole' ? hours : intersect(hours, unionOf(input.coverage));
  const outages = coverage.state === 'none' ? [] : input.outages;
  const unplanned = weightedOf(input, outages, isUnplanned);
  const pending = weightedOf(input, outages, (outage) => outage.kind === 'planned');
  const cuts = unionOf([...plan.excluded, ...plan.maintenance]);
  const unplannedCuts = term.unplannedInMaintenanceCounts ? plan.excluded : cuts;
  const pieces = [...cutTo(unplanned, measured, unplannedCuts), ...cutTo(pending, measured, cuts)];
  const { weighted, counted } = downtimeOf(mergeOutages(pieces), { shortestMs: term.shortestOutageMinutes * minuteMs, wholeMinutes: term.wholeMinutes });
  const raw = unionOf([...unplanned, ...pending].flatMap((outage) => overlapOf(measured, outage)));
  const lessening = term.maintenanceLessensAgreedTime ? (term.unplannedInMaintenanceCounts ? subtract(plan.maintenance, unionOf(pieces)) : plan.maintenance) : [];
  const agreed = subtract(measured, lessening);
  const unobserved = term.gapPolicy === 'undetermined' ? unionOf(weightedOf(input, outages, (outage) => outage.kind === 'unobserved')) : [];
  return {
    agreedMs: lengthOf(agreed),
    down: weighted,
    excludedMs: lengthOf(raw) - lengthOf(unionOf(pieces)),
    undeterminedMs: lengthOf(subtract(intersect(agreed, unobserved), unionOf([...unionOf(pieces), ...cuts]))),
    counted,
    interruptions: unionOf([...unplanned, ...pending]).filter((outage) => counted.some((merged) => merged.from < outage.to && merged.to > outage.from)).length,
  };

  function isUnplanned(outage: Outage): boolean {
    return outage.kind === 'outage' || outage.kind === 'degradation' || (outage.kind === 'unobserved' && term.gapPolicy === 'down');
  }
}

function rowOf(input: AvailabilityInput, bucket: { readonly month: string | null; readonly from: PlainDate; readonly to: PlainDate }, span: Interval, coverage: Coverage, figure: Figure, granted: Figure): AvailabilityRow {
  const goalPpb = goalAt(input, span.from);
  const agreed = BigInt(figure.agreedMs) * ppb;
  const undetermined = BigInt(figure.undeterminedMs) * ppb;
  const isKnown = coverage.state !== 'none' && figure.agreedMs > 0;
  const upper = isKnown ? percentLeft(agreed, figure.down) : null;
  const lower = isKnown ? percentLeft(agreed, figure.down + undetermined) : null;
  const percentIfGranted = isKnown && granted.agreedMs > 0 && (granted.down !== figure.down || granted.agreedMs !== figure.agreedMs) ? percentLeft(BigInt(granted.agreedMs) * ppb, granted.down) : null;
  return {
    term: input.term.id,
    service: input.service,
    month: bucket.month,
    from: bucket.from,
    to: bucket.to,
    agreedMinutes: minutesOfMs(figure.agreedMs),
    downMinutes: minutesOfWeighted(figure.down),
    excludedMinutes: minutesOfMs(figure.excludedMs),
    undeterminedMinutes: minutesOfMs(figure.undeterminedMs),
    percent: upper,
    bounds: lower === null || upper === null ? null : [lower, upper],
    percentIfGranted,
    budgetMinutes: minutesOfWeighted((agreed * (ppb - BigInt(goalPpb))) / ppb),
    goalPercent: ppbToPercent(goalPpb),
    outages: figure.interruptions,
    coverage,
    verdict: verdictOf(coverage, agreed, figure.down, undetermined, goalPpb),
  };
}

/** Undetermined time that could turn the verdict leaves none: the period is then partly measured. */
function verdictOf(coverage: Coverage, agreed: bigint, down: bigint, undetermined: bigint, goalPpb: number): PeriodVerdict {
  if (coverage.state !== 'whole') return coverage.state === 'none' ? 'not measured' : 'partly measured';
  if (agreed === 0n) return 'no events';
  const atBest = isReached(agreed, down, goalPpb);
  if (atBest !== isReached(agreed, down + undetermined, goalPpb)) return 'partly measured';
  return atBest ? 'met' : 'missed';
}

const minuteMs = 60_000;
const ppb = BigInt(PPB);

function isReached(agreed: bigint, down: bigint, goalPpb: number): boolean {
  return (agreed - down) * ppb >= BigInt(goalPpb) * agreed;
}

/** Per cent to 4 decimals, half up; whole begun minutes may exceed the agreed time, which is 0 %. */
function percentLeft(agreed: bigint, down: bigint): number {
  const left = agreed > down ? agreed - down : 0n;
  return Number((left * 2_000_000n + agreed) / (agreed * 2n)) / 10_000;
}

function goalAt(input: AvailabilityInput, at: Instant): number {
  let percent = input.term.atLeastPercent;
  for (const step of [...(input.term.steps ?? [])].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (startOfDay(step.from, input.document.zone) <= at) percent = step.atLeastPercent;
  }
  return percentToPpb(percent);
}

function weightedOf(input: AvailabilityInput, outages: readonly Outage[], isChosen: (outage: Outage) => boolean): Weighted[] {
  return outages
    .filter((outage) => isChosen(outage) && outage.from < input.asOf)
    .map((outage) => ({ from: outage.from, to: endOf(outage, input.asOf), weightPpb: weightOf(input, outage) }));
}

function weightOf(input: AvailabilityInput, outage: Outage): number {
  const base = outage.kind === 'degradation' ? (outage.weightPpb ?? Math.round(input.term.degradationWeight * PPB)) : (outage.weightPpb ?? PPB);
  if (!input.term.userWeighted || outage.userCount === null) return base;
  if (input.term.users === undefined) {
    throw new ParleyError('invalid-input', `The target ${input.term.id} weighs outages by affected users, and the number of users of ${input.service} is not known.`, {
      details: [{ path: `${pathOf(input.term, input.document)}.users`, message: 'needed to weigh outages by affected users' }],
      wayOut: 'Say how many users the service has, or count minutes.',
    });
  }
  return Math.round(base * Math.min(1, outage.userCount / input.term.users));
}

function endOf(outage: Outage, asOf: Instant): Instant {
  return Math.min(outage.to ?? asOf, asOf);
}

function hoursIn(calendar: Calendar, span: Interval): Interval[] {
  return unionOf(calendar.stretches(span.from, span.to).filter((stretch) => stretch.kind === 'open').map(({ from, to }) => ({ from, to })));
}

/** The first `ms` of a union in order of time. */
function firstOf(union: readonly Interval[], ms: number): Interval[] {
  const first: Interval[] = [];
  let left = ms;
  for (const interval of union) {
    if (left <= 0) break;
    const to = Math.min(interval.to, interval.from + left);
    first.push({ from: interval.from, to });
    left -= to - interval.from;
  }
  return first;
}
