import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';
import { agreementDates } from '../dates.ts';
import { bold, cell, clause, headRow, paragraph, row, section, type DraftRow, type DraftTable } from './build.ts';
import { clausesOf } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { deadlineDate } from './format.ts';

const reviewsMost = 12;

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

function datesTable(context: PrintContext): DraftTable {
  const { words, document, dates } = context;
  const texts = words.changes;
  const day = (date: PlainDate) => deadlineDate(date, words);
  const line = (title: string, date: PlainDate | null): DraftRow[] => (date === null ? [] : [row([cell(title), cell(day(date))])]);
  const strong = (title: string, date: PlainDate | null): DraftRow[] => (date === null ? [] : [row([cell([bold(title)]), cell([bold(day(date))])])]);
  const notice = dates?.lastDayOfNotice ?? null;
  const reviews = (dates?.reviews ?? []).slice(0, reviewsMost).map((review) => ({ on: review.on, rows: line(review.reason.endsWith('notice') ? texts.reviewNotice : texts.review, review.on) }));
  const before = reviews.filter((review) => notice === null || review.on <= notice).flatMap((review) => review.rows);
  const after = reviews.filter((review) => notice !== null && review.on > notice).flatMap((review) => review.rows);
  const renewedTo = dates?.renewsOn === null || dates === null || document.renewal.kind === 'none' ? null : addDays(addMonths(dates.renewsOn, document.renewal.months), -1);
  const nextNotice = renewedTo === null || dates?.renewsOn === null || dates === null ? null : agreementDates(document, { from: dates.renewsOn, to: addDays(dates.renewsOn, 1) }).lastDayOfNotice;
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [72, 82], caption: texts.caption, label: 'dates', together: true,
    head: headRow([texts.event, texts.date]),
    rows: [
      ...line(texts.force, document.term?.from ?? null), ...before, ...strong(texts.lastDay, notice), ...after,
      ...line(document.renewal.kind === 'automatic' ? texts.ends : texts.endsAlways, dates?.end ?? null), ...line(texts.renewed, dates?.renewsOn ?? null), ...line(texts.renewedTo, renewedTo), ...line(texts.noticeRenewed, nextNotice),
    ],
  };
}

function rules(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  const texts = words.changes;
  const { notice, renewal } = document;
  const count = (value: number, one: string, many: string) => (value === 1 ? one : fillPattern(many, { n: value }));
  const sentences: string[] = [];
  if (notice === undefined) sentences.push(texts.noticeNone);
  else {
    sentences.push(fillPattern(texts.noticeMonths, { n: notice.months === undefined ? count(notice.days ?? 0, texts.oneDay, texts.days) : count(notice.months, texts.oneMonth, texts.months) }), texts.moved[notice.businessDay]);
    const calendar = context.calendarNamed(notice.calendar ?? document.serviceHours);
    if (notice.businessDay !== 'none' && calendar !== null) sentences.push(fillPattern(texts.calendar, { name: calendar.name }));
  }
  sentences.push(renewal.kind === 'automatic' ? fillPattern(texts.renewal, { n: count(renewal.months, texts.oneMonth, texts.months) }) : texts.noRenewal);
  return [paragraph('clause', sentences.join(' ')), clause(texts.version)];
}

