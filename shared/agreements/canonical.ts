import type { AgreementDocument } from './model.ts';
import type { Term } from './terms.ts';

/**
 * The document with its keys in the order of commands.md section 2; keys that section does not name follow in the schema's order.
 * Two documents of equal content give the same text under `JSON.stringify`.
 */
export function canonicalDocument(document: AgreementDocument): AgreementDocument {
  const parts = {
    ...document,
    parties: document.parties.map((party) => ordered(party, ['side', 'organisation'])),
    services: document.services.map((service) => ordered(service, ['service', 'site'])),
    people: document.people.map((person) => ordered(person, ['name', 'organisation', 'role'])),
    priorities: document.priorities.map((priority) => ordered(priority, ['id', 'name', 'definition', 'values'])),
    terms: document.terms.map(canonicalTerm),
    ...(document.term === undefined ? {} : { term: ordered(document.term, ['from', 'to']) }),
    ...(document.notice === undefined ? {} : { notice: ordered(document.notice, ['months', 'days', 'businessDay', 'calendar']) }),
  };
  return ordered(parts, rootKeys);
}

/** The content of a document without what the workspace adds: id, number, version and state. */
export function contentOf(document: AgreementDocument): AgreementDocument {
  const { id: _id, number: _number, version: _version, state: _state, ...content } = document;
  return content;
}

/** An object with the named keys first, then its other keys as they came; keys without a value are dropped. */
export function ordered<T extends object>(value: T, keys: readonly string[]): T {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const rank = new Map(keys.map((key, index) => [key, index]));
  const sorted = entries.toSorted(([a], [b]) => (rank.get(a) ?? keys.length) - (rank.get(b) ?? keys.length));
  return Object.fromEntries(sorted) as T;
}

/** A value with the keys of every object in it in text order: the same value always gives the same JSON. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sortedKeys(item)]));
}

const rootKeys = [
  'schema', 'id', 'number', 'version', 'state', 'kind', 'title', 'language', 'zone', 'currency', 'parties', 'services', 'people', 'term', 'notice', 'renewal',
  'review', 'takeover', 'calendars', 'serviceHours', 'priorities', 'terms', 'requirements', 'internal', 'notApplicable',
];

const clockKeys = [
  'id', 'type', 'name', 'priority', 'within', 'calendar', 'pausesMove', 'pauseReasons', 'atLeastPercent', 'period', 'belongsTo', 'start', 'stop', 'source',
  'priorityCounts', 'onPriorityChange', 'reopen', 'cycles', 'takeover', 'maintenanceStopsClock', 'steps', 'splitBy', 'splitVerdict',
];
const termKeys: Readonly<Record<Term['type'], readonly string[]>> = {
  response: clockKeys,
  resolution: clockKeys,
  availability: [
    'id', 'type', 'name', 'service', 'atLeastPercent', 'calendar', 'period', 'method', 'source', 'maintenance', 'degradationWeight', 'shortestOutageMinutes',
    'wholeMinutes', 'gapPolicy', 'maintenanceLessensAgreedTime', 'unplannedInMaintenanceCounts', 'userWeighted', 'users', 'takeover', 'steps', 'splitBy', 'splitVerdict',
  ],
  metric: ['id', 'type', 'name', 'unit', 'direction', 'target', 'targetTo', 'period', 'source', 'formula', 'calendar', 'takeover', 'steps', 'splitBy', 'splitVerdict'],
  credit: ['id', 'type', 'of', 'fee', 'tiers', 'capPercentPerPeriod', 'capPercentPerYear', 'claimWithinDays'],
  exclusion: ['id', 'type', 'name', 'condition', 'approval', 'capMinutesPerPeriod'],
  clause: ['id', 'type', 'category', 'heading', 'text'],
};

export function canonicalTerm(term: Term): Term {
  return ordered(term, termKeys[term.type]);
}
