import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { newId } from '#db/ids.ts';
import { catalogue } from '#db/schema/catalogue.ts';
import type { Store, Tx } from '#db/store.ts';
import { content, type Draft, draftAgreement, everything, populate, sealVersion, signVersion, temporaryStore, type World } from '#tests/fixtures/store.ts';

type Scene = { readonly store: Store; readonly world: World; readonly draft: Draft; readonly signatories: readonly string[] };

function sealedScene(): Scene {
  const store = temporaryStore();
  const world = populate(store);
  store.write({ command: 'test.closures' }, (tx) => {
    const list = newId();
    tx.run("INSERT INTO closure_lists (id, name, zone) VALUES (?, 'Holidays', 'Europe/Berlin')", list);
    tx.run('INSERT INTO calendar_closure_lists (id, version_id, list_id) VALUES (?, ?, ?)', newId(), world.calendarVersion, list);
  });
  const draft = draftAgreement(store, world);
  return { store, world, draft, signatories: sealVersion(store, world, draft).signatories };
}

const attacks: readonly (readonly [name: string, attack: (tx: Tx, scene: Scene) => void])[] = [
  ['update of a pointer', (tx, { draft }) => tx.run("UPDATE version_terms SET content_hash = ? WHERE id = ?", content(tx, 1), draft.pointer)],
  ['update of the version itself', (tx, { draft }) => tx.run("UPDATE agreement_versions SET valid_to_on = '2030-01-01' WHERE id = ?", draft.version)],
  ['unseal', (tx, { draft }) => tx.run('UPDATE agreement_versions SET sealed_at = NULL WHERE id = ?', draft.version)],
  ['seal of another moment', (tx, { draft }) => tx.run('UPDATE agreement_versions SET sealed_at = 1 WHERE id = ?', draft.version)],
  ['delete of a pointer', (tx, { draft }) => tx.run('DELETE FROM version_terms WHERE id = ?', draft.pointer)],
  ['delete of the version', (tx, { draft }) => tx.run('DELETE FROM agreement_versions WHERE id = ?', draft.version)],
  ['cascade from the agreement', (tx, { draft }) => tx.run('DELETE FROM agreements WHERE id = ?', draft.agreement)],
  ['upsert of a pointer', (tx, { draft }) => tx.run("INSERT INTO version_terms (id, version_id, term_id, content_hash, rank, negotiation) VALUES (?, ?, ?, ?, 'a0', 'open') ON CONFLICT (version_id, term_id) DO UPDATE SET content_hash = excluded.content_hash", newId(), draft.version, draft.term, content(tx, 1))],
  ['add of a party', (tx, { draft, world }) => tx.run("INSERT INTO version_parties (id, version_id, organisation_id, side, rank) VALUES (?, ?, ?, 'provider', 'a1')", newId(), draft.version, world.provider)],
  ['add of an effective term', (tx, { draft }) => tx.run("INSERT OR REPLACE INTO effective_terms (version_id, term_id, content_hash, level, from_version_id, sources_json) VALUES (?, ?, ?, 'customer', ?, '{}')", draft.version, draft.term, content(tx, 1), draft.version)],
  ['add of a signatory', (tx, { draft, world }) => {
    const person = newId();
    tx.run("INSERT INTO people (id, organisation_id, name, is_user) VALUES (?, ?, 'Cy', 0)", person, world.customer);
    tx.run("INSERT INTO signatories (id, version_id, person_id, side, turn, state) VALUES (?, ?, ?, 'customer', 2, 'waiting')", newId(), draft.version, person);
  }],
  ['move into the version', (tx, { draft, world }) => {
    const other = secondVersion(tx, draft);
    const party = newId();
    tx.run("INSERT INTO version_parties (id, version_id, organisation_id, side, rank) VALUES (?, ?, ?, 'provider', 'a1')", party, other, world.provider);
    tx.run('UPDATE version_parties SET version_id = ? WHERE id = ?', draft.version, party);
  }],
  ['move out of the version', (tx, { draft }) => tx.run('UPDATE version_parties SET version_id = ? WHERE id = ?', secondVersion(tx, draft), draft.party)],
  ['a new id for the version', (tx, { draft }) => tx.run('UPDATE agreement_versions SET id = ? WHERE id = ?', newId(), draft.version)],
  ['a new id for a pointer', (tx, { draft }) => tx.run('UPDATE version_terms SET id = ? WHERE id = ?', newId(), draft.pointer)],
  ['REPLACE by key', (tx, { draft }) => tx.run("REPLACE INTO agreement_versions (id, agreement_id, version, state, language, takeover) VALUES (?, ?, 1, 'draft', 'en', 'start')", draft.version, draft.agreement)],
  ['REPLACE by unique column', (tx, { draft }) => tx.run("REPLACE INTO agreement_versions (id, agreement_id, version, state, language, takeover) VALUES (?, ?, 1, 'draft', 'en', 'start')", newId(), draft.agreement)],
  ['REPLACE of a child by key into another version', (tx, { draft, world }) => tx.run("REPLACE INTO version_parties (id, version_id, organisation_id, side, rank) VALUES (?, ?, ?, 'provider', 'a1')", draft.party, secondVersion(tx, draft), world.provider)],
  ['UPDATE OR REPLACE that pushes the version out', (tx, { draft }) => tx.run('UPDATE OR REPLACE agreement_versions SET version = 1 WHERE id = ?', secondVersion(tx, draft))],
  ['update of the content', (tx, { draft }) => tx.run('UPDATE term_contents SET goal_ms = 1 WHERE hash = ?', draft.content)],
  ['REPLACE of the content', (tx, { draft }) => tx.run("REPLACE INTO term_contents (hash, shape, kind, title) VALUES (?, 1, 'clause', 'another')", draft.content)],
  ['update of the term', (tx, { draft }) => tx.run("UPDATE terms SET code = 'T-002' WHERE id = ?", draft.term)],
  ['delete of the term', (tx, { draft }) => tx.run('DELETE FROM terms WHERE id = ?', draft.term)],
  ['another manifest', (tx, { draft }) => tx.run("UPDATE version_seals SET manifest_json = '[]' WHERE version_id = ?", draft.version)],
  ['delete of the seal', (tx, { draft }) => tx.run('DELETE FROM version_seals WHERE version_id = ?', draft.version)],
  ['REPLACE of the seal', (tx, { draft }) => tx.run("REPLACE INTO version_seals (version_id, manifest_json, manifest_sha256, document_id, change_no) SELECT version_id, '[]', manifest_sha256, document_id, change_no FROM version_seals WHERE version_id = ?", draft.version)],
  ['change of an approval', (tx, { draft }) => tx.run("UPDATE approvals SET reason = 'no' WHERE version_id = ?", draft.version)],
  ['add of an hour to the pinned calendar', (tx, { world }) => tx.run('INSERT INTO calendar_hours (id, version_id, weekday, opens_minute, closes_minute) VALUES (?, ?, 2, 480, 1020)', newId(), world.calendarVersion)],
  ['zone of the pinned calendar', (tx, { world }) => tx.run("UPDATE calendar_versions SET zone = 'UTC' WHERE id = ?", world.calendarVersion)],
  ['delete of the calendar', (tx) => tx.run("DELETE FROM calendars WHERE name = 'office'")],
  ['another signatory person', (tx, { draft, world }) => tx.run('UPDATE signatories SET person_id = ? WHERE version_id = ? AND person_id = ?', world.bo, draft.version, world.ann)],
  ['removal of the signatories', (tx, { draft }) => tx.run('DELETE FROM signatories WHERE version_id = ?', draft.version)],
  ['change of the issued document', (tx) => tx.run("UPDATE documents SET title = 'another'")],
  ['delete of the issued document', (tx) => tx.run('DELETE FROM documents')],
  ['bytes into the document’s file', (tx) => tx.run("INSERT INTO file_chunks (file_no, chunk_no, bytes) SELECT no, 9, x'00' FROM files")],
  ['another SHA-256 of the file', (tx) => tx.run("UPDATE files SET sha256 = printf('%064d', 1)")],
  ['delete of the file', (tx) => tx.run('DELETE FROM files')],
];

