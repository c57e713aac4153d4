import type { DraftInline } from '#shared/documents/model.ts';
import { fillPattern, plain, richText } from '#shared/documents/rich-text.ts';
import { durationPhrase, metricFigure } from '../phrases.ts';
import { anchor, bold, cellOf, codeCell, headRow, paragraph, row, span, tab, type DraftParagraph, type DraftRow, type DraftTable } from './build.ts';
import type { PrintContext, Target } from './context.ts';
import { choice, list, longDate, percent, periodName } from './format.ts';
import { figuresOf, sentenceOf, targetName } from './target-words.ts';
import { weekText } from './week-hours.ts';

type Fact = { readonly title: string; readonly text: readonly DraftInline[]; readonly isShort?: boolean };

/** A family of targets: number, value, and what is promised with how it is counted. The head stands on the first family only. */
export function targetTable(context: PrintContext, targets: readonly Target[], hasHead: boolean): DraftTable {
  const { words } = context;
  const columnsMm = [16, 30, 124];
  const rows = targets.map((target) => targetRow(context, target));
  if (!hasHead) return { kind: 'table', look: 'plain', indentMm: 0, columnsMm, rows };
  return { kind: 'table', look: 'head', indentMm: 0, columnsMm, rows, head: headRow([words.targets.number, words.targets.target, words.targets.promised]) };
}

function targetRow(context: PrintContext, target: Target): DraftRow {
  const { words } = context;
  const figures = figuresOf(context, target, periodName(target.period, words));
  const facts = factParagraphs(factsOf(context, target));
  return row([
    codeCell(target.id),
    cellOf([
      paragraph('target-value', figures.value),
      paragraph('table-small', [span(figures.meaning, { tone: 'ink' })], { before: 1 }),
      paragraph('table-small', figures.below),
    ]),
    cellOf([
      paragraph('table-text', [bold(targetName(context, target), 'ink')], { keepNext: true, after: 1 }),
      paragraph('table-text', sentenceOf(context, target), { keepNext: true, after: 2, bookmark: anchor(target.id) }),
      ...facts,
    ]),
  ]);
}

/** Short facts share a line, two and two; the last line lets go of the next row. */
function factParagraphs(facts: readonly Fact[]): DraftParagraph[] {
  const lines: Fact[][] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const first = last?.[0];
    if (fact.isShort === true && last?.length === 1 && first?.isShort === true) last.push(fact);
    else lines.push([fact]);
  }
  return lines.map((line, index) =>
    paragraph('target-fact', line.flatMap((fact, place) => [...(place === 0 ? [] : [tab]), bold(fact.title, 'secondary'), tab, ...fact.text]), { keepNext: index < lines.length - 1 }),
  );
}

function factsOf(context: PrintContext, target: Target): Fact[] {
  const { facts } = context.words.targets;
  const all = [counted(context, target), measured(context, target), formula(context, target), ...steps(context, target), split(context, target)].filter((fact) => fact !== null);
  const credit: Fact = { title: facts.credit, text: creditText(context, target), isShort: true };
  if (target.type === 'metric') return [...all, credit];
  if (target.type === 'availability') return [...all, { title: facts.leftOut, text: leftOut(context, target.id), isShort: true }, credit];
  const pauses = target.pausesMove && target.pauseReasons?.length !== 0 ? richText(context.words.targets.pausesIn) : plain(context.words.nothing);
  return [...all, { title: facts.pauses, text: pauses, isShort: true }, credit];
}

function counted(context: PrintContext, target: Target): Fact | null {
  const { words } = context;
  const title = words.targets.facts.counted;
  const fact = (text: string): Fact => ({ title, text: plain(text) });
  const calendar = context.calendarOf(target);
  if (target.type === 'metric') return calendar === null ? null : fact(fillPattern(words.targets.countedCalendar, { name: calendar.name }));
  if (target.type !== 'availability' && target.within.kind === 'calendar-days') return fact(words.targets.countedCalendarDays);
  if (calendar === null) return null;
  if (calendar.definition === null) return fact(words.targets.countedAround);
  const isDays = target.type !== 'availability' && 'days' in target.within;
  if (isDays) return fact(fillPattern(words.targets.countedDays, { name: calendar.name }));
  const isNamed = typeof (target.calendar ?? context.document.serviceHours) === 'string';
  return fact(fillPattern(isNamed ? words.targets.countedIn : words.targets.countedOwn, { name: calendar.name, hours: weekText(calendar, words), zone: calendar.calendar.zone }));
}

function measured(context: PrintContext, target: Target): Fact | null {
  const { words } = context;
  const method = target.type === 'availability' ? target.method : undefined;
  const { source } = target;
  if (method === undefined && source === undefined) return null;
  const text = method === undefined ? fillPattern(words.targets.source, { source: source ?? '' }) : source === undefined ? method : fillPattern(words.targets.measuredBy, { method, source });
  return { title: words.targets.facts.measured, text: plain(text) };
}

function formula(context: PrintContext, target: Target): Fact | null {
  if (target.type !== 'metric' || target.formula === undefined) return null;
  return { title: context.words.targets.facts.formula, text: plain(target.formula) };
}

function steps(context: PrintContext, target: Target): Fact[] {
  const { words } = context;
  const texts = words.targets;
  return (target.steps ?? []).map((step, index) => {
    const values: string[] = [];
    if ('within' in step && step.within !== undefined) {
      const phrase = durationPhrase(step.within, words.sentences);
      values.push(`${phrase.before}${phrase.text}`);
    }
    if ('atLeastPercent' in step && step.atLeastPercent !== undefined) values.push(fillPattern(texts.stepShare, { percent: percent(step.atLeastPercent, words) }));
    if ('target' in step) {
      const unit = target.type === 'metric' ? target.unit : '';
      const to = metricFigure(step.targetTo ?? step.target, unit, words.sentences);
      values.push(step.targetTo === undefined ? to : fillPattern(texts.range, { from: metricFigure(step.target, '', words.sentences), to }));
    }
    return { title: index === 0 ? texts.facts.steps : '', text: plain(fillPattern(texts.step, { date: longDate(step.from, words), values: list(values, words) })) };
  });
}

function split(context: PrintContext, target: Target): Fact | null {
  const { words } = context;
  if (target.splitBy === undefined) return null;
  const text = fillPattern(words.targets.splitVerdict[target.splitVerdict ?? 'each'], { by: words.targets.split[target.splitBy] });
  return { title: words.targets.facts.split, text: plain(text) };
}

function leftOut(context: PrintContext, code: string): DraftInline[] {
  return hasExclusions(context, code) ? richText(context.words.targets.onlyClause) : plain(context.words.nothing);
}

/** Whether anything can be left out of the downtime of an availability target. */
export function hasExclusions(context: PrintContext, code: string): boolean {
  return context.exclusions.length > 0 || context.availabilities.some((term) => term.id === code && term.maintenance !== undefined);
}

function creditText(context: PrintContext, target: Target): DraftInline[] {
  const credits = context.creditsOf(target.id);
  if (credits.length === 0) return plain(context.words.nothing);
  const percents = credits.flatMap((credit) => credit.tiers.map((tier) => percent(tier.creditPercent, context.words)));
  return richText(context.words.targets.creditOf, { percents: choice(percents, context.words) });
}
