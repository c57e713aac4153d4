import { z } from 'zod';
import { percentToPpb, ppbToPercent } from '#shared/ratio/decimal.ts';
import { canonicalTerm, sortedKeys } from './canonical.ts';
import type { Priority } from './model.ts';
import { prioritySchema } from './model.ts';
import { termSchema, type ClockTerm, type Term } from './terms.ts';
import type { TermKind } from './topics.ts';

/** Raised when the meaning of the columns or of `rules` changes; read together with them. */
export const contentShape = 1;

/**
 * What a term says, one row of `term_contents` without its hash: columns for what SQL sorts, joins, constrains or prints,
 * `rules` for everything else in the document's own words. Goals: ms, days, parts per billion, thousandths (domain-model section 2.4).
 */
export type TermContent = {
  readonly shape: number;
  readonly kind: TermKind;
  readonly language: string | null;
  readonly title: string | null;
  readonly metric: 'response' | 'resolution' | 'availability' | 'indicator' | null;
  readonly goalMs: number | null;
  readonly goalDays: number | null;
  readonly goalPpb: number | null;
  readonly goalCount: number | null;
  readonly goalCountTo: number | null;
  readonly unit: string | null;
  readonly comparator: 'at-most' | 'at-least' | 'between' | null;
  readonly sharePpb: number | null;
  readonly dayMeaning: 'business-hours' | 'elapsed-hours' | 'business-days' | 'end-of-business-day' | 'calendar-days' | null;
  readonly measuredPer: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly calendarVersionId: string | null;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly bodyText: string | null;
};

/** The version of a calendar that a name means in this agreement; null for an inline calendar, `24x7` and an unset one. */
export type PinnedCalendar = (reference: unknown) => string | null;

/** Canonical text of a content: its SHA-256 is the content's key. Equal contents give equal texts. */
export function contentText(content: TermContent): string {
  return JSON.stringify(sortedKeys(content));
}

/** A listed term as a content. `language` is the document's, kept where a term has prose. */
export function contentOfTerm(term: Term, language: string, pinned: PinnedCalendar): TermContent {
  switch (term.type) {
    case 'response':
    case 'resolution': {
      const { id: _id, type, name, within, atLeastPercent, period, ...rules } = term;
      return {
        ...emptyContent('target'),
        ...periodColumns(period, rules),
        title: name ?? null,
        metric: type,
        ...('seconds' in within ? { goalMs: within.seconds * 1000 } : { goalDays: within.days }),
        comparator: 'at-most',
        sharePpb: percentToPpb(atLeastPercent),
        dayMeaning: within.kind,
        calendarVersionId: pinned(term.calendar),
      };
    }
    case 'availability': {
      const { id: _id, type: _type, name, atLeastPercent, period, ...rules } = term;
      return {
        ...emptyContent('target'),
        ...periodColumns(period, rules),
        title: name ?? null,
        metric: 'availability',
        goalPpb: percentToPpb(atLeastPercent),
        comparator: 'at-least',
        calendarVersionId: pinned(term.calendar),
      };
    }
    case 'metric': {
      const { id: _id, type: _type, name, unit, direction, target, targetTo, period, ...rules } = term;
      const isExact = isThousandths(target) && (targetTo === undefined || isThousandths(targetTo));
      return {
        ...emptyContent('target'),
        ...periodColumns(period, isExact ? rules : { ...rules, target, targetTo }),
        title: name,
        metric: 'indicator',
        goalCount: Math.round(target * 1000),
        goalCountTo: targetTo === undefined ? null : Math.round(targetTo * 1000),
        unit,
        comparator: direction,
        calendarVersionId: pinned(term.calendar),
      };
    }
    case 'credit': {
      const { id: _id, type: _type, fee, ...rules } = term;
      return { ...emptyContent('credit'), amountMinor: fee?.minor ?? null, currency: fee?.currency ?? null, rules };
    }
    case 'exclusion': {
      const { id: _id, type: _type, name, condition, ...rules } = term;
      return { ...emptyContent('exclusion'), language, title: name, bodyText: condition, rules };
    }
    case 'clause': {
      const { id: _id, type: _type, heading, text, ...rules } = term;
      return { ...emptyContent('clause'), language, title: heading, bodyText: text, rules };
    }
  }
}

