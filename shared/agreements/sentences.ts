import { writtenPercentText } from '#shared/format/figures.ts';
import { FIXED_SPACE } from '#shared/format/spaces.ts';
import type { AgreementDocument } from './model.ts';
import { calendarPhrase, durationPhrase, listPhrase, metricFigure, pauseReasonPhrase, periodPhrase, priorityPhrase } from './phrases.ts';
import type { AvailabilityTerm, ClockTerm, CreditTerm, ExclusionTerm, MetricTerm, Term } from './terms.ts';

/**
 * A piece of a sentence. A piece with `field` is a value that can be read back and edited: the path of the value in its term
 * (`within`, `atLeastPercent`, `steps`). `strong` values print bold.
 */
export type SentencePart = { readonly text: string; readonly field?: string; readonly strong?: boolean };

/** What a target promises, in the exact pattern of look/paper/SPEC.md section 9. Clauses give their text. */
export function termSentence(term: Term, document: AgreementDocument): SentencePart[] {
  switch (term.type) {
    case 'response':
    case 'resolution':
      return clockSentence(term, document);
    case 'availability':
      return availabilitySentence(term, document);
    case 'metric':
      return metricSentence(term);
    case 'credit':
      return creditSentence(term, document);
    case 'exclusion':
      return exclusionSentence(term);
    case 'clause':
      return [value(term.text, 'text', false)];
  }
}

/** How a target is counted: one sentence a rule, each with its editable values. Empty for terms without a clock. */
export function termRules(term: Term, document: AgreementDocument): SentencePart[][] {
  if (term.type === 'response' || term.type === 'resolution') return clockRulesText(term, document);
  if (term.type === 'availability') return availabilityRulesText(term, document);
  if (term.type === 'metric') return metricRulesText(term);
  return [];
}

/** Short name of a term: `Response P1`, `Availability of Mail`, the metric's or clause's own name. */
export function termName(term: Term): string {
  switch (term.type) {
    case 'response':
      return term.name ?? `Response ${term.priority}`;
    case 'resolution':
      return term.name ?? `Resolution ${term.priority}`;
    case 'availability':
      return term.name ?? (term.service === undefined ? 'Availability' : `Availability of ${term.service}`);
    case 'metric':
    case 'exclusion':
      return term.name;
    case 'credit':
      return `Credit for ${term.of}`;
    case 'clause':
      return term.heading;
  }
}

/** The parts of a sentence as one text. */
export function plainSentence(parts: readonly SentencePart[]): string {
  return parts.map((part) => part.text).join('');
}

/** Who promises: the first provider. A document without one says "The provider". */
export function providerName(document: AgreementDocument): string {
  return document.parties.find((party) => party.side === 'provider')?.organisation ?? 'The provider';
}

function clockSentence(term: ClockTerm, document: AgreementDocument): SentencePart[] {
  const verb = term.type === 'response' ? 'responds to' : 'resolves';
  const duration = durationPhrase(term.within);
  return [
    says(`${providerName(document)} ${verb} `),
    value(priorityPhrase(term.priority), 'priority', false),
    says(` incident ${duration.preposition} `),
    value(duration.text, 'within'),
    says(`${duration.hasComma ? ',' : ''} for at least `),
    value(percent(term.atLeastPercent), 'atLeastPercent'),
    says(' of these incidents per '),
    value(periodPhrase(term.period), 'period', false),
    says('.'),
  ];
}

function availabilitySentence(term: AvailabilityTerm, document: AgreementDocument): SentencePart[] {
  const services = document.services.map((service) => service.service);
  const component = term.service ?? (new Set(services).size === 1 ? services[0] : undefined);
  return [
    ...(component === undefined ? [says('Each service of this agreement')] : [value(component, 'service', false)]),
    says(' is available for at least '),
    value(percent(term.atLeastPercent), 'atLeastPercent'),
    says(' of the agreed service time in each '),
    value(periodPhrase(term.period), 'period', false),
    says('.'),
  ];
}

function metricSentence(term: MetricTerm): SentencePart[] {
  const words = { 'at-least': 'at least ', 'at-most': 'at most ', between: 'between ' } as const;
  return [
    value(term.name, 'name', false),
    says(' is '),
    value(words[term.direction], 'direction', false),
    value(metricFigure(term.target, term.unit), 'target'),
    ...(term.targetTo === undefined ? [] : [says(' and '), value(metricFigure(term.targetTo, term.unit), 'targetTo')]),
    says(' in each '),
    value(periodPhrase(term.period), 'period', false),
    says('.'),
  ];
}

