import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/time/plain-date.ts';
import { instantsOf, periodsBetween, type Period } from '#shared/time/period.ts';
import { decimalText } from '../sentence-words/model.ts';
import type { AvailabilityTerm } from '../terms.ts';
import { anchor, cell, clause, headRow, listItems, numberCell, relabelled, row, type DraftCell, type DraftTable } from './build.ts';
import type { PrintContext } from './context.ts';
import { codeList, counted, grouped, monthOf, periodName, shortDate, thePeriod } from './format.ts';
import { hasExclusions } from './target-row.ts';
import { sentenceOf } from './target-words.ts';

/** How downtime is counted, what it may add up to, and what is left out of it. */
export function availabilityRules(context: PrintContext): DraftBlock[] {
  return [...countingRules(context), ...allowedDowntime(context), ...exclusionRules(context)];
}

/** What all share in one clause; what only some have in one clause a set of sentences. */
function countingRules(context: PrintContext): DraftBlock[] {
  const { words, availabilities } = context;
  const rules = availabilities.map((term) => ({ code: term.id, sentences: countingSentences(context, term) }));
  const [first] = rules;
  if (first === undefined) return [];
  const common = first.sentences.filter((sentence) => rules.every((rule) => rule.sentences.includes(sentence)));
  const groups = new Map<string, string[]>();
  for (const { code, sentences } of rules) {
    const own = sentences.filter((sentence) => !common.includes(sentence)).join(' ');
    if (own !== '') groups.set(own, [...(groups.get(own) ?? []), code]);
  }
  return [clause(words.targets.downAll, { sentences: common.join(' ') }), ...[...groups].map(([sentences, codes]) => clause(words.targets.downFor, { codes: codeList(codes, words), sentences }))];
}

function countingSentences(context: PrintContext, term: AvailabilityTerm): string[] {
  const { targets } = context.words;
  const weight = term.degradationWeight;
  return [
    targets.down,
    weight === 1 ? targets.degradation.full : weight === 0 ? targets.degradation.none : fillPattern(targets.degradation.part, { weight: decimalText(weight, context.words.sentences) }),
    ...(term.shortestOutageMinutes > 0 ? [counted(targets.shortest, term.shortestOutageMinutes, context.words)] : []),
    ...(term.wholeMinutes ? [targets.wholeMinutes] : []),
    ...(term.userWeighted ? [targets.users] : []),
    targets.gaps[term.gapPolicy],
    targets.lessens[term.maintenanceLessensAgreedTime ? 'yes' : 'no'],
    targets.unplanned[term.unplannedInMaintenanceCounts ? 'yes' : 'no'],
    targets.endless,
  ];
}

/** Agreed and allowed minutes of every period of the first contract year. */
function allowedDowntime(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  const { term } = document;
  const terms = context.availabilities.filter((one) => context.calendarOf(one) !== null && (one.period === 'calendar-month' || one.period === 'calendar-quarter'));
  const [first] = terms;
  if (term === undefined || first === undefined) return [];
  const yearEnd = addMonths(term.from, 12);
  const until = yearEnd > addDays(term.to, 1) ? addDays(term.to, 1) : yearEnd;
  const tables = terms.map((one, index) => allowedTable(context, one, term.from, until, index));
  const pattern = tables.length === 1 ? relabelled(words.targets.allowed, 'allowed', 'allowed-0') : words.targets.allowedMany;
  return [clause(pattern, { thePeriod: thePeriod(first.period, words) }, { keepNext: true }), ...tables];
}

