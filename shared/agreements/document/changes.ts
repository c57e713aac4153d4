import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';
import { agreementDates } from '../dates.ts';
import { bold, cell, clause, headRow, paragraph, row, section, type DraftRow, type DraftTable } from './build.ts';
import { clausesOf } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { counted, deadlineDate } from './format.ts';

const reviewsMost = 12;
const rowsTogether = 16;

/** 10 Changes, renewal, notice, termination: the dates first. */
export function changesAndTerm(context: PrintContext): DraftBlock[] {
  const { words } = context;
  return [
    section('section', 'changes', words.changes.title),
    ...(context.dates === null ? [] : [datesTable(context)]),
    ...rules(context),
    ...clausesOf(context, 'changes', 'term-and-notice'),
  ];
}

/** In the order of the dates; the last day for notice bold. */
function datesTable(context: PrintContext): DraftTable {
  const { words } = context;
  const texts = words.changes;
  const rows = eventsOf(context)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .map(({ title, on, isStrong }): DraftRow => row(isStrong ? [cell([bold(title)]), cell([bold(deadlineDate(on, words))])] : [cell(title), cell(deadlineDate(on, words))]));
  return { kind: 'table', look: 'head', indentMm: 16, columnsMm: [72, 82], caption: texts.caption, label: 'dates', together: rows.length <= rowsTogether, head: headRow([texts.event, texts.date]), rows };
}

type DatedEvent = { readonly title: string; readonly on: PlainDate; readonly isStrong: boolean };

function eventsOf(context: PrintContext): DatedEvent[] {
  const { words, document, dates } = context;
  const texts = words.changes;
  if (dates === null || document.term === undefined) return [];
  const { renewal } = document;
  const event = (title: string, on: PlainDate | null): DatedEvent[] => (on === null ? [] : [{ title, on, isStrong: title === texts.lastDay }]);
  const { renewsOn } = dates;
  const renewedTo = renewsOn === null || renewal.kind === 'none' ? null : addDays(addMonths(renewsOn, renewal.months), -1);
  const nextNotice = renewsOn === null ? null : agreementDates(document, { from: renewsOn, to: addDays(renewsOn, 1) }).lastDayOfNotice;
  return [
    ...event(texts.force, document.term.from),
    ...dates.reviews.slice(0, reviewsMost).flatMap((review) => event(review.reason.endsWith('notice') ? texts.reviewNotice : texts.review, review.on)),
    ...event(texts.lastDay, dates.lastDayOfNotice),
    ...event(renewal.kind === 'automatic' ? texts.ends : texts.endsAlways, dates.end),
    ...event(texts.renewed, renewsOn),
    ...event(texts.noticeRenewed, nextNotice),
    ...event(texts.renewedTo, renewedTo),
  ];
}

function rules(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  const texts = words.changes;
  const { notice, renewal } = document;
  const sentences: string[] = [];
  if (notice === undefined) sentences.push(texts.noticeNone);
  else {
    sentences.push(fillPattern(texts.noticeMonths, { n: notice.months === undefined ? counted(words.counts.calendarDays, notice.days ?? 0, words) : counted(words.counts.months, notice.months, words) }), texts.moved[notice.businessDay]);
    const calendar = context.calendarNamed(notice.calendar ?? document.serviceHours);
    if (notice.businessDay !== 'none' && calendar !== null) sentences.push(fillPattern(texts.calendar, { name: calendar.name }));
  }
  sentences.push(renewal.kind === 'automatic' ? fillPattern(texts.renewal, { n: counted(words.counts.months, renewal.months, words) }) : texts.noRenewal);
  return [paragraph('clause', sentences.join(' ')), clause(texts.version)];
}

