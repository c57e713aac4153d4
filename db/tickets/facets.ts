import type { TicketFacets } from '#shared/tickets/model.ts';
import type { Reader } from '../reader.ts';

/** What the tickets of the workspace can be filtered by, each value with its count, most frequent first. */
export function readTicketFacets(reader: Reader): TicketFacets {
  const words = (column: 'priority_no' | 'team_no') => reader.all<{ value: string; count: number }>(
    `SELECT source_values.value, count(*) AS count FROM tickets JOIN source_values ON source_values.no = tickets.${column} GROUP BY source_values.value ORDER BY count DESC, source_values.value`,
  );
  const named = (table: 'services' | 'organisations' | 'sources', column: 'service_no' | 'customer_no' | 'source_no') => reader.all<{ id: string; name: string; count: number }>(
    `SELECT ${table}.id, ${table}.name, count(*) AS count FROM tickets JOIN ${table} ON ${table}.no = tickets.${column} GROUP BY ${table}.no ORDER BY count DESC, ${table}.name`,
  );
  return { priorities: words('priority_no'), teams: words('team_no'), services: named('services', 'service_no'), customers: named('organisations', 'customer_no'), sources: named('sources', 'source_no') };
}
