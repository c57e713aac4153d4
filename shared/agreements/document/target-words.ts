import type { DraftInline } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import type { Duration } from '#shared/time/duration.ts';
import { clockAmount, metricFigure } from '../phrases.ts';
import { termSentence } from '../sentences.ts';
import type { ClockTerm, MetricTerm, Term } from '../terms.ts';
import { span } from './build.ts';
import type { PrintContext, Target } from './context.ts';
import { capital, counted, percent } from './format.ts';

/** The large value of a target row, what it means, and the line below. */
export type TargetFigures = { readonly value: string; readonly meaning: string; readonly below: string };

/** "Response, priority 1" where the term has no name of its own. */
export function targetName(context: PrintContext, target: Target): string {
  const { names } = context.words.targets;
  if (target.name !== undefined) return target.name;
  if (target.type === 'availability') return target.service === undefined ? names.availability : fillPattern(names.availabilityOf, { service: target.service });
  return target.type === 'metric' ? '' : fillPattern(names[target.type], { priority: priorityName(context, target.priority) });
}

/** "priority 1" for the id P1, "priority Critical" for any other. */
export function priorityName(context: PrintContext, id: string): string {
  return fillPattern(context.words.targets.priorityName, { id: /^[Pp](\d+)$/.exec(id)?.[1] ?? id });
}

/** The words of a pause reason; one that a source brought is printed as it is. */
export function reasonText(context: PrintContext, reason: string): string {
  const reasons: Readonly<Record<string, string>> = context.words.measurement.reasons;
  return reasons[reason] ?? reason;
}

/** The sentence of the term with its values bold, the parties by their short names. */
export function sentenceOf(context: PrintContext, term: Term): DraftInline[] {
  return termSentence(term, context.spoken, context.words.sentences).flatMap((part): DraftInline[] => {
    if (part.text === '') return [];
    if (part.strong !== true) return [span(part.text)];
    const comma = part.field === 'within' ? part.text.indexOf(', ') : -1;
    return comma < 0 ? [span(part.text, { bold: true })] : [span(part.text.slice(0, comma), { bold: true }), span(part.text.slice(comma))];
  });
}

export function figuresOf(context: PrintContext, target: Target, period: string): TargetFigures {
  const { targets } = context.words;
  const per = fillPattern(targets.per, { period });
  if (target.type === 'availability') return { value: percent(target.atLeastPercent, context.words), meaning: targets.meanings.agreed, below: per };
  if (target.type === 'metric') return { value: metricValue(context, target), meaning: targets.directions[target.direction], below: per };
  return { ...durationFigures(context, target.within), below: fillPattern(targets.atLeast, { percent: percent(target.atLeastPercent, context.words) }) };
}

/** The target in one line, for the page that shows all. */
export function targetLine(context: PrintContext, target: Target): string {
  const { target: words } = context.words;
  if (target.type === 'availability') return fillPattern(words.availability, { percent: percent(target.atLeastPercent, context.words) });
  if (target.type === 'metric') return fillPattern(words.metric, { direction: capital(context.words.targets.directions[target.direction]), value: metricValue(context, target) });
  return durationLine(context, target);
}

/** "4 business hours", "15 minutes, 24×7", "End of 3rd business day". */
function durationLine(context: PrintContext, target: ClockTerm): string {
  const { target: words, sentences, counts } = context.words;
  const { within } = target;
  if (within.kind === 'end-of-business-day') return within.days === 0 ? capital(sentences.alone.endOfSameDay) : fillPattern(words.endOfDay, { nth: sentences.nthDay(within.days) });
  if (within.kind === 'business-days') return fillPattern(words.businessDays, { days: counted(counts.businessDays, within.days, context.words) });
  if ('days' in within) return counted(counts.calendarDays, within.days, context.words);
  const amount = clockAmount(within.seconds, within.kind, sentences.alone, sentences);
  return within.kind === 'elapsed-hours' ? fillPattern(words.around, { amount }) : amount;
}

function durationFigures(context: PrintContext, within: Duration): { value: string; meaning: string } {
  const { targets, sentences } = context.words;
  const { values, meanings } = targets;
  if (within.kind === 'end-of-business-day') return { value: within.days === 0 ? values.sameDay : fillPattern(values.day, { nth: sentences.nthDay(within.days) }), meaning: meanings[within.kind] };
  if ('days' in within) return { value: counted(values.days, within.days, context.words), meaning: meanings[within.kind] };
  const unit = within.seconds % 3600 === 0 ? 'hours' : within.seconds % 60 === 0 ? 'minutes' : 'seconds';
  const amount = within.seconds / { hours: 3600, minutes: 60, seconds: 1 }[unit];
  return { value: fillPattern(values[unit], { n: amount }), meaning: within.kind === 'elapsed-hours' ? meanings.around : meanings[unit] };
}

function metricValue({ words }: PrintContext, metric: MetricTerm): string {
  const to = metricFigure(metric.targetTo ?? metric.target, metric.unit, words.sentences);
  return metric.targetTo === undefined ? to : fillPattern(words.targets.range, { from: metricFigure(metric.target, '', words.sentences), to });
}
