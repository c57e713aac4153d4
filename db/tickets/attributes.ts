import type { Reader } from '../reader.ts';

/** What a list of tickets is filtered by beside its times: the source's own words for the latest state and priority, and the customer. */
export type TicketAttributes = { readonly no: number; readonly title: string | null; readonly state: string | null; readonly priority: string | null; readonly customer: string | null };

/** The attributes of every ticket of the workspace, by its number. */
export function ticketAttributes(reader: Reader): Map<number, TicketAttributes> {
  const rows = reader.all<TicketAttributes>(
    `SELECT tickets.no, tickets.title, state.value AS state, priority.value AS priority, organisations.name AS customer
     FROM tickets LEFT JOIN source_values AS state ON state.no = tickets.status_no LEFT JOIN source_values AS priority ON priority.no = tickets.priority_no
     LEFT JOIN organisations ON organisations.no = tickets.customer_no`,
  );
  return new Map(rows.map((row) => [row.no, row]));
}
