import type { DraftBlock } from '#shared/documents/model.ts';
import { richText } from '#shared/documents/rich-text.ts';
import { addDays, addMonths } from '#shared/time/plain-date.ts';
import { bold, cell, codeCell, headRow, paragraph, row, section, span, spacer, type DraftRow, type DraftTable } from './build.ts';
import type { PrintContext } from './context.ts';
import { dayAndMonth } from './format.ts';
import { hasExclusions } from './target-row.ts';
import type { AgreementWords } from './words/words.ts';

/** A Glossary: the terms that this agreement uses. */
export function glossary(context: PrintContext): DraftBlock[] {
  const { words } = context;
  const rows = entriesOf(context).map(([term, meaning]) => row([cell([bold(term)]), cell(meaning)]));
  const table: DraftTable = { kind: 'table', look: 'head', indentMm: 16, columnsMm: [40, 114], rows, head: headRow([words.glossary.term, words.glossary.meaning]) };
  return [section('annex', 'glossary', words.glossary.title, true), spacer, table];
}

/** B Calculation rules: the formulas that this agreement needs, and what happens around clock changes. */
export function calculationRules(context: PrintContext): DraftBlock[] {
  const { words } = context;
  const rows = formulaKeys(context).map((key, index): DraftRow => {
    const [name = '', formula = '', where = ''] = words.formulas.rows[key];
    return row([codeCell(`B.${index + 1}`), cell([bold(name)]), cell([span(formula, { serif: true, italic: true })]), cell(where)]);
  });
  const table: DraftTable = { kind: 'table', look: 'head', indentMm: 0, columnsMm: [16, 30, 70, 54], rows, head: headRow([words.formulas.number, words.formulas.name, words.formulas.formula, words.formulas.where]) };
  return [section('annex', 'formulas', words.formulas.title), spacer, table, paragraph('body', words.formulas.clockChange)];
}

type FormulaKey = keyof AgreementWords['formulas']['rows'];

function formulaKeys(context: PrintContext): FormulaKey[] {
  const { clocks, availabilities, credits, metrics } = context;
  const keys: FormulaKey[] = [];
  if (clocks.length > 0) keys.push('counted', 'deadline', 'share', 'interval');
  if (availabilities.length > 0) keys.push('availability', 'allowed');
  if (credits.length > 0) keys.push('credit', 'cap');
  return keys.length === 0 && metrics.length === 0 ? ['counted'] : keys.length === 0 ? ['share'] : keys;
}

function entriesOf(context: PrintContext): [string, ReturnType<typeof richText>][] {
  const { words, document, clocks, availabilities, credits, targets } = context;
  const { entries } = words.glossary;
  const availability = formulaKeys(context).indexOf('availability') + 1;
  const hasHours = clocks.length > 0 && context.calendars.some((calendar) => calendar.definition !== null);
  const isUsed: Record<keyof typeof entries, boolean> = {
    agreedTime: availabilities.length > 0,
    availability: availabilities.length > 0,
    businessDay: hasHours,
    calendarMonth: targets.some((target) => target.period === 'calendar-month') || document.notice?.months !== undefined,
    calendarQuarter: targets.some((target) => target.period === 'calendar-quarter'),
    contractYear: document.term !== undefined && credits.some((credit) => credit.capPercentPerYear !== undefined),
    credit: credits.length > 0,
    downtime: availabilities.length > 0,
    exclusion: availabilities.some((term) => hasExclusions(context, term.id)),
    incident: clocks.length > 0,
    met: targets.length > 0,
    pause: clocks.length > 0,
    period: true,
    ticket: clocks.length > 0,
  };
  const from = document.term?.from ?? '2026-01-01';
  const values = { annexLetter: 'B', availability, from: dayAndMonth(from, words), to: dayAndMonth(addDays(addMonths(from, 12), -1), words) };
  const keys: (keyof typeof entries)[] = ['agreedTime', 'availability', 'businessDay', 'calendarMonth', 'calendarQuarter', 'contractYear', 'credit', 'downtime', 'exclusion', 'incident', 'met', 'pause', 'period', 'ticket'];
  return keys.filter((key) => isUsed[key]).map((key) => {
    const [term = '', meaning = ''] = entries[key];
    return [term, richText(meaning, values)];
  });
}

