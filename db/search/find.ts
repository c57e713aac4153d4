import { foundKinds, type Found } from '#shared/search/model.ts';
import { holdsWords, searchWords, snippetOf } from '#shared/search/words.ts';
import type { Reader } from '../reader.ts';
import { placeOf } from './places.ts';
import { type FoundRecord, searchOutages, searchRecords, searchTickets } from './queries.ts';
import { recordFound } from './records.ts';

/** Everything that the text finds, by kind, the best first, at most `limit` of each kind. */
export function findEverything(reader: Reader, text: string, limit: number): Found[] {
  const typed = searchWords(text);
  if (typed.length === 0) return [];
  const { rows, words } = searchRecords(reader, text, limit);
  const found = [
    ...rows.flatMap((row) => {
      const record = recordFound(reader, row);
      return record === null ? [] : [{ ...record, matched: matchedIn(row, typed, words) }];
    }),
    ...searchTickets(reader, text, limit).map((ticket): Found => ({ kind: 'ticket', id: String(ticket.no), name: ticket.title ?? ticket.key, about: ticket.key, place: null, matched: null, archived: false })),
    ...searchOutages(reader, text, limit).map((outage): Found => ({
      kind: 'outage', id: String(outage.no), name: outage.reason ?? outage.service, about: outage.service, place: null,
      matched: holdsWords(outage.reason ?? '', typed) ? null : snippetOf(outage.text, typed), archived: false,
    })),
    ...attachedFiles(reader, typed, limit),
    ...notes(reader, typed, limit),
  ];
  const seen = new Set<string>();
  const once = found.filter((one) => seen.size < seen.add(`${one.kind}/${one.id}`).size);
  return foundKinds.flatMap((kind) => once.filter((one) => one.kind === kind));
}

/** The words around what was found, unless the title says it all. */
function matchedIn(row: FoundRecord, typed: readonly string[], words: readonly string[]): string | null {
  return holdsWords(row.title, typed) ? null : snippetOf(row.text, words);
}

type Attached = { id: string; label: string; file: string; recordId: string };

/** Files on records: few, and named freely, so they are read and not indexed. */
function attachedFiles(reader: Reader, typed: readonly string[], limit: number): Found[] {
  const found: Found[] = [];
  for (const row of reader.iterate<Attached>('SELECT attachments.id, attachments.label, files.name AS file, attachments.record_id AS recordId FROM attachments JOIN files ON files.id = attachments.file_id ORDER BY attachments.id DESC')) {
    if (!holdsWords(`${row.label} ${row.file}`, typed)) continue;
    found.push({ kind: 'file', id: row.id, name: row.label === '' ? row.file : row.label, ...placeOf(reader, row.recordId), matched: row.label === row.file || row.label === '' ? null : row.file, archived: false });
    if (found.length === limit) break;
  }
  return found;
}

/** Notes are for our side only and stand in no index (docs/decisions, internal by type): they are read one by one. */
function notes(reader: Reader, typed: readonly string[], limit: number): Found[] {
  const found: Found[] = [];
  for (const row of reader.iterate<{ id: string; body: string; recordId: string }>('SELECT id, body_json AS body, record_id AS recordId FROM internal_notes ORDER BY id DESC')) {
    const text = textOf(row.body);
    if (!holdsWords(text, typed)) continue;
    found.push({ kind: 'note', id: row.id, name: snippetOf(text, typed) ?? text.slice(0, 90), ...placeOf(reader, row.recordId), matched: null, archived: false });
    if (found.length === limit) break;
  }
  return found;
}

function textOf(body: string): string {
  const value: unknown = JSON.parse(body);
  return typeof value === 'string' ? value : '';
}
