import { utc } from './files.ts';
import type { SampleTicket } from './tickets.ts';

/** Rows as a careless export has them, by ticket: they go to quarantine, each with its reason. */
export function damagedRows(tickets: readonly SampleTicket[]): ReadonlyMap<string, string> {
  return new Map(tickets.filter((ticket) => ticket.events.length > 4).slice(3, 12).map((ticket, index) => [ticket.key, damagedRow(ticket, index)]));
}

function damagedRow(ticket: SampleTicket, index: number): string {
  const { key, title, line, openedAt } = ticket;
  const cells = (opened: string, updated: string, count: string, resolved: string) => `${key},${title},${opened},${updated},agent 12,${count},In Progress,2 - High,${line.group},${line.customer},${line.service},${line.site},${resolved},`;
  if (index % 3 === 0) return cells('31/11/2026 10:20', utc(openedAt + 60_000), '90', '');
  if (index % 3 === 1) return cells(utc(openedAt), utc(openedAt + 120_000), '91', utc(openedAt - 86_400_000));
  return `${cells(utc(openedAt), utc(openedAt + 180_000), '92', '')},one cell too many`;
}
