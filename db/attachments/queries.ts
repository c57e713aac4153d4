import type { AttachedTo, Attachment } from '#shared/attachments/model.ts';
import type { Reader } from '../reader.ts';

const selection = `SELECT attachments.id, label AS name, files.byte_count AS bytes, files.sha256, coalesce(changes.happened_at, 0) AS at, people.name AS "by"
  FROM attachments JOIN files ON files.id = file_id
  LEFT JOIN change_rows AS made ON made.row_id = attachments.id AND made.table_name = 'attachments' AND made.op = 'insert'
    AND made.no = (SELECT min(no) FROM change_rows WHERE row_id = attachments.id AND table_name = 'attachments' AND op = 'insert')
  LEFT JOIN changes ON changes.no = made.change_no LEFT JOIN people ON people.id = changes.actor_id`;

/** The files of a record, in the order in which they were attached. */
export function listAttachments(reader: Reader, recordId: string): Attachment[] {
  return reader.all<Attachment>(`${selection} WHERE record_id = ? ORDER BY rank, attachments.id`, recordId);
}

export function findAttachment(reader: Reader, id: string): Attachment | null {
  return reader.get<Attachment>(`${selection} WHERE attachments.id = ?`, id) ?? null;
}

/** The record that an attachment is on; null where there is no such attachment. */
export function recordOfAttachment(reader: Reader, id: string): string | null {
  return reader.value<string>('SELECT record_id FROM attachments WHERE id = ?', id) ?? null;
}

/** The stored file of an attachment and the name that it has here; null where the id is of none. */
export function attachedFile(reader: Reader, id: string): { readonly fileId: string; readonly name: string } | null {
  return reader.get<{ fileId: string; name: string }>('SELECT file_id AS fileId, label AS name FROM attachments WHERE id = ?', id) ?? null;
}

const tables = { agreement: 'agreements', organisation: 'organisations', person: 'people', service: 'services', import: 'imports' } as const;
const numbered = { ticket: ['tickets', 'ticket_no'], outage: ['outages', 'outage_no'] } as const;

/** The record to attach to; null where there is no such thing. A ticket or an outage without a record of its own answers its number. */
export function recordOf(reader: Reader, { kind, id }: AttachedTo): string | { readonly kind: 'ticket' | 'outage'; readonly no: number } | null {
  if (kind !== 'ticket' && kind !== 'outage') return reader.value<string>(`SELECT id FROM ${tables[kind]} WHERE id = ?`, id) ?? null;
  const [table, column] = numbered[kind];
  const no = reader.value<number>(`SELECT no FROM ${table} WHERE no = ?`, Number(id));
  if (no === undefined) return null;
  return reader.value<string>(`SELECT id FROM pinned_rows WHERE ${column} = ?`, no) ?? { kind, no };
}
