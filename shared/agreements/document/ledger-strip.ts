import { dueAt } from '#shared/calendar/due.ts';
import type { Calendar } from '#shared/calendar/calendar.ts';
import type { DraftBlock, Figure } from '#shared/documents/model.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import { box, figureColours, label, labelWidth, line, pointsPerMm, svgOf } from '#shared/documents/svg.ts';
import type { Instant } from '#shared/time/instant.ts';
import { addDays, startOfDay } from '#shared/time/plain-date.ts';
import { clockAmount } from '../phrases.ts';
import type { ClockTerm } from '../terms.ts';
import { paragraph } from './build.ts';
import type { PrintContext, PrintedCalendar } from './context.ts';
import { localOf, moment, timeSpan, weekdayDate } from './format.ts';
import { priorityName, reasonText } from './target-words.ts';

const minute = 60_000;
const widthMm = 154;
const partsMost = 7;

type Part = { readonly kind: 'counted' | 'paused' | 'closed'; readonly from: Instant; readonly to: Instant; readonly label: string | null };
type Example = { readonly term: ClockTerm; readonly calendar: PrintedCalendar; readonly seconds: number; readonly parts: readonly Part[]; readonly counted: number; readonly paused: number; readonly due: Instant; readonly dueWithout: Instant };

/** One incident minute by minute under a target of the agreement, computed by its own calendar. Empty where no target counts hours. */
export function workedExample(context: PrintContext): DraftBlock[] {
  const example = exampleOf(context);
  if (example === null) return [];
  const { words } = context;
  const texts = words.measurement.example;
  const zone = example.calendar.calendar.zone;
  const within = shortAmount(context, example.term);
  const moved = example.due === example.dueWithout
    ? fillPattern(texts.stands, { to: moment(example.due, zone, words) })
    : fillPattern(texts.moves, { from: moment(example.dueWithout, zone, words), to: moment(example.due, zone, words) });
  const caption = `${fillPattern(texts.caption, { priority: priorityName(context, example.term.priority), code: example.term.id })} ${moved}`;
  return [
    paragraph('figure-title', fillPattern(texts.met, { within, counted: timeSpan(example.counted) })),
    strip(context, example),
    paragraph('caption', richText(words.figure, { n: 1, text: caption })),
  ];
}

/** A resolution in business hours that pauses shows most; else any clock that counts hours. */
function exampleOf(context: PrintContext): Example | null {
  const clocks = context.clocks.filter((term) => 'seconds' in term.within && term.within.seconds >= 600);
  const rank = (term: ClockTerm) => (term.within.kind === 'business-hours' ? 0 : 4) + (term.type === 'resolution' ? 0 : 2) + (pauseReason(term) === null ? 1 : 0);
  for (const term of clocks.toSorted((one, other) => rank(one) - rank(other))) {
    const example = exampleFor(context, term);
    if (example !== null) return example;
  }
  return null;
}

function pauseReason(term: ClockTerm): string | null {
  if (!term.pausesMove) return null;
  return term.pauseReasons === undefined ? 'customer' : (term.pauseReasons[0] ?? null);
}

function exampleFor(context: PrintContext, term: ClockTerm): Example | null {
  const calendar = context.calendarOf(term);
  if (calendar === null || !('seconds' in term.within)) return null;
  const hours = calendar.calendar;
  const { seconds } = term.within;
  const share = (part: number) => Math.max(5, Math.round((seconds * part) / 60 / 5) * 5) * minute;
  const start = startOf(context, calendar, share(1 / 3));
  const reason = pauseReason(term);
  const asked = hours.add(start, share(0.33) + share(0.15));
  const answered = reason === null ? asked : hours.add(asked, share(0.31));
  const stop = hours.add(answered, share(0.3));
  const pause = { from: asked, to: answered };
  const parts = partsOf(hours, start, stop, reason === null ? null : pause);
  const counted = sum(parts, 'counted');
  if (parts.length > partsMost || counted > seconds * 1000) return null;
  return {
    term, calendar, seconds, parts, counted, paused: sum(parts, 'paused'),
    due: dueAt(hours, start, term.within, reason === null ? [] : [pause]), dueWithout: dueAt(hours, start, term.within),
  };
}

function sum(parts: readonly Part[], kind: Part['kind']): number {
  return parts.filter((part) => part.kind === kind).reduce((total, part) => total + part.to - part.from, 0);
}

/** A moment before a closing that a closure follows within the first year of the term, else a weekend. */
function startOf(context: PrintContext, printed: PrintedCalendar, before: number): Instant {
  const { calendar } = printed;
  const first = context.document.term?.from ?? '2026-04-01';
  if (printed.definition === null) return startOfDay(addDays(first, 1), calendar.zone) + 22 * 60 * minute;
  let fallback: Instant | null = null;
  for (let day = 0; day < 366; day += 1) {
    const date = addDays(first, day);
    const last = calendar.hoursOn(date).at(-1);
    if (last === undefined || !calendar.isBusinessDay(date)) continue;
    const start = Math.max(last.from, last.to - before);
    const next = addDays(date, 1);
    const isClosure = calendar.stretches(startOfDay(next, calendar.zone), startOfDay(addDays(next, 1), calendar.zone)).some((stretch) => stretch.kind === 'closure');
    if (!calendar.isBusinessDay(next) && isClosure) return start;
    if (!calendar.isBusinessDay(next)) fallback ??= start;
  }
  return fallback ?? calendar.nextOpening(startOfDay(first, calendar.zone));
}

