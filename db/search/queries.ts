import type { Reader } from '../reader.ts';

export type FoundRecord = { readonly id: string; readonly kind: string; readonly title: string };
export type FoundTicket = { readonly no: number; readonly key: string; readonly title: string | null };

/** Records whose title or text has words that begin with every word of the query; best first. `kind` is the record's table. */
export function searchRecords(reader: Reader, query: string, limit: number): FoundRecord[] {
  const match = prefixQuery(query);
  if (match === null) return [];
  return reader.all<FoundRecord>(
    `SELECT record_id AS id, kind, search_entries.title FROM search_index JOIN search_entries ON search_entries.no = search_index.rowid JOIN records ON records.id = record_id
     WHERE search_index MATCH ? ORDER BY bm25(search_index, 4.0, 1.0), search_entries.no LIMIT ?`,
    match, limit,
  );
}

/** Tickets by key and title, in the order of their import. */
export function searchTickets(reader: Reader, query: string, limit: number): FoundTicket[] {
  const match = prefixQuery(query);
  if (match === null) return [];
  return reader.all<FoundTicket>('SELECT tickets.no, tickets.key, tickets.title FROM ticket_index JOIN tickets ON tickets.no = ticket_index.rowid WHERE ticket_index MATCH ? ORDER BY ticket_index.rowid LIMIT ?', match, limit);
}

/** Every word as a quoted prefix, so that no sign of the query language has a meaning; null where there is no word. */
function prefixQuery(query: string): string | null {
  const words = query.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}
