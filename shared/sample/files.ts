import type { ImportKind } from '#shared/imports/profile.ts';
import { csvText } from '#shared/format/csv.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { SampleTicket } from './tickets.ts';

/** A file as a desk or a monitor would have exported it, and how it is imported. */
export type SampleFile = {
  readonly kind: ImportKind;
  readonly name: string;
  readonly source: string;
  readonly profile: string;
  readonly zone: string;
  readonly coverage: { readonly from: string; readonly to: string };
  readonly customer: string | null;
  readonly text: string;
  /** When it was brought in. */
  readonly at: Instant;
};

/** An event log, as ServiceNow exports one: a row for every change, times in UTC. `damaged` stands behind the rows of its ticket. */
export function eventLogText(tickets: readonly SampleTicket[], damaged: ReadonlyMap<string, string> = new Map()): string {
  const head = 'number,short_description,opened_at,sys_updated_at,sys_updated_by,sys_mod_count,incident_state,priority,assignment_group,company,business_service,site,resolved_at,closed_at';
  const rows: string[] = [head];
  for (const ticket of tickets) {
    const { line, key, title, openedAt } = ticket;
    const opened = utc(openedAt);
    let resolved = '';
    let count = 0;
    for (const { at, state, priority, group } of ticket.events) {
      const moment = utc(at);
      if (state === 'Resolved') resolved = moment;
      else if (state !== 'Closed') resolved = '';
      rows.push(`${key},${title},${opened},${moment},agent ${agentOf(group)},${count},${state},${priorityWords[priority]},${group},${line.customer},${line.service},${line.site},${resolved},${state === 'Closed' ? moment : ''}`);
      count += 1;
    }
    const row = damaged.get(key);
    if (row !== undefined) rows.push(row);
  }
  return `${rows.join('\n')}\n`;
}

/** One row for each ticket, without its history. */
export function ticketListText(tickets: readonly SampleTicket[], now: Instant): string {
  const head = ['key', 'title', 'opened', 'first_response', 'resolved', 'closed', 'state', 'priority', 'group', 'customer', 'service', 'site', 'hold_minutes'];
  const rows = tickets.map((ticket) => {
    const reached = (at: Instant) => (at <= now ? utc(at) : '');
    return [
      ticket.key, ticket.title, utc(ticket.openedAt), reached(ticket.respondedAt), reached(ticket.resolvedAt), reached(ticket.closedAt), ticket.events.at(-1)?.state ?? 'New', priorityWords[ticket.priority],
      ticket.line.group, ticket.line.customer, ticket.line.service, ticket.line.site, ticket.resolvedAt <= now ? ticket.holdMinutes : 0,
    ];
  });
  return csvText([head, ...rows]);
}

/** `2026-03-02 09:41:07`, UTC. */
export function utc(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

const priorityWords = { P1: '1 - Critical', P2: '2 - High', P3: '3 - Moderate', P4: '4 - Low' } as const;

function agentOf(group: string): number {
  return 10 + (group.length % 7);
}