/** Open time counts or is paused; closed time between is one part with its reasons. */
function partsOf(calendar: Calendar, start: Instant, stop: Instant, pause: { from: Instant; to: Instant } | null): Part[] {
  const parts: Part[] = [];
  for (const stretch of calendar.stretches(start, stop)) {
    if (stretch.kind !== 'open') {
      const last = parts.at(-1);
      if (last?.kind === 'closed') parts[parts.length - 1] = { ...last, to: stretch.to, label: last.label ?? stretch.label };
      else parts.push({ kind: 'closed', from: stretch.from, to: stretch.to, label: stretch.label });
      continue;
    }
    const cuts = pause === null ? [] : [pause.from, pause.to].filter((at) => at > stretch.from && at < stretch.to);
    const edges = [stretch.from, ...cuts, stretch.to];
    for (let index = 0; index + 1 < edges.length; index += 1) {
      const from = edges[index] ?? stretch.from;
      const to = edges[index + 1] ?? stretch.to;
      parts.push({ kind: pause !== null && from >= pause.from && to <= pause.to ? 'paused' : 'counted', from, to, label: null });
    }
  }
  return parts;
}

function strip(context: PrintContext, example: Example): Figure {
  const { words } = context;
  const texts = words.measurement.example;
  const { parts } = example;
  const width = widthMm * pointsPerMm;
  const weights = parts.map((part) => Math.max(partLabel(context, part) === '' ? 40 : labelWidth(partLabel(context, part), true) + 14, 42) + (part.kind === 'closed' ? 0 : (20 * (part.to - part.from)) / Math.max(1, example.counted)));
  const total = weights.reduce((all, one) => all + one, 0);
  const top = 16;
  const height = 18;
  const svg: string[] = [];
  let x = 0.5;
  const edges: number[] = [x];
  parts.forEach((part, index) => {
    const w = ((weights[index] ?? 0) / total) * (width - 1);
    svg.push(part.kind === 'paused' ? box(x, top, w, height, 'url(#paused)', figureColours.risk) : box(x, top, w, height, part.kind === 'counted' ? figureColours.ink : '#E6E4DF'));
    const text = partLabel(context, part);
    if (part.kind === 'paused') svg.push(label(x + w / 2, 10, fillPattern(texts.waits, { time: timeSpan(part.to - part.from), reason: reasonText(context, pauseReason(example.term) ?? '') }), { anchor: place(x + w / 2, width), colour: figureColours.risk }));
    else svg.push(label(x + w / 2, top + 12, text, { anchor: 'middle', bold: true, colour: part.kind === 'counted' ? figureColours.white : figureColours.text }));
    x += w;
    edges.push(x);
  });
  svg.push(...times(context, example, edges, top + height));
  const pattern = `<pattern id="paused" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#FFFFFF"/><rect width="2.4" height="5" fill="${figureColours.risk}"/></pattern>`;
  const figureHeight = 23;
  return {
    kind: 'figure', svg: svgOf(width, figureHeight * pointsPerMm, svg, pattern), widthMm, heightMm: figureHeight, name: 'Ledger', style: 'figure',
    alternative: fillPattern(texts.alternative, { parts: parts.map((part) => spoken(context, part, example)).join(', ') }),
  };
}

/** The hours allowed, without how they are counted. */
function shortAmount({ words }: PrintContext, term: ClockTerm): string {
  return 'seconds' in term.within ? clockAmount(term.within.seconds, term.within.kind, words.sentences.alone, words.sentences) : '';
}

function place(x: number, width: number): 'start' | 'middle' | 'end' {
  return x < 90 ? 'start' : x > width - 90 ? 'end' : 'middle';
}

function partLabel(context: PrintContext, part: Part): string {
  const texts = context.words.measurement.example;
  if (part.kind === 'counted') return timeSpan(part.to - part.from);
  if (part.kind === 'paused') return '';
  return part.label === null ? texts.closed : fillPattern(texts.closedFor, { label: part.label });
}

function spoken(context: PrintContext, part: Part, example: Example): string {
  const texts = context.words.measurement.example;
  const time = timeSpan(part.to - part.from);
  if (part.kind === 'counted') return fillPattern(texts.counted, { time });
  return part.kind === 'closed' ? partLabel(context, part) : fillPattern(texts.paused, { time, reason: reasonText(context, pauseReason(example.term) ?? '') });
}

/** Times below the edges; the day where it changes; what happened in a second line. */
function times(context: PrintContext, example: Example, edges: readonly number[], bottom: number): string[] {
  const { words } = context;
  const texts = words.measurement.example;
  const { parts, calendar, term } = example;
  const width = widthMm * pointsPerMm;
  const moments = [...parts.map((part) => part.from), parts.at(-1)?.to ?? 0];
  let day = '';
  let free = -Infinity;
  return moments.flatMap((at, index) => {
    const x = edges[index] ?? 0;
    const local = localOf(at, calendar.calendar.zone);
    const time = local.date === day ? local.time : `${weekdayDate(local.date, words)} ${local.time}`;
    const event = index === 0 ? texts.opened : index === moments.length - 1 ? (term.type === 'response' ? texts.responded : texts.resolved) : parts[index]?.kind === 'paused' && parts[index - 1]?.kind !== 'paused' ? texts.asked : parts[index - 1]?.kind === 'paused' ? texts.answered : '';
    const wide = Math.max(labelWidth(time), labelWidth(event));
    const anchor = index === 0 ? 'start' : index === moments.length - 1 ? 'end' : 'middle';
    const from = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
    if (from < free + 4 && index !== moments.length - 1) return [line(x, bottom, x, bottom + 3, figureColours.mid, 0.6)];
    free = from + wide;
    day = local.date;
    return [line(x, bottom, x, bottom + 3, figureColours.mid, 0.6), label(Math.min(x, width), bottom + 13, time, { anchor }), ...(event === '' ? [] : [label(Math.min(x, width), bottom + 24, event, { anchor, colour: figureColours.secondary })])];
  });
}