function allowedTable(context: PrintContext, term: AvailabilityTerm, from: PlainDate, to: PlainDate, index: number): DraftTable {
  const { words } = context;
  const cells = periodsBetween(term.period, from, to).map((period) => periodCells(context, term, period));
  const half = Math.ceil(cells.length / 2);
  const isDouble = cells.length > 4;
  const titles = [term.period === 'calendar-quarter' ? words.targets.quarter : words.targets.month, words.targets.days, words.targets.agreed, words.targets.allowedHead];
  const empty = [cell(''), cell(''), cell(''), cell('')];
  return {
    kind: 'table', look: 'head', indentMm: 16, caption: fillPattern(words.targets.allowedCaption, { code: term.id }), label: `allowed-${index}`,
    columnsMm: isDouble ? [29, 12, 18, 17, 31, 12, 18, 17] : [64, 26, 32, 32],
    head: isDouble ? row([...headRow(titles, [1, 2, 3]).cells, ...apart(headRow(titles, [1, 2, 3]).cells)]) : headRow(titles, [1, 2, 3]),
    rows: isDouble ? cells.slice(0, half).map((left, place) => row([...left, ...apart(cells[half + place] ?? empty)])) : cells.map((one) => row(one)),
  };
}

/** Words after a column of numbers stand 2 mm further in. */
function apart(cells: readonly DraftCell[]): DraftCell[] {
  return cells.map((one, index) => (index === 0 ? { ...one, padding: [0.8, 1.5, 0.8, 3.5] } : one));
}

function periodCells(context: PrintContext, term: AvailabilityTerm, period: Period) {
  const { words } = context;
  const printed = context.calendarOf(term);
  if (printed === null) return [cell(''), cell(''), cell(''), cell('')];
  const { calendar } = printed;
  const { from, to } = instantsOf(period, context.document.zone);
  const agreed = calendar.elapsed(from, to) / 60_000;
  let days = 0;
  for (let day = 0; day < daysBetween(period.from, period.to); day += 1) if (calendar.isBusinessDay(addDays(period.from, day))) days += 1;
  const share = (term.steps ?? []).filter((step) => step.from <= period.from).at(-1)?.atLeastPercent ?? term.atLeastPercent;
  const allowed = (agreed * Math.round((100 - share) * 10_000_000)) / 1_000_000_000;
  const name = period.isPartial ? `${shortDate(period.from, words)}–${shortDate(addDays(period.to, -1), words)}` : term.period === 'calendar-quarter' ? fillPattern(words.targets.quarterOf, { n: period.label.slice(-1), year: period.label.slice(0, 4) }) : monthOf(period.from, words);
  return [cell(name), numberCell(String(days)), numberCell(grouped(agreed, words)), numberCell(grouped(allowed, words, 2))];
}

function exclusionRules(context: PrintContext): DraftBlock[] {
  const { words, availabilities, exclusions } = context;
  if (availabilities.length === 0) return [];
  const withExclusions = availabilities.filter((term) => hasExclusions(context, term.id)).map((term) => term.id);
  if (withExclusions.length === 0) return [clause(words.targets.nothingOut, { codes: codeList(availabilities.map((term) => term.id), words) })];
  const items = [
    ...availabilities.filter((term) => term.maintenance !== undefined).map((term) => ({ content: maintenanceItem(context, term) })),
    ...exclusions.map((term) => ({ content: sentenceOf(context, term), bookmark: anchor(term.id) })),
  ];
  return [
    clause(words.targets.leftOut, { codes: codeList(withExclusions, words) }, { keepNext: true, label: 'exclusions' }),
    ...listItems(items),
    clause(words.targets.approval, { customer: context.customer }),
  ];
}

function maintenanceItem(context: PrintContext, term: AvailabilityTerm) {
  const { words } = context;
  const { noticeDays, maxMinutesPerPeriod } = term.maintenance ?? {};
  const notice = noticeDays === undefined ? '' : fillPattern(words.targets.maintenanceNotice, { days: counted(words.counts.calendarDays, noticeDays, words) });
  const most = maxMinutesPerPeriod === undefined ? '' : fillPattern(counted(words.targets.maintenanceMost, maxMinutesPerPeriod, words), { period: periodName(term.period, words) });
  return richText(words.targets.maintenanceItem, { codes: term.id, provider: context.provider, notice, most });
}