function creditSentence(term: CreditTerm, document: AgreementDocument): SentencePart[] {
  const target = document.terms.find((other) => other.id === term.of);
  const tiers = term.tiers.map((tier, index) => {
    const next = term.tiers[index + 1];
    const range = next === undefined ? `below ${percent(tier.below)}` : `${percent(next.below)} to below ${percent(tier.below)}`;
    return `${range}: ${percent(tier.creditPercent)}`;
  });
  const parts = [says('If '), value(target ? `${term.of} ${termName(target)}` : term.of, 'of', false), says(' is missed, a credit is due, as a share of the fee of the period: '), value(tiers.join('; '), 'tiers'), says('.')];
  if (term.capPercentPerPeriod !== undefined) parts.push(says(' It is capped at '), value(percent(term.capPercentPerPeriod), 'capPercentPerPeriod'), says(' of the fee of a period.'));
  if (term.capPercentPerYear !== undefined) parts.push(says(' It is capped at '), value(percent(term.capPercentPerYear), 'capPercentPerYear'), says(' of the fee of a contract year.'));
  if (term.claimWithinDays !== undefined) parts.push(says(' It is claimed within '), value(count(term.claimWithinDays, 'calendar day'), 'claimWithinDays'), says(' after the end of the period.'));
  return parts;
}

function exclusionSentence(term: ExclusionTerm): SentencePart[] {
  const parts = [value(`${term.name}.`, 'name'), says(' '), value(sentenceEnd(term.condition), 'condition', false)];
  if (term.approval !== undefined) parts.push(says(' '), value(sentenceEnd(term.approval), 'approval', false));
  if (term.capMinutesPerPeriod !== undefined) parts.push(says(' At most '), value(count(term.capMinutesPerPeriod, 'minute'), 'capMinutesPerPeriod'), says(' per period.'));
  return parts;
}

function clockRulesText(term: ClockTerm, document: AgreementDocument): SentencePart[][] {
  const rules: SentencePart[][] = [[says('Counted in '), value(calendarPhrase(term.calendar ?? document.serviceHours), 'calendar', false), says('.')]];
  rules.push(pauseRule(term));
  const reopened = { 'gap-is-pause': 'the gap is a pause', 'gap-counts': 'the gap counts', 'new-cycle': 'the clock starts again', 'ignore-after': `ignored after ${count(term.reopen.days ?? 0, 'calendar day')}` } as const;
  rules.push([says('Reopened: '), value(reopened[term.reopen.policy], 'reopen', false), says('.')]);
  if (term.reopen.policy === 'new-cycle') {
    const cycles = { last: 'the last cycle decides', any: 'one missed cycle misses', sum: 'the cycles are added up' } as const;
    rules.push([says('With several cycles '), value(cycles[term.cycles], 'cycles', false), says('.')]);
  }
  const counts = { 'at-stop': 'at stop', first: 'when it was opened', highest: 'at its highest' } as const;
  rules.push([says('The priority that counts is the one '), value(counts[term.priorityCounts], 'priorityCounts', false), says('.')]);
  const change = { retroactive: 'the new target runs from the original start', afresh: 'the new target starts afresh' } as const;
  rules.push([says('When the priority changes, '), value(change[term.onPriorityChange], 'onPriorityChange', false), says('.')]);
  const belongs = { decided: 'its verdict is known', due: 'it is due', opened: 'it was opened' } as const;
  rules.push([says('A ticket belongs to the period in which '), value(belongs[term.belongsTo], 'belongsTo', false), says('.')]);
  const stops = { 'first-response': 'the first response is recorded', resolved: 'the ticket is resolved', closed: 'the ticket is closed' } as const;
  rules.push([says('The clock starts when the ticket is created and stops when '), value(stops[term.stop], 'stop', false), says('.')]);
  if (term.maintenanceStopsClock) rules.push([value('Announced maintenance stops the clock', 'maintenanceStopsClock', false), says('.')]);
  for (const [index, step] of (term.steps ?? []).entries()) {
    const within = step.within === undefined ? '' : ` ${durationPhrase(step.within).preposition} ${durationPhrase(step.within).text}`;
    const share = step.atLeastPercent === undefined ? '' : `${within === '' ? '' : ','} for at least ${percent(step.atLeastPercent)}`;
    rules.push([says(`From ${step.from}`), value(`${within}${share}`, `steps[${index}]`), says('.')]);
  }
  return [...rules, ...sourceRule(term.source)];
}

