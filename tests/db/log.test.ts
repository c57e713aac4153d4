import path from 'node:path';
import fc from 'fast-check';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { closeChange, openChange } from '#db/changes/log.ts';
import { historyOf, listChanges, listDeletions } from '#db/changes/queries.ts';
import { nextStamp } from '#db/changes/stamp.ts';
import { applyUndo, refuseUndo } from '#db/changes/undo.ts';
import { verifyChain } from '#db/changes/verify.ts';
import { openConnection } from '#db/connection.ts';
import { newId } from '#db/ids.ts';
import { migrate } from '#db/migrate.ts';
import { migrations, schemaVersion } from '#db/migrations/index.ts';
import { openStore, type Store } from '#db/store.ts';
import { StoreTransaction } from '#db/transaction.ts';
import { problemsOf } from '#db/workspace/check.ts';
import { draftAgreement, everything, populate, sealVersion, temporaryFolder, temporaryStore, testDevice, tickingClock } from '#tests/fixtures/store.ts';

function insertOrganisation(store: Store, name: string, id = newId()): string {
  store.write({ command: 'organisations.create' }, (tx) => tx.run('INSERT INTO organisations (id, name, is_ours) VALUES (?, ?, 0)', id, name));
  return id;
}

it('refuses every entity and fact outside of a change', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  const refusal = expect.objectContaining({ code: 'rule-violated', message: 'Nothing can be written outside a recorded change.' });
  expect(() => store.derive((tx) => tx.run('INSERT INTO organisations (id, name, is_ours) VALUES (?, ?, 0)', newId(), 'Beta'))).toThrow(refusal);
  expect(() => store.derive((tx) => tx.run("UPDATE organisations SET name = 'Beta' WHERE id = ?", id))).toThrow(refusal);
  expect(() => store.derive((tx) => tx.run('DELETE FROM organisations WHERE id = ?', id))).toThrow(refusal);
});

it('keeps the row before and after, who, when and why', () => {
  const store = temporaryStore();
  const { ann } = populate(store);
  const id = insertOrganisation(store, 'Acme Ltd');
  store.write({ command: 'organisations.rename', actorId: ann, reason: 'merged', subjectId: id }, (tx) => tx.run("UPDATE organisations SET name = 'Acme SE' WHERE id = ?", id));
  const history = store.read((reader) => historyOf(reader, id));
  expect(history.map((entry) => [entry.operation, entry.before?.['name'] ?? null, entry.after?.['name'] ?? null, entry.actor, entry.reason])).toEqual([
    ['insert', null, 'Acme Ltd', null, null],
    ['update', 'Acme Ltd', 'Acme SE', 'Ann Lee', 'merged'],
  ]);
});

it('writes no change where nothing changed', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  const heard: string[] = [];
  store.onCommit((change) => heard.push(change.command));
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Acme' WHERE id = ?", id));
  expect(store.read((reader) => listChanges(reader, 10)).map((change) => change.command)).toEqual(['organisations.create']);
  expect(heard).toEqual([]);
});

it('announces after the commit, with the tables that were written', () => {
  const store = temporaryStore();
  const heard: (readonly string[])[] = [];
  store.onCommit((change) => heard.push(change.tables));
  insertOrganisation(store, 'Acme');
  store.write({ command: 'test.bulk', isBulk: true }, (tx) => {
    tx.touch('tickets');
    tx.setBulkDigest('00'.repeat(32));
  });
  expect(() => store.write({ command: 'test.fail' }, () => { throw new Error('no'); })).toThrow('no');
  expect(heard).toEqual([['organisations'], ['tickets']]);
});

