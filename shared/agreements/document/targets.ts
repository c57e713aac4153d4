import type { DraftBlock } from '#shared/documents/model.ts';
import { availabilityRules } from './availability.ts';
import { anchor, bold, cell, clause, headRow, heading2, listItems, row, section, spacer, type DraftTable } from './build.ts';
import { clausesOf, orNothing } from './clauses.ts';
import type { PrintContext, Target } from './context.ts';
import { codeList } from './format.ts';
import { targetTable } from './target-row.ts';
import { sentenceOf } from './target-words.ts';

/** 4 Service level targets: priorities, response, resolution, availability with allowed minutes and exclusions, further measures. */
export function serviceLevelTargets(context: PrintContext): DraftBlock[] {
  const { words } = context;
  let hasHead = true;
  const family = (title: string, targets: readonly Target[], before: readonly DraftBlock[] = [], after: readonly DraftBlock[] = []): DraftBlock[] => {
    if (targets.length === 0) return [];
    const table = targetTable(context, targets, hasHead);
    hasHead = false;
    return [heading2(title), ...before, spacer, table, ...after];
  };
  const maintenance = [...clausesOf(context, 'maintenance'), ...maintenanceClock(context)];
  const blocks: DraftBlock[] = [
    ...priorities(context),
    ...family(words.targets.response, context.responses, stopRules(context, 'response')),
    ...family(words.targets.resolution, context.resolutions, stopRules(context, 'resolution')),
    ...family(words.targets.availability, context.availabilities, [], availabilityRules(context)),
    ...exclusionsAlone(context),
    ...(maintenance.length === 0 ? [] : [heading2(words.targets.maintenance), ...maintenance]),
    ...family(words.targets.measures, context.metrics),
    ...clausesOf(context, 'targets'),
  ];
  return [section('section', 'targets', words.targets.title, true), ...orNothing(context, words.targets.topic, blocks)];
}

function priorities(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  const clauses = clausesOf(context, 'priorities');
  if (document.priorities.length === 0 && clauses.length === 0) return [];
  if (document.priorities.length === 0) return [heading2(words.targets.priorities), ...clauses];
  const hasValues = document.priorities.some((priority) => priority.values.length > 0);
  const table: DraftTable = {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: hasValues ? [18, 26, 76, 34] : [18, 30, 106], caption: words.targets.priorityCaption, label: 'priorities',
    head: headRow([words.targets.priority, words.targets.name, words.targets.definition, ...(hasValues ? [words.targets.recorded] : [])]),
    rows: document.priorities.map((priority) => row([
      cell([bold(priority.id)]), cell(priority.name), cell(priority.definition === '' ? words.dash : priority.definition), ...(hasValues ? [cell(priority.values.length === 0 ? words.dash : priority.values.join(', '))] : []),
    ])),
  };
  return [heading2(words.targets.priorities), clause(words.targets.prioritiesRule, {}, { keepNext: true }), table, ...clauses];
}

/** When a clock of the family stops, one clause a rule; it stays with the rows below it. */
function stopRules(context: PrintContext, type: 'response' | 'resolution'): DraftBlock[] {
  const rules = type === 'response' ? context.words.targets.responseRule : context.words.targets.resolutionRule;
  const stops = [...new Set((type === 'response' ? context.responses : context.resolutions).map((term) => term.stop))];
  return stops.map((stop) => clause(rules[stop], {}, { keepNext: true }));
}

function maintenanceClock(context: PrintContext): DraftBlock[] {
  const codes = context.clocks.filter((term) => term.maintenanceStopsClock).map((term) => term.id);
  return codes.length === 0 ? [] : [clause(context.words.targets.maintenanceClock, { codes: codeList(codes, context.words) })];
}

/** Exclusions of an agreement without an availability target are still printed. */
function exclusionsAlone(context: PrintContext): DraftBlock[] {
  const { words, exclusions, availabilities } = context;
  if (exclusions.length === 0 || availabilities.length > 0) return [];
  return [heading2(words.targets.exclusions), clause(words.targets.excluded, {}, { keepNext: true, label: 'exclusions' }), ...listItems(exclusions.map((term) => ({ content: sentenceOf(context, term), bookmark: anchor(term.id) })))];
}