/** The term that a content says, under its code. Throws a ZodError where the row is not one of this program's. */
export function termOfContent(code: string, content: TermContent): Term {
  return canonicalTerm(termSchema.parse({ id: code, ...partsOfContent(content) }));
}

export function contentOfPriority(priority: Priority): TermContent {
  return { ...emptyContent('priority'), title: priority.name, bodyText: priority.definition, rules: { values: priority.values } };
}

/** `facet` is the priority's id. */
export function priorityOfContent(facet: string, content: TermContent): Priority {
  return prioritySchema.parse({ id: facet, name: content.title, definition: content.bodyText ?? '', values: content.rules.values });
}

/** Service hours, and each named calendar: what SQL joins is the pinned version. */
export function contentOfHours(title: string | null, calendarVersionId: string | null, rules: Readonly<Record<string, unknown>>): TermContent {
  return { ...emptyContent('hours'), title, calendarVersionId, rules };
}

export function contentOfLifecycle(rules: Readonly<Record<string, unknown>>): TermContent {
  return { ...emptyContent('lifecycle'), rules };
}

const periodRuleSchema = z.looseObject({ period: z.unknown().optional() });

function partsOfContent(content: TermContent): Record<string, unknown> {
  const { rules } = content;
  switch (content.kind) {
    case 'target':
      return { ...rules, period: periodRuleSchema.parse(rules).period ?? content.measuredPer, ...targetParts(content) };
    case 'credit':
      return { ...rules, type: 'credit', ...(content.amountMinor === null ? {} : { fee: { minor: content.amountMinor, currency: content.currency } }) };
    case 'exclusion':
      return { ...rules, type: 'exclusion', name: content.title, condition: content.bodyText };
    case 'clause':
      return { ...rules, type: 'clause', heading: content.title, text: content.bodyText };
    case 'priority':
    case 'hours':
    case 'lifecycle':
      return { type: content.kind };
  }
}

function targetParts(content: TermContent): Record<string, unknown> {
  const name = content.title === null ? {} : { name: content.title };
  if (content.metric === 'availability') return { type: 'availability', ...name, atLeastPercent: ppbToPercent(content.goalPpb ?? 0) };
  if (content.metric === 'indicator') {
    const exact = content.rules;
    return {
      type: 'metric',
      ...name,
      unit: content.unit,
      direction: content.comparator,
      target: exact.target ?? (content.goalCount ?? 0) / 1000,
      ...(content.goalCountTo === null ? {} : { targetTo: exact.targetTo ?? content.goalCountTo / 1000 }),
    };
  }
  return { type: content.metric, ...name, within: durationOf(content), atLeastPercent: ppbToPercent(content.sharePpb ?? 0) };
}

function durationOf(content: TermContent): ClockTerm['within'] {
  if (content.dayMeaning === 'business-hours' || content.dayMeaning === 'elapsed-hours') return { kind: content.dayMeaning, seconds: (content.goalMs ?? 0) / 1000 };
  return { kind: content.dayMeaning ?? 'calendar-days', days: content.goalDays ?? 0 };
}

/** A period that is one word stands in its column; one with parameters also stands whole in the rules. */
function periodColumns(period: ClockTerm['period'], rules: Readonly<Record<string, unknown>>): Pick<TermContent, 'measuredPer' | 'rules'> {
  const kept = withoutUndefined(rules);
  return typeof period === 'string' ? { measuredPer: period, rules: kept } : { measuredPer: period.kind, rules: { ...kept, period } };
}

function emptyContent(kind: TermKind): TermContent {
  return {
    shape: contentShape, kind, language: null, title: null, metric: null, goalMs: null, goalDays: null, goalPpb: null, goalCount: null, goalCountTo: null,
    unit: null, comparator: null, sharePpb: null, dayMeaning: null, measuredPer: null, amountMinor: null, currency: null, calendarVersionId: null, rules: {}, bodyText: null,
  };
}

function withoutUndefined(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

function isThousandths(value: number): boolean {
  return Math.round(value * 1000) / 1000 === value;
}
