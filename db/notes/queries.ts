import { noteChannels, type Note } from '#shared/notes/model.ts';
import type { Reader } from '../store.ts';

/** Whose notes: of an organisation (its merged duplicates with it), or those that one person said or was there for. */
export type NotesOf = { readonly organisationId: string } | { readonly personId: string };

type Row = { id: string; organisationId: string; organisation: string; body: string; channel: string | null; at: number; byId: string | null; by: string | null };

const selection = `SELECT note.id, note.record_id AS organisationId, organisations.name AS organisation, note.body_json AS body, note.channel,
  coalesce(note.said_at, 0) AS at, writer.id AS byId, writer.name AS "by"
  FROM internal_notes AS note JOIN organisations ON organisations.id = note.record_id LEFT JOIN people AS writer ON writer.id = note.person_id`;

const conditions = {
  organisation: 'note.record_id = :id',
  person: 'note.said_by_id = :id OR EXISTS (SELECT 1 FROM internal_note_people WHERE note_id = note.id AND person_id = :id)',
} as const;

/** A page of notes, the newest first, with how many there are. */
export function listNotes(reader: Reader, of: NotesOf, offset: number, limit: number): { total: number; notes: Note[] } {
  const [condition, id] = 'organisationId' in of ? [conditions.organisation, of.organisationId] : [conditions.person, of.personId];
  const total = reader.value<number>(`SELECT count(*) FROM internal_notes AS note JOIN organisations ON organisations.id = note.record_id WHERE ${condition}`, { id }) ?? 0;
  const rows = reader.all<Row>(`${selection} WHERE ${condition} ORDER BY note.said_at DESC, note.id DESC LIMIT :limit OFFSET :offset`, { id, limit, offset });
  return { total, notes: rows.map((row) => noteOf(reader, row)) };
}

export function findNote(reader: Reader, id: string): Note | null {
  const row = reader.get<Row>(`${selection} WHERE note.id = ?`, id);
  return row === undefined ? null : noteOf(reader, row);
}

function noteOf(reader: Reader, { body, channel, byId, by, ...row }: Row): Note {
  const said = reader.all<{ id: string; name: string }>(
    `SELECT id, name FROM (SELECT people.id, people.name, 0 AS turn, '' AS row FROM internal_notes AS note JOIN people ON people.id = note.said_by_id WHERE note.id = :id
       UNION ALL SELECT people.id, people.name, 1, also.id FROM internal_note_people AS also JOIN people ON people.id = also.person_id WHERE also.note_id = :id) ORDER BY turn, row`,
    { id: row.id },
  );
  return { ...row, text: textOf(body), channel: noteChannels.find((known) => known === channel) ?? null, said, by: byId === null || by === null ? null : { id: byId, name: by } };
}

/** A note's body is a JSON text; what is not shows as it is stored. */
function textOf(body: string): string {
  const value: unknown = JSON.parse(body);
  return typeof value === 'string' ? value : body;
}
