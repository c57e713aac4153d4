import type { PersonRow } from '#shared/people/model.ts';
import type { Reader } from '../store.ts';
import { listPeople } from './queries.ts';

/** Everybody of every organisation, archived people too, by name: whom they stand with now. `today` ('YYYY-MM-DD') ends roles. */
export function peopleDirectory(reader: Reader, today: string): PersonRow[] {
  const ours = new Set(reader.all<{ id: string }>('SELECT id FROM organisations WHERE is_ours = 1').map(({ id }) => id));
  const agreements = byPerson(reader.all(
    `SELECT personId, count(DISTINCT agreementId) AS value FROM (
       SELECT person_id AS personId, agreement_id AS agreementId FROM role_assignments WHERE agreement_id IS NOT NULL AND (to_on IS NULL OR to_on >= ?)
       UNION SELECT person_id, agreement_id FROM signatories JOIN agreement_versions ON agreement_versions.id = version_id) GROUP BY personId`,
    today,
  ));
  const notes = byPerson(reader.all(
    `SELECT personId, max(saidAt) AS value FROM (
       SELECT said_by_id AS personId, said_at AS saidAt FROM internal_notes WHERE said_by_id IS NOT NULL
       UNION ALL SELECT internal_note_people.person_id, said_at FROM internal_note_people JOIN internal_notes ON internal_notes.id = note_id) GROUP BY personId`,
  ));
  return listPeople(reader).map((person) => ({ ...person, ours: ours.has(person.organisationId), agreements: agreements.get(person.id) ?? 0, lastNoteAt: notes.get(person.id) ?? null }));
}

function byPerson(rows: readonly { readonly personId: string; readonly value: number }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ personId, value }) => [personId, value]));
}
