import { expect, it } from 'vitest';
import { searchRecords, searchTickets } from '#db/search/queries.ts';
import { listChanges } from '#db/changes/queries.ts';
import { draftAgreement, populate, temporaryStore } from '#tests/fixtures/store.ts';

it('finds records by the beginnings of words, without accents and case', () => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Énergie Québec 🚀 株式会社' WHERE id = ?", provider));
  const found = (query: string): string[] => store.read((reader) => searchRecords(reader, query, 10)).map((record) => record.id);
  expect(found('quebec ener')).toEqual([provider]);
  expect(found('株式')).toEqual([provider]);
  expect(found('North')).toEqual([]);
});

it.each(['"', 'a AND', '*', 'NEAR(', 'name:', '-', '', '   ', '(', "it's"])('takes any text for a question: %j', (query) => {
  const store = temporaryStore();
  populate(store);
  expect(() => store.read((reader) => [searchRecords(reader, query, 5), searchTickets(reader, query, 5)])).not.toThrow();
});

it('follows edit, deletion and undo, cascades included', () => {
  const store = temporaryStore();
  const draft = draftAgreement(store, populate(store));
  const found = (): string[] => store.read((reader) => searchRecords(reader, 'T-001', 10)).map((record) => record.id);
  expect(found()).toEqual([draft.term]);
  store.write({ command: 'agreements.delete' }, (tx) => tx.run('DELETE FROM agreements WHERE id = ?', draft.agreement));
  expect(found()).toEqual([]);
  store.undo(store.read((reader) => listChanges(reader, 1))[0]?.id ?? '');
  expect(found()).toEqual([draft.term]);
});

it('has no internal text in any index', () => {
  const store = temporaryStore();
  const draft = draftAgreement(store, populate(store));
  store.write({ command: 'notes.create' }, (tx) => tx.run("INSERT INTO internal_notes (id, record_id, body_json) VALUES ('n', ?, '\"walkaway\"')", draft.agreement));
  expect(store.read((reader) => searchRecords(reader, 'walkaway', 10))).toEqual([]);
});
