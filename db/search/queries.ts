import { beginsWithOneSlip, folded, leastForSlip, searchWords } from '#shared/search/words.ts';
import type { Reader } from '../reader.ts';

export type FoundRecord = { readonly id: string; readonly kind: string; readonly title: string; readonly text: string };
export type FoundTicket = { readonly no: number; readonly key: string; readonly title: string | null };
export type FoundOutage = { readonly no: number; readonly service: string; readonly reason: string | null; readonly text: string };

/** A record's search: what it finds, and the beginnings of words that found it. */
export type RecordSearch = { readonly rows: readonly FoundRecord[]; readonly words: readonly string[] };

/** Words with a slip that stand in for what was typed, at most. */
const mostSlips = 30;

/**
 * Records whose title or text has words that begin with every word of the query, best first, at most `limit` of each kind (the record's table).
 * Where a kind is not full, words with one slip follow.
 */
export function searchRecords(reader: Reader, query: string, limit: number): RecordSearch {
  const words = searchWords(query);
  if (words.length === 0) return { rows: [], words: [] };
  const exact = matching(reader, words.map(prefix).join(' '), limit);
  const slips = words.map((word) => [word, ...slipsOf(reader, folded(word))]);
  if (slips.every((variants) => variants.length === 1)) return { rows: exact, words };
  const near = matching(reader, slips.map((variants) => `(${variants.map(prefix).join(' OR ')})`).join(' AND '), limit * 2);
  return { rows: atMost([...exact, ...near], limit), words: slips.flat() };
}

/** Tickets by key and title, in the order of their import. */
export function searchTickets(reader: Reader, query: string, limit: number): FoundTicket[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  return reader.all<FoundTicket>(
    'SELECT tickets.no, tickets.key, tickets.title FROM ticket_index JOIN tickets ON tickets.no = ticket_index.rowid WHERE ticket_index MATCH ? ORDER BY ticket_index.rowid LIMIT ?',
    words.map(prefix).join(' '), limit,
  );
}

/** Outages by reason, ticket, key and who approved them, the newest first. */
export function searchOutages(reader: Reader, query: string, limit: number): FoundOutage[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  return reader.all<FoundOutage>(
    `SELECT outages.no, services.name AS service, outages.reason, concat_ws(' ', outages.reason, outages.ticket_key, outages.approved_by, outages.key) AS text FROM outage_index JOIN outages ON outages.no = outage_index.rowid
     JOIN services ON services.no = outages.service_no WHERE outage_index MATCH ? ORDER BY outage_index.rowid DESC LIMIT ?`,
    words.map(prefix).join(' '), limit,
  );
}

function matching(reader: Reader, match: string, limit: number): FoundRecord[] {
  return reader.all<FoundRecord>(
    `SELECT id, kind, title, text FROM (
       SELECT record_id AS id, records.kind, search_entries.title, search_entries.text, hit.score, search_entries.no, row_number() OVER (PARTITION BY records.kind ORDER BY hit.score, search_entries.no) AS place
       FROM (SELECT rowid, bm25(search_index, 4.0, 1.0) AS score FROM search_index WHERE search_index MATCH ? LIMIT 20000) AS hit
       JOIN search_entries ON search_entries.no = hit.rowid JOIN records ON records.id = record_id)
     WHERE place <= ? ORDER BY score, no`,
    match, limit,
  );
}

/** Words of the index that begin as the typed one does but for one slip, the most used first. A half of the word is always as typed, so most words are left out unread. */
function slipsOf(reader: Reader, word: string): string[] {
  if (word.length < leastForSlip) return [];
  const half = Math.floor(word.length / 2);
  const words = reader.all<{ term: string }>(
    'SELECT term FROM search_words WHERE (substr(term, 1, :many) = :first OR instr(term, :last) > 0) AND length(term) >= :least ORDER BY doc DESC',
    { many: half - 1, first: word.slice(0, half - 1), last: word.slice(half + 1), least: word.length - 1 },
  );
  return words.filter(({ term }) => !term.startsWith(word) && beginsWithOneSlip(word, term)).slice(0, mostSlips).map(({ term }) => term);
}

/** The first of each record, at most `limit` of a kind. */
function atMost(rows: readonly FoundRecord[], limit: number): FoundRecord[] {
  const kept = new Map<string, FoundRecord>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const count = counts.get(row.kind) ?? 0;
    if (kept.has(row.id) || count >= limit) continue;
    kept.set(row.id, row);
    counts.set(row.kind, count + 1);
  }
  return [...kept.values()];
}

/** A quoted prefix, so that no sign of the query language has a meaning. */
function prefix(word: string): string {
  return `"${word}"*`;
}
