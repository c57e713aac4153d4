import { isAfter, momentOf, momentText, noMoment, type Moment } from '#renderer/features/outages/moment.ts';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { t } from '#shared/messages/messages.ts';
import type { EffectOf } from './effect.tsx';
import type { ExclusionsSearch } from './search.ts';

/** A whole ticket, some of its time, or time of a service. */
export const whats = ['ticket', 'part', 'time'] as const;

/** A new exclusion as it is typed; empty texts are not said yet. */
export type Draft = {
  readonly what: (typeof whats)[number]; readonly ticket: string; readonly service: string; readonly start: Moment; readonly end: Moment;
  readonly kind: Exclusion['kind']; readonly clause: string; readonly reason: string; /** Null: the person at this computer. */ readonly by: string | null;
};
type What = Extract<EffectOf, { draft: unknown }>['draft'];

/** What the address says of a new one. */
export function beginning({ ticket = '', service = '', start, end, kind = 'customer-caused' }: ExclusionsSearch, zone: string): Draft {
  const moment = (text: string | undefined): Moment => (text === undefined ? noMoment : momentOf(Date.parse(text), zone));
  const what = ticket === '' && (service !== '' || start !== undefined) ? 'time' : start === undefined ? 'ticket' : 'part';
  return { what, ticket, service, start: moment(start), end: moment(end), kind, clause: '', reason: '', by: null };
}

/** The words for a field that has to be filled. */
export function missing(): string {
  return t('exclusions.needed');
}

export function faultsOf({ what, ticket, start, end, reason }: Draft): { readonly [Field in 'ticket' | 'start' | 'end' | 'reason']: string | null } {
  const hasTimes = what !== 'ticket';
  return {
    ticket: what !== 'time' && ticket === '' ? missing() : null,
    start: hasTimes && start.date === null ? missing() : null,
    end: !hasTimes ? null : end.date === null ? missing() : start.date !== null && !isAfter(end, start) ? t('exclusions.endBeforeStart') : null,
    reason: reason.trim() === '' ? missing() : null,
  };
}

/** What is left out as the calls take it, local in the agreement's zone; null while something of it is missing. */
export function whatOf(draft: Draft): What | null {
  const { what, kind, ticket, service } = draft;
  const faults = faultsOf(draft);
  if (faults.ticket !== null || faults.start !== null || faults.end !== null) return null;
  const [start, end] = [momentText(draft.start), momentText(draft.end)];
  if (what === 'ticket') return { kind, ticket };
  if (start === null || end === null) return null;
  return { kind, start, end, ...(what === 'part' ? { ticket } : service === '' ? {} : { service }) };
}