it.each(attacks)('nothing in or below a sealed version changes: %s', (_name, attack) => {
  const scene = sealedScene();
  const before = everything(scene.store);
  expect(() => scene.store.write({ command: 'test.attack' }, (tx) => attack(tx, scene))).toThrow(expect.objectContaining({ name: 'ParleyError', code: 'rule-violated' }));
  expect(everything(scene.store)).toEqual(before);
});

const sealedTables = [...catalogue.filter(({ letters }) => letters.includes('S')).map(({ name }) => name), 'version_seals', 'signatories', 'signatures', 'documents', 'files', 'term_contents'];

it.each([...new Set(sealedTables)])('another program cannot change a sealed row either, column by column: %s', (table) => {
  const { store, draft, signatories } = sealedScene();
  signVersion(store, draft, signatories);
  const before = everything(store, []);
  const other = new Database(store.file);
  other.pragma('foreign_keys = OFF');
  const columns = other.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table).map(({ name }) => name);
  const another = (column: string): string => `CASE typeof("${column}") WHEN 'integer' THEN "${column}" + 1 WHEN 'null' THEN 1 ELSE "${column}" || 'x' END`;
  const statements = [
    ...columns.flatMap((column) => [`UPDATE "${table}" SET "${column}" = ${another(column)}`, `UPDATE OR IGNORE "${table}" SET "${column}" = ${another(column)}`, `UPDATE OR REPLACE "${table}" SET "${column}" = ${another(column)}`]),
    `DELETE FROM "${table}"`,
    `REPLACE INTO "${table}" SELECT * FROM "${table}"`,
    `INSERT OR IGNORE INTO "${table}" SELECT * FROM "${table}"`,
  ];
  expect(other.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()).not.toBe(0);
  for (const statement of statements) {
    try {
      other.exec(statement);
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }
  other.close();
  expect(everything(store, [])).toEqual(before);
});

