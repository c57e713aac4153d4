import { FIXED_SPACE } from '#shared/format/spaces.ts';
import type { AgreementDocument } from './model.ts';
import { calendarPhrase, durationPhrase, listPhrase, metricFigure, pauseReasonPhrase, periodPhrase, priorityPhrase } from './phrases.ts';
import { englishSentences } from './sentence-words/en.ts';
import { countedText, decimalText, type SentenceWords } from './sentence-words/model.ts';
import type { AvailabilityTerm, ClockTerm, CreditTerm, ExclusionTerm, MetricTerm, Term } from './terms.ts';

/**
 * A piece of a sentence. A piece with `field` is a value that can be read back and edited: the path of the value in its term
 * (`within`, `atLeastPercent`, `steps`). `strong` values print bold.
 */
export type SentencePart = { readonly text: string; readonly field?: string; readonly strong?: boolean };

/** What a target promises, in the exact pattern of look/paper/SPEC.md section 9; on screen in English. Clauses give their text. */
export function termSentence(term: Term, document: AgreementDocument, words: SentenceWords = englishSentences): SentencePart[] {
  switch (term.type) {
    case 'response':
    case 'resolution':
      return clockSentence(term, document, words);
    case 'availability':
      return availabilitySentence(term, document, words);
    case 'metric':
      return metricSentence(term, words);
    case 'credit':
      return creditSentence(term, document);
    case 'exclusion':
      return exclusionSentence(term, words);
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
export function providerName(document: AgreementDocument, words: SentenceWords = englishSentences): string {
  return document.parties.find((party) => party.side === 'provider')?.organisation ?? words.provider;
}

function clockSentence(term: ClockTerm, document: AgreementDocument, words: SentenceWords): SentencePart[] {
  const duration = durationPhrase(term.within, words);
  return sentenceParts(words[term.type], {
    provider: [says(providerName(document, words))],
    priority: [value(priorityPhrase(term.priority, words), 'priority', false)],
    within: [says(duration.before), value(duration.text, 'within'), says(duration.hasComma ? ',' : '')],
    atLeastPercent: [value(percent(term.atLeastPercent, words), 'atLeastPercent')],
    period: [value(periodPhrase(term.period, words), 'period', false)],
  });
}

function availabilitySentence(term: AvailabilityTerm, document: AgreementDocument, words: SentenceWords): SentencePart[] {
  const services = document.services.map((service) => service.service);
  const component = term.service ?? (new Set(services).size === 1 ? services[0] : undefined);
  return sentenceParts(words.availability, {
    service: [component === undefined ? says(words.eachService) : value(component, 'service', false)],
    atLeastPercent: [value(percent(term.atLeastPercent, words), 'atLeastPercent')],
    period: [value(periodPhrase(term.period, words), 'period', false)],
  });
}

function metricSentence(term: MetricTerm, words: SentenceWords): SentencePart[] {
  return sentenceParts(term.targetTo === undefined ? words.metric : words.metricBetween, {
    name: [value(term.name, 'name', false)],
    direction: [value(words.directions[term.direction], 'direction', false)],
    target: [value(metricFigure(term.target, term.unit, words), 'target')],
    targetTo: term.targetTo === undefined ? [] : [value(metricFigure(term.targetTo, term.unit, words), 'targetTo')],
    period: [value(periodPhrase(term.period, words), 'period', false)],
  });
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

function exclusionSentence(term: ExclusionTerm, words: SentenceWords): SentencePart[] {
  const parts = sentenceParts(words.exclusion, { name: [value(`${term.name}.`, 'name')], condition: [value(sentenceEnd(term.condition), 'condition', false)] });
  if (term.approval !== undefined) parts.push(says(' '), value(sentenceEnd(term.approval), 'approval', false));
  if (term.capMinutesPerPeriod === undefined) return parts;
  const cap = value(countedText(words.alone.minutes, term.capMinutesPerPeriod, words), 'capMinutesPerPeriod');
  return [...parts, says(' '), ...sentenceParts(words.exclusionCap, { capMinutesPerPeriod: [cap] })];
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
    const within = step.within === undefined ? '' : ` ${durationPhrase(step.within).before}${durationPhrase(step.within).text}`;
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
  if (term.userWeighted) rules.push([value('Downtime is weighted by the users affected', 'userWeighted', false), ...(term.users === undefined ? [] : [says(' of '), value(count(term.users, 'user'), 'users', false)]), says('.')]);
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

/** A pattern with its values as parts; words between them say, and what says nothing is left out. */
function sentenceParts(pattern: string, values: Readonly<Record<string, readonly SentencePart[]>>): SentencePart[] {
  const parts: SentencePart[] = [];
  for (const piece of pattern.split(/(\{\w+\})/u)) {
    for (const part of piece.startsWith('{') ? (values[piece.slice(1, -1)] ?? []) : [says(piece)]) {
      const last = parts.at(-1);
      if (part.text === '') continue;
      if (last !== undefined && last.field === undefined && part.field === undefined) parts[parts.length - 1] = says(last.text + part.text);
      else parts.push(part);
    }
  }
  return parts;
}

function says(text: string): SentencePart {
  return { text };
}

function value(text: string, field: string, isStrong = true): SentencePart {
  return isStrong ? { text, field, strong: true } : { text, field };
}

function percent(percentage: number, words: SentenceWords = englishSentences): string {
  return `${decimalText(percentage, words)}${FIXED_SPACE}%`;
}

function count(amount: number, noun: string): string {
  return `${amount}${FIXED_SPACE}${noun}${amount === 1 ? '' : 's'}`;
}

function sentenceEnd(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
