/** People over the years: when somebody said something and who else was there, and where the duplicate of a person or an organisation went. */
export const peopleOverTime = `
ALTER TABLE internal_notes ADD COLUMN said_at INTEGER;
CREATE INDEX internal_notes_record_id_said_at ON internal_notes(record_id, said_at);

-- further people who said it or were there
CREATE TABLE internal_note_people (
  id TEXT PRIMARY KEY NOT NULL,
  note_id TEXT NOT NULL REFERENCES internal_notes(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people(id)
) STRICT;
CREATE UNIQUE INDEX internal_note_people_note_id_person_id ON internal_note_people(note_id, person_id);
CREATE INDEX internal_note_people_person_id ON internal_note_people(person_id);

ALTER TABLE people ADD COLUMN merged_into_id TEXT REFERENCES people(id);
CREATE INDEX people_merged_into_id ON people(merged_into_id) WHERE merged_into_id IS NOT NULL;
ALTER TABLE organisations ADD COLUMN merged_into_id TEXT REFERENCES organisations(id);
CREATE INDEX organisations_merged_into_id ON organisations(merged_into_id) WHERE merged_into_id IS NOT NULL;
`;