it('rolls everything back where the function throws, and refuses what waits', () => {
  const store = temporaryStore();
  expect(() =>
    store.write({ command: 'test.fail' }, (tx) => {
      tx.run('INSERT INTO organisations (id, name, is_ours) VALUES (?, ?, 0)', newId(), 'Acme');
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(() => store.write({ command: 'test.async' }, async () => 1)).toThrow(/async/u);
  expect(() => store.write({ command: 'test.promise' }, () => Promise.resolve(1))).toThrow(/promise/u);
  expect(() => store.read(() => Promise.resolve(1))).toThrow(/promise/u);
  expect(() => store.write({ command: 'test.outer' }, () => store.write({ command: 'test.inner' }, () => 1))).toThrow(/already open/u);
  expect(store.read((reader) => reader.value('SELECT count(*) FROM organisations'))).toBe(0);
});

it('gives a reader no statement that writes', () => {
  const store = temporaryStore();
  expect(() => store.read((reader) => reader.all('DELETE FROM workspace RETURNING id'))).toThrow(/writes/u);
  expect(() => store.read((reader) => reader.prepare("UPDATE workspace SET name = 'x'"))).toThrow(/writes/u);
});

it('counts densely per device and recomputes from the first change', () => {
  const store = temporaryStore();
  const world = populate(store);
  draftAgreement(store, world);
  insertOrganisation(store, 'Beta');
  expect(store.read((reader) => reader.all<{ seq: number }>('SELECT seq FROM changes ORDER BY no')).map((row) => row.seq)).toEqual([1, 2, 3]);
  expect(store.read(verifyChain)).toEqual({ ok: true, changes: 3, problems: [] });
});

it.each([
  ['an altered image', "UPDATE change_rows SET after_json = replace(after_json, 'Acme', 'Evil') WHERE after_json LIKE '%Acme%'", /image of organisations .* was altered/u],
  ['a missing image', 'DELETE FROM change_rows WHERE no = (SELECT max(no) FROM change_rows)', /rows of it are missing/u],
  ['an altered change', "UPDATE changes SET reason = 'another' WHERE no = 2", /Change 2 .* was altered/u],
  ['a missing change', 'DELETE FROM changes WHERE no = 2', /are missing/u],
  ['a moved image', 'UPDATE change_rows SET change_no = 1 WHERE change_no = 2', /Change 1 .* was altered/u],
])('names %s, made around the triggers', (_name, attack, problem) => {
  const store = temporaryStore();
  populate(store);
  insertOrganisation(store, 'Beta');
  insertOrganisation(store, 'Gamma');
  const vandal = new Database(store.file);
  vandal.pragma('foreign_keys = OFF');
  for (const { name } of vandal.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'change*'").all()) vandal.exec(`DROP TRIGGER ${name}`);
  vandal.exec(attack);
  vandal.close();
  const verdict = store.read(verifyChain);
  expect(verdict.ok).toBe(false);
  expect(verdict.problems.join('\n')).toMatch(problem);
});

it.each([
  ['a closed change', "UPDATE changes SET reason = 'another'"],
  ['a deleted change', 'DELETE FROM changes WHERE hash IS NOT NULL'],
  ['a deleted image', 'DELETE FROM change_rows'],
  ['an altered image', "UPDATE change_rows SET after_json = '{}'"],
  ['an image of a closed change', "INSERT INTO change_rows (change_no, table_name, row_id, op) VALUES (1, 'organisations', 'x', 'insert')"],
])('the log is never rewritten: %s', (_name, attack) => {
  const store = temporaryStore();
  insertOrganisation(store, 'Acme');
  expect(() => store.write({ command: 'test.attack' }, (tx) => tx.run(attack))).toThrow(expect.objectContaining({ code: 'rule-violated' }));
});

it('lets only a purge empty an image; the chain still verifies', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  store.write({ command: 'test.purge', cause: 'purge' }, (tx) => {
    tx.run('UPDATE change_rows SET before_json = NULL, after_json = NULL, salt = NULL WHERE row_id = ?', id);
    tx.run("UPDATE organisations SET name = 'purged' WHERE id = ?", id);
  });
  expect(store.read(verifyChain).problems).toEqual([]);
  expect(store.read((reader) => historyOf(reader, id))[0]?.after).toBeNull();
});

it('takes back a deletion exactly, with everything that went along', () => {
  const store = temporaryStore();
  const world = populate(store);
  const draft = draftAgreement(store, world);
  store.write({ command: 'agreements.attach' }, (tx) => {
    tx.run("INSERT INTO internal_notes (id, record_id, body_json) VALUES (?, ?, '{}')", newId(), draft.agreement);
    tx.run("UPDATE agreement_versions SET state = 'agreed' WHERE id = ?", draft.version);
  });
  const before = everything(store);
  store.write({ command: 'agreements.delete' }, (tx) => tx.run('DELETE FROM agreements WHERE id = ?', draft.agreement));
  expect(store.read((reader) => reader.value('SELECT count(*) FROM records WHERE id = ?', draft.version))).toBe(0);
  const [deletion] = store.read((reader) => listDeletions(reader, 10)).filter((entry) => entry.table === 'agreements');
  store.undo(deletion?.changeId ?? '');
  expect(everything(store)).toEqual(before);
  expect(store.read((reader) => listDeletions(reader, 10))).toEqual([]);
});

it('takes back a state move and an undo; the change can be undone once only', () => {
  const store = temporaryStore();
  const world = populate(store);
  const draft = draftAgreement(store, world);
  const before = everything(store);
  store.write({ command: 'agreements.move' }, (tx) => tx.run("UPDATE agreement_versions SET state = 'agreed' WHERE id = ?", draft.version));
  const after = everything(store);
  const move = store.read((reader) => listChanges(reader, 1))[0]?.id ?? '';
  const undo = store.undo(move);
  expect(everything(store)).toEqual(before);
  expect(() => store.undo(move)).toThrow(expect.objectContaining({ code: 'conflict' }));
  store.undo(undo);
  expect(everything(store)).toEqual(after);
});

it('does not undo what a later change stands on, and names that change', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  const made = store.read((reader) => listChanges(reader, 1))[0]?.id ?? '';
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Beta' WHERE id = ?", id));
  expect(() => store.undo(made)).toThrow(expect.objectContaining({ code: 'conflict', details: [{ path: 'changes[2]', message: 'organisations.rename' }] }));
});

it('undoes any sequence of edits backwards to the exact rows', () => {
  const unlogged = ['changes', 'change_rows', 'search_entries', 'devices'];
  const edit = fc.record({ kind: fc.constantFrom('insert', 'rename', 'delete', 'move'), which: fc.nat(5), name: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const folder = temporaryFolder();
      const store = openStore({ file: path.join(folder, 'workspace.parley'), device: testDevice, clock: tickingClock() });
      const ids: string[] = [];
      const snapshots: { id: string; before: unknown }[] = [];
      for (const { kind, which, name } of edits) {
        const before = everything(store, unlogged);
        const id = ids[which % Math.max(ids.length, 1)];
        let changed = false;
        const stop = store.onCommit(() => (changed = true));
        try {
          store.write({ command: `test.${kind}` }, (tx) => {
            if (kind === 'insert' || id === undefined) {
              const fresh = newId();
              tx.run('INSERT INTO organisations (id, name, is_ours) VALUES (?, ?, 0)', fresh, `${name} ${fresh}`);
              tx.run("INSERT INTO sites (id, organisation_id, name, zone) VALUES (?, ?, ?, 'UTC')", newId(), fresh, name);
              ids.push(fresh);
            } else if (kind === 'rename') tx.run('UPDATE organisations SET name = ? WHERE id = ?', `${name} ${id}`, id);
            else if (kind === 'delete') tx.run('DELETE FROM organisations WHERE id = ?', id);
            else tx.run('UPDATE sites SET organisation_id = ? WHERE organisation_id <> ? AND EXISTS (SELECT 1 FROM organisations WHERE id = ?)', id, id, id);
          });
        } catch (error) {
          if (!(error instanceof Error && error.name === 'ParleyError')) throw error;
        }
        stop();
        if (changed) snapshots.push({ id: store.read((reader) => listChanges(reader, 1))[0]?.id ?? '', before });
      }
      for (const { id, before } of snapshots.reverse()) {
        store.undo(id);
        expect(everything(store, unlogged)).toEqual(before);
      }
      expect(store.read(verifyChain).problems).toEqual([]);
      store.close();
    }),
    { numRuns: 25 },
  );
});

it('stamps every change later than all before, also where the clock is set back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 50 }), (times) => {
      let last: string | null = null;
      for (const time of times) {
        const next = nextStamp(last, time, testDevice.id);
        expect(next).toMatch(/^[0-9a-f]{24}$/u);
        expect(next > (last ?? '')).toBe(true);
        last = next;
      }
    }),
  );
});

