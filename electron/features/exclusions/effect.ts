import type { SupposedExclusion, Supposed } from '#db/compliance/outages.ts';
import { serviceSpan, timesOfWindow } from '#db/exclusions/queries.ts';
import type { Reader } from '#db/store.ts';
import { termName } from '#shared/agreements/sentences.ts';
import type { AvailabilityRow } from '#shared/availability/model.ts';
import type { ComplianceRow } from '#shared/compliance/compliance.ts';
import type { EffectRow, EffectSide } from '#shared/exclusions/contract.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import { addMonths, dateOf, type PlainDate } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, type Question } from '../compliance/question.ts';
import { serviceRows, ticketRows, type Versioned } from '../compliance/rows.ts';

/** An exclusion that is on record, a maintenance window, or one that is only thought of. */
export type EffectOf = { readonly id: string } | { readonly maintenanceId: string } | { readonly draft: SupposedExclusion };

/** More months than that are not looked through: what an exclusion moves lies near it. */
const mostMonths = 60;

/** Every month's figure of an agreement that an exclusion moves, in the order of months and targets: without it and with it, whatever was decided. */
export function effectOf(context: CoreContext, agreement: { readonly id: string }, of: EffectOf): EffectRow[] {
  const [without, withIt] = [askedQuestion(context, agreement, supposing(of, 'refused')), askedQuestion(context, agreement, supposing(of, 'accepted'))];
  const rows = [...ticketEffects(context, without, withIt), ...serviceEffects(context, without, withIt, of)];
  const codes = without.measuring.flatMap(({ document }) => document.terms.map((term) => term.id));
  return rows.toSorted((a, b) => (a.month === b.month ? codes.indexOf(a.term) - codes.indexOf(b.term) : a.month < b.month ? -1 : 1));
}

function supposing(of: EffectOf, answer: 'accepted' | 'refused'): Supposed {
  if ('draft' in of) return { answers: new Map(), added: answer === 'accepted' ? [of.draft] : [] };
  return { answers: new Map([['id' in of ? of.id : of.maintenanceId, answer]]), added: [] };
}

function ticketEffects(context: CoreContext, without: Question, withIt: Question): EffectRow[] {
  const { zone } = without.document;
  const end = without.ticketsAsOf;
  const first = without.coverage[0]?.from ?? without.tickets.reduce((least, ticket) => Math.min(least, ticket.openedAt), Infinity);
  if (end === null || !Number.isFinite(first)) return [];
  const span = monthsOf(first, end, zone);
  const rowsOf = (question: Question): ComplianceRow[] => ticketRows(context, question, span, { priority: false, month: true }, asOfOr(end, span.to, zone));
  const keyOf = (row: ComplianceRow): string => [row.version, row.term, row.part, row.month].join('|');
  return paired(rowsOf(without), rowsOf(withIt), keyOf).flatMap(({ row, before, after }) =>
    changed(headOf(without, row.term, row.version, row.part, row.month), clockSide(before), clockSide(after)));
}

function serviceEffects(context: CoreContext, without: Question, withIt: Question, of: EffectOf): EffectRow[] {
  const { zone } = without.document;
  const end = without.outagesAsOf;
  if (end === null) return [];
  return context.store.read((reader) => {
    const times = serviceTimes(reader, of, end);
    const [first, last] = [times[0], times.at(-1)];
    if (first === undefined || last === undefined || first.from >= end) return [];
    const span = monthsOf(first.from, Math.min(end, last.to), zone);
    const rowsOf = (question: Question): Versioned<AvailabilityRow>[] => serviceRows(reader, question, span, true, end, () => undefined);
    const keyOf = (row: Versioned<AvailabilityRow>): string => [row.version, row.term, row.service, row.month, row.from].join('|');
    return paired(rowsOf(without), rowsOf(withIt), keyOf).flatMap(({ row, before, after }) =>
      changed(headOf(without, row.term, row.version, row.service, row.month), serviceSide(before), serviceSide(after)));
  });
}

/** The times of a service that it takes out; none for one of a ticket. */
function serviceTimes(reader: Reader, of: EffectOf, until: Instant): readonly Interval[] {
  if ('maintenanceId' in of) return timesOfWindow(reader, of.maintenanceId, until);
  const span = 'id' in of ? serviceSpan(reader, of.id) : of.draft.ticketNo === null ? of.draft.span : null;
  return span === null ? [] : [span];
}

/** Whole months of the agreement that hold an interval, the last ones where there are too many. */
function monthsOf(from: Instant, to: Instant, zone: string): { readonly from: PlainDate; readonly to: PlainDate } {
  const end = addMonths(`${dateOf(Math.max(from, to - 1), zone).slice(0, 7)}-01`, 1);
  const begin = `${dateOf(from, zone).slice(0, 7)}-01`;
  const least = addMonths(end, -mostMonths);
  return { from: begin < least ? least : begin, to: end };
}

/** Rows of both sides that are the same figure; one may be there only on one side. */
function paired<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): { readonly row: Row; readonly before: Row | undefined; readonly after: Row | undefined }[] {
  const [old, made] = [new Map(before.map((row) => [keyOf(row), row])), new Map(after.map((row) => [keyOf(row), row]))];
  return [...new Map([...old, ...made])].map(([key, row]) => ({ row, before: old.get(key), after: made.get(key) }));
}

type Head = Omit<EffectRow, 'without' | 'with'>;

function headOf(question: Question, code: string, version: number, part: string | null, month: string | null): Head | null {
  const measuring = question.measuring[version];
  const term = measuring?.document.terms.find((candidate) => candidate.id === code);
  if (term === undefined || measuring === undefined || month === null || (term.type !== 'response' && term.type !== 'resolution' && term.type !== 'availability')) return null;
  return { month, term: code, name: termName(term), type: term.type, part, version: question.measuring.length > 1 ? measuring.version.version : null };
}

function changed(head: Head | null, without: EffectSide, withIt: EffectSide): EffectRow[] {
  return head === null || JSON.stringify(without) === JSON.stringify(withIt) ? [] : [{ ...head, without, with: withIt }];
}

const nothing: EffectSide = { verdict: 'no events', share: null, open: 0, excluded: 0, downMinutes: null, agreedMinutes: null, percent: null };

function clockSide(row: ComplianceRow | undefined): EffectSide {
  if (row === undefined) return nothing;
  const { share } = row;
  return { ...nothing, verdict: row.verdict, share: share === null ? null : { ...share, wilson95: [share.wilson95[0], share.wilson95[1]] }, open: row.open, excluded: row.excluded };
}

function serviceSide(row: AvailabilityRow | undefined): EffectSide {
  if (row === undefined) return nothing;
  return { ...nothing, verdict: row.verdict, downMinutes: row.downMinutes, agreedMinutes: row.agreedMinutes, percent: row.percent };
}
