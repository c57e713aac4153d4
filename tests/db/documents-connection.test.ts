import { expect, it } from 'vitest';
import { openDocumentsConnection } from '#db/documents-connection.ts';
import { draftAgreement, populate, temporaryStore } from '#tests/fixtures/store.ts';

function shadowed() {
  const store = temporaryStore();
  const draft = draftAgreement(store, populate(store));
  store.write({ command: 'notes.create' }, (tx) => tx.run("INSERT INTO internal_notes (id, record_id, body_json) VALUES ('n', ?, '\"walk-away 2 h 30\"')", draft.agreement));
  return { store, connection: openDocumentsConnection(store.file) };
}

it('sees every public row and no internal one', () => {
  const { store, connection } = shadowed();
  expect(store.read((reader) => reader.value('SELECT count(*) FROM internal_notes'))).toBe(1);
  expect(connection.read((reader) => reader.value('SELECT count(*) FROM internal_notes'))).toBe(0);
  expect(connection.read((reader) => reader.value('SELECT count(*) FROM agreements'))).toBe(1);
  connection.close();
});

it('sees that something changed, not what', () => {
  const { connection } = shadowed();
  expect(connection.read((reader) => reader.value('SELECT count(*) FROM change_rows'))).toBeGreaterThan(0);
  expect(connection.read((reader) => reader.value('SELECT count(*) FROM change_rows WHERE before_json IS NOT NULL OR after_json IS NOT NULL'))).toBe(0);
  connection.close();
});

it.each(['SELECT * FROM main.internal_notes', 'SELECT * FROM "main".internal_notes', 'SELECT * FROM [main] . internal_notes', 'SELECT * FROM MAIN.change_rows'])('refuses to be reached around: %s', (sql) => {
  const { connection } = shadowed();
  expect(() => connection.read((reader) => reader.all(sql))).toThrow(/internal/u);
  connection.close();
});

it('cannot write', () => {
  const { connection } = shadowed();
  expect(() => connection.read((reader) => reader.all("UPDATE workspace SET name = 'x' RETURNING name"))).toThrow(/writes/u);
  connection.close();
});