it('gives a file that is an older copy a new device before its first write', () => {
  const store = temporaryStore();
  insertOrganisation(store, 'Acme');
  const copy = openStore({ file: store.file, device: { ...testDevice, lastSeq: 5 }, clock: tickingClock() });
  expect(copy.device.id).not.toBe(testDevice.id);
  insertOrganisation(copy, 'Beta');
  copy.close();
  expect(store.read((reader) => reader.all('SELECT lane FROM devices ORDER BY lane'))).toEqual([{ lane: '' }, { lane: 'B' }]);
  expect(store.read(verifyChain).problems).toEqual([]);
});

it('sets the same guarantees on every connection', () => {
  const connection = openConnection(temporaryStore().file, { mode: 'read-write', busyTimeoutMs: 1234 });
  const pragma = (name: string): unknown => connection.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema'), pragma('recursive_triggers'), pragma('busy_timeout')]).toEqual(['wal', 2, 1, 0, 1, 1234]);
  connection.close();
});

it.each(['workspace.create', 'workspace.start'])('a workspace is never taken back from inside: %s', (command) => {
  const store = temporaryStore();
  store.write({ command, cause: 'system' }, (tx) =>
    tx.run("INSERT INTO workspace (id, name, default_zone, language, currency, is_sample, created_at) VALUES (?, 'North', 'UTC', 'en', 'EUR', 0, 1)", newId()),
  );
  const id = store.read((reader) => listChanges(reader, 1))[0]?.id ?? '';
  expect(() => store.undo(id)).toThrow(expect.objectContaining({ code: 'rule-violated', wayOut: expect.stringContaining('delete its file') }));
  expect(store.read((reader) => reader.value('SELECT count(*) FROM workspace'))).toBe(1);
});

