import { expect, it } from 'vitest';
import { findEverything } from '#db/search/find.ts';
import { searchRecords, searchTickets } from '#db/search/queries.ts';
import { openStore } from '#db/store.ts';
import { listChanges } from '#db/changes/queries.ts';
import { draftAgreement, populate, temporaryStore, testDevice, tickingClock } from '#tests/fixtures/store.ts';

it('finds records by the beginnings of words, without accents and case', () => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Énergie Québec 🚀 株式会社' WHERE id = ?", provider));
  const found = (query: string): string[] => store.read((reader) => searchRecords(reader, query, 10).rows).filter((record) => record.kind === 'organisations').map((record) => record.id);
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
  const found = (): string[] => store.read((reader) => searchRecords(reader, 'T-001', 10).rows).map((record) => record.id);
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
  expect(store.read((reader) => searchRecords(reader, 'walkaway', 10).rows)).toEqual([]);
});

it('finds a note for our side all the same, by reading it', () => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'notes.create' }, (tx) => tx.run("INSERT INTO internal_notes (id, record_id, body_json) VALUES ('n', ?, '\"They would take a walkaway price\"')", provider));
  expect(store.read((reader) => findEverything(reader, 'walkaway', 10))).toMatchObject([{ kind: 'note', id: 'n', place: { kind: 'organisation', id: provider } }]);
});

it.each([
  ['energei', 'two neighbours in the wrong order'],
  ['enrgie', 'a letter too few'],
  ['enerrgie', 'a letter too many'],
  ['anergie', 'another first letter'],
  ['energir', 'another last letter'],
  ['enxr', 'the beginning of a word, with a slip'],
])('forgives one slip in a word of four letters and more: %s, %s', (query) => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Énergie Québec' WHERE id = ?", provider));
  expect(store.read((reader) => searchRecords(reader, query, 10).rows.filter((row) => row.kind === 'organisations').map((row) => row.id))).toEqual([provider]);
});

it.each(['exn', 'anergei', 'enegrei', 'quebek enerxix'])('forgives no more than that: %s', (query) => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Énergie Québec' WHERE id = ?", provider));
  expect(store.read((reader) => searchRecords(reader, query, 10).rows)).toEqual([]);
});

it('finds what belongs to an organisation by its new name', () => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'people.create' }, (tx) => tx.run("INSERT INTO people (id, organisation_id, name, is_user) VALUES ('p', ?, 'Alice Wu', 0)", provider));
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Borealis' WHERE id = ?", provider));
  expect(store.read((reader) => findEverything(reader, 'boreal alice', 5))).toMatchObject([{ kind: 'person', name: 'Alice Wu', about: 'Borealis' }]);
});

it('marks what is archived, and makes a missing index anew when the file opens', () => {
  const store = temporaryStore();
  const { provider } = populate(store);
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Borealis', archived_on = '2026-01-01' WHERE id = ?", provider));
  store.derive((tx) => tx.run('DELETE FROM search_entries'));
  expect(store.read((reader) => findEverything(reader, 'borealis', 5))).toEqual([]);
  store.close();
  const again = openStore({ file: store.file, device: testDevice, clock: tickingClock() });
  expect(again.read((reader) => findEverything(reader, 'borealis', 5))).toMatchObject([{ kind: 'organisation', id: provider, archived: true }, { kind: 'person', name: 'Ann Lee', archived: false }]);
  again.close();
});
