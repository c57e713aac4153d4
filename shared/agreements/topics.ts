import type { Term } from './terms.ts';

/** Kinds of a term's identity, the closed list of `terms.kind`. */
export type TermKind = 'target' | 'priority' | 'hours' | 'lifecycle' | 'clause' | 'credit' | 'exclusion';

/** Where a term stands in the vocabulary: its topic (a seeded row of `topics`), and what tells terms of one topic apart. */
export type Slot = { readonly kind: TermKind; readonly topic: string; readonly facet: string };

/** A term's code identifies it for life; in the next version the same code must stand in the same topic. */
export function slotOf(term: Term): Slot {
  switch (term.type) {
    case 'response':
    case 'resolution':
      return { kind: 'target', topic: term.type, facet: term.priority };
    case 'availability':
      return { kind: 'target', topic: 'availability', facet: term.service ?? '' };
    case 'metric':
      return { kind: 'target', topic: 'indicator', facet: term.name };
    case 'credit':
      return { kind: 'credit', topic: 'credit', facet: term.of };
    case 'exclusion':
      return { kind: 'exclusion', topic: 'exclusion', facet: term.name };
    case 'clause':
      return { kind: 'clause', topic: term.category, facet: term.heading };
  }
}

export const lifecycleSlot: Slot = { kind: 'lifecycle', topic: 'lifecycle', facet: '' };
export const serviceHoursSlot: Slot = { kind: 'hours', topic: 'hours', facet: '' };

/** A named calendar of the agreement stands beside the service hours, its name is the facet. */
export function calendarSlot(name: string): Slot {
  return { kind: 'hours', topic: 'hours', facet: name };
}

export function prioritySlot(id: string): Slot {
  return { kind: 'priority', topic: 'priority', facet: id };
}

/** First letter of the codes that the document itself does not show. */
export const codeLetters = { priority: 'P', hours: 'H', lifecycle: 'L' } as const;