function pauseRule(term: ClockTerm): SentencePart[] {
  const isNone = !term.pausesMove || term.pauseReasons?.length === 0;
  if (isNone) return [value('No pause', 'pausesMove', false), says(' moves the due time.')];
  if (term.pauseReasons === undefined) return [says('The clock stops during '), value('every pause', 'pauseReasons', false), says('.')];
  return [says('The clock stops while we wait for '), value(listPhrase(term.pauseReasons.map(pauseReasonPhrase), 'or'), 'pauseReasons', false), says('.')];
}

function availabilityRulesText(term: AvailabilityTerm, document: AgreementDocument): SentencePart[][] {
  const rules: SentencePart[][] = [[says('Counted in '), value(calendarPhrase(term.calendar ?? document.serviceHours), 'calendar', false), says('.')]];
  if (term.method !== undefined) rules.push([says('Measured by '), value(term.method, 'method', false), says('.')]);
  if (term.maintenance) {
    const { maxMinutesPerPeriod, noticeDays } = term.maintenance;
    const most = maxMinutesPerPeriod === undefined ? '' : `, at most ${count(maxMinutesPerPeriod, 'minute')} per period`;
    const notice = noticeDays === undefined ? '' : `, announced at least ${count(noticeDays, 'calendar day')} before`;
    const effect = term.maintenanceLessensAgreedTime ? 'is taken out of the agreed time' : 'is not counted as downtime';
    rules.push([value(`Approved maintenance${notice}${most}`, 'maintenance', false), says(','), value(` ${effect}`, 'maintenanceLessensAgreedTime', false), says('.')]);
  }
  if (term.shortestOutageMinutes > 0) rules.push([says('Outages under '), value(count(term.shortestOutageMinutes, 'minute'), 'shortestOutageMinutes', false), says(' are not counted.')]);
  if (term.degradationWeight !== 1) rules.push([says('Degraded counts with the weight '), value(String(term.degradationWeight), 'degradationWeight', false), says('.')]);
  if (term.wholeMinutes) rules.push([value('Each begun minute counts whole', 'wholeMinutes', false), says('.')]);
  const gaps = { up: 'counts as available', down: 'counts as downtime', undetermined: 'is undetermined, both bounds are reported' } as const;
  rules.push([says('Time without a monitoring result '), value(gaps[term.gapPolicy], 'gapPolicy', false), says('.')]);
  if (term.unplannedInMaintenanceCounts) rules.push([value('An unplanned outage inside maintenance counts', 'unplannedInMaintenanceCounts', false), says('.')]);
  if (term.userWeighted) rules.push([value('Downtime is weighted by the users affected', 'userWeighted', false), says('.')]);
  for (const [index, step] of (term.steps ?? []).entries()) rules.push([says(`From ${step.from} at least `), value(percent(step.atLeastPercent), `steps[${index}]`), says('.')]);
  return [...rules, ...sourceRule(term.source)];
}

function metricRulesText(term: MetricTerm): SentencePart[][] {
  const formula = term.formula === undefined ? [] : [[says('Calculated as '), value(sentenceEnd(term.formula), 'formula', false)]];
  const steps = (term.steps ?? []).map((step, index) => [says(`From ${step.from} `), value(metricFigure(step.target, term.unit), `steps[${index}]`), says('.')]);
  return [...formula, ...steps, ...sourceRule(term.source)];
}

function sourceRule(source: string | undefined): SentencePart[][] {
  return source === undefined ? [] : [[says('The figures come from '), value(source, 'source', false), says('.')]];
}

function says(text: string): SentencePart {
  return { text };
}

function value(text: string, field: string, isStrong = true): SentencePart {
  return isStrong ? { text, field, strong: true } : { text, field };
}

function percent(percentage: number): string {
  return writtenPercentText(percentage).replace(/[\u202f ]%$/u, `${FIXED_SPACE}%`);
}

function count(amount: number, noun: string): string {
  return `${amount}${FIXED_SPACE}${noun}${amount === 1 ? '' : 's'}`;
}

function sentenceEnd(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