it('does not take away what somebody has added to a new record since, and names that change', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  const made = store.read((reader) => listChanges(reader, 1))[0]?.id ?? '';
  store.write({ command: 'sites.create' }, (tx) => tx.run("INSERT INTO sites (id, organisation_id, name, zone) VALUES (?, ?, 'Berlin', 'UTC')", newId(), id));
  const before = everything(store);
  expect(() => store.undo(made)).toThrow(expect.objectContaining({ code: 'conflict', details: [{ path: 'changes[2]', message: 'sites.create' }] }));
  expect(everything(store)).toEqual(before);
});

it('brings a record back only to where it was: what it belonged to comes back first', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  const site = newId();
  store.write({ command: 'sites.create' }, (tx) => tx.run("INSERT INTO sites (id, organisation_id, name, zone) VALUES (?, ?, 'Berlin', 'UTC')", site, id));
  store.write({ command: 'sites.remove' }, (tx) => tx.run('DELETE FROM sites WHERE id = ?', site));
  store.write({ command: 'organisations.remove' }, (tx) => tx.run('DELETE FROM organisations WHERE id = ?', id));
  const [organisation, deletedSite] = store.read((reader) => listDeletions(reader, 10));
  expect(() => store.undo(deletedSite?.changeId ?? '')).toThrow(expect.objectContaining({ code: 'conflict', message: 'It belonged to something that is deleted: Acme.' }));
  store.undo(organisation?.changeId ?? '');
  store.undo(deletedSite?.changeId ?? '');
  expect(store.read((reader) => reader.all('SELECT name FROM sites'))).toEqual([{ name: 'Berlin' }]);
});

it('never takes back an approval: another person has seen it', () => {
  const store = temporaryStore();
  const world = populate(store);
  const draft = draftAgreement(store, world);
  sealVersion(store, world, draft);
  const id = store.read((reader) => reader.value<string>("SELECT id FROM changes WHERE command = 'test.approve'")) ?? '';
  expect(() => store.undo(id)).toThrow(expect.objectContaining({ code: 'rule-violated', message: expect.stringContaining('another person has seen it') as unknown }));
});

it('takes back and checks what an older format wrote: columns that came later count by their default', () => {
  const store = temporaryStore();
  const id = insertOrganisation(store, 'Acme');
  store.write({ command: 'organisations.rename' }, (tx) => tx.run("UPDATE organisations SET name = 'Beta' WHERE id = ?", id));
  const connection = openConnection(store.file, { mode: 'read-write', busyTimeoutMs: 1000 });
  const later = { version: schemaVersion + 1, name: 'columns', up: (database: Database.Database) => void database.exec("ALTER TABLE organisations ADD COLUMN motto TEXT; ALTER TABLE organisations ADD COLUMN level INTEGER NOT NULL DEFAULT 3") };
  migrate(connection, store.file, 0, [...migrations, later]);
  const tx = new StoreTransaction(connection);
  expect(problemsOf(tx)).toEqual([]);
  connection.exec('BEGIN IMMEDIATE');
  const target = refuseUndo(tx, tx.value<string>('SELECT id FROM changes ORDER BY no DESC LIMIT 1') ?? '');
  const open = openChange(tx, testDevice, { command: 'history.undo', cause: 'undo', undoesNo: target.no }, 1);
  tx.begin({ no: open.no, id: open.id, happenedAt: 1 });
  applyUndo(tx, target);
  closeChange(tx, open, { command: 'history.undo', cause: 'undo', undoesNo: target.no });
  connection.exec('COMMIT');
  expect(tx.all('SELECT name, motto, level FROM organisations')).toEqual([{ name: 'Acme', motto: null, level: 3 }]);
  expect(problemsOf(tx)).toEqual([]);
  connection.close();
});