it('lets signing go on after the seal, and begins the next version beside it', () => {
  const { store, draft, signatories } = sealedScene();
  signVersion(store, draft, signatories);
  const state = store.read((reader) => reader.value('SELECT state FROM agreement_versions WHERE id = ?', draft.version));
  expect(state).toBe('signed');
  store.write({ command: 'test.next' }, (tx) => secondVersion(tx, draft));
  store.write({ command: 'test.withdraw' }, (tx) => tx.run("UPDATE agreement_versions SET withdrawn_from_on = '2026-12-01' WHERE id = ?", draft.version));
});

it('seals the calendar version with the first agreement version that uses it', () => {
  const { store, world } = sealedScene();
  expect(store.read((reader) => reader.value('SELECT sealed_at FROM calendar_versions WHERE id = ?', world.calendarVersion))).not.toBeNull();
});

it('has one key: a change of cause purge', () => {
  const { store, draft } = sealedScene();
  store.write({ command: 'test.purge', cause: 'purge' }, (tx) => tx.run('DELETE FROM version_parties WHERE id = ?', draft.party));
  expect(store.read((reader) => reader.value('SELECT count(*) FROM version_parties WHERE id = ?', draft.party))).toBe(0);
});

it.each([
  ['seal', 'test.seal'],
  ['signature', 'test.sign'],
])('never takes back a %s', (_name, command) => {
  const { store, draft, signatories } = sealedScene();
  signVersion(store, draft, signatories);
  const id = store.read((reader) => reader.value<string>('SELECT id FROM changes WHERE command = ?', command)) ?? '';
  expect(() => store.undo(id)).toThrow(expect.objectContaining({ code: 'rule-violated' }));
});

function secondVersion(tx: Tx, draft: Draft): string {
  const id = newId();
  tx.run("INSERT INTO agreement_versions (id, agreement_id, version, state, based_on_id, language, takeover) VALUES (?, ?, 2, 'draft', ?, 'en', 'start')", id, draft.agreement, draft.version);
  return id;
}
