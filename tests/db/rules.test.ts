import { expect, it } from 'vitest';
import { newId } from '#db/ids.ts';
import type { Store, Tx } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { content, type Draft, draftAgreement, populate, sealVersion, temporaryStore, type World } from '#tests/fixtures/store.ts';

type Scene = { readonly store: Store; readonly world: World; readonly draft: Draft };

function scene(): Scene {
  const store = temporaryStore();
  const world = populate(store);
  return { store, world, draft: draftAgreement(store, world) };
}

const violated = expect.objectContaining({ name: 'ParleyError', code: 'rule-violated' });
const conflict = expect.objectContaining({ name: 'ParleyError', code: 'conflict' });

it.each([
  ['draft', 'agreed', true],
  ['draft', 'abandoned', true],
  ['draft', 'approved', false],
  ['draft', 'signing', false],
  ['draft', 'signed', false],
  ['draft', 'rejected', false],
])('a version moves along the allowed moves only: %s → %s %s', (_from, to, isAllowed) => {
  const { store, draft } = scene();
  const move = (): unknown => store.write({ command: 'agreements.move' }, (tx) => tx.run('UPDATE agreement_versions SET state = ? WHERE id = ?', to, draft.version));
  expect(outcome(move)).toBe(isAllowed ? 'done' : 'rule-violated');
  const moves = store.read((reader) => reader.all('SELECT from_state, to_state FROM transitions WHERE record_id = ?', draft.version));
  expect(moves).toEqual(isAllowed ? [{ from_state: 'draft', to_state: to }] : []);
});

it('writes every move into transitions, under its change', () => {
  const { store, world, draft } = scene();
  sealVersion(store, world, draft);
  const moves = store.read((reader) => reader.all<{ from_state: string; to_state: string }>('SELECT from_state, to_state FROM transitions WHERE record_id = ? ORDER BY no', draft.version));
  expect(moves.map((move) => `${move.from_state} → ${move.to_state}`)).toEqual(['draft → agreed', 'agreed → approved', 'approved → signing']);
});

const refusals: readonly (readonly [name: string, attempt: (tx: Tx, scene: Scene) => void, kind: 'rule' | 'conflict'])[] = [
  ['a version born beyond its first state', (tx, { draft }) => tx.run("INSERT INTO agreement_versions (id, agreement_id, version, state, language, takeover) VALUES (?, ?, 2, 'agreed', 'en', 'start')", newId(), draft.agreement), 'rule'],
  ['a second open version', (tx, { draft }) => tx.run("INSERT INTO agreement_versions (id, agreement_id, version, state, language, takeover) VALUES (?, ?, 2, 'draft', 'en', 'start')", newId(), draft.agreement), 'conflict'],
  ['a code used twice', (tx, { draft }) => tx.run("INSERT INTO terms (id, agreement_id, code, kind, topic, facet) VALUES (?, ?, 'T-001', 'target', 'response', 'P1')", newId(), draft.agreement), 'conflict'],
  ['an unknown topic', (tx, { draft }) => tx.run("INSERT INTO terms (id, agreement_id, code, kind, topic, facet) VALUES (?, ?, 'T-009', 'target', 'nonsense', '')", newId(), draft.agreement), 'rule'],
  ['a second term of a single topic', (tx, { draft }) => {
    tx.run("INSERT INTO terms (id, agreement_id, code, kind, topic, facet) VALUES (?, ?, 'H-001', 'hours', 'hours', '')", newId(), draft.agreement);
    tx.run("INSERT INTO terms (id, agreement_id, code, kind, topic, facet) VALUES (?, ?, 'H-002', 'hours', 'hours', '')", newId(), draft.agreement);
  }, 'rule'],
  ['another facet of a term', (tx, { draft }) => tx.run("UPDATE terms SET facet = 'P2' WHERE id = ?", draft.term), 'rule'],
  ['an approval by the requester', (tx, { draft, world }) => {
    const id = newId();
    tx.run("INSERT INTO approvals (id, version_id, step, role, requested_by_id, state, manifest_sha256) VALUES (?, ?, 1, 'approver', ?, 'pending', printf('%064d', 1))", id, draft.version, world.ann);
    tx.run("UPDATE approvals SET state = 'approved', decided_by_id = ?, decided_at = 1 WHERE id = ?", world.ann, id);
  }, 'rule'],
  ['a rejection without a reason', (tx, { draft, world }) => {
    const id = newId();
    tx.run("INSERT INTO approvals (id, version_id, step, role, requested_by_id, state, manifest_sha256) VALUES (?, ?, 1, 'approver', ?, 'pending', printf('%064d', 1))", id, draft.version, world.ann);
    tx.run("UPDATE approvals SET state = 'rejected', decided_by_id = ?, decided_at = 1 WHERE id = ?", world.bo, id);
  }, 'rule'],
  ['a seal without signing', (tx, { draft }) => tx.run('UPDATE agreement_versions SET sealed_at = 1 WHERE id = ?', draft.version), 'rule'],
  ['signing without a seal', (tx, { draft }) => {
    tx.run("UPDATE agreement_versions SET state = 'agreed' WHERE id = ?", draft.version);
    tx.run("UPDATE agreement_versions SET state = 'approved' WHERE id = ?", draft.version);
    tx.run("UPDATE agreement_versions SET state = 'signing', sealed_at = 1 WHERE id = ?", draft.version);
  }, 'rule'],
  ['a record without its row', (tx) => tx.run("INSERT INTO records (id, kind) VALUES (?, 'organisations')", newId()), 'rule'],
  ['a record of an unknown kind', (tx) => tx.run("INSERT INTO records (id, kind) VALUES (?, 'nonsense')", newId()), 'rule'],
  ['a row without its record', (tx, { world }) => tx.run('DELETE FROM records WHERE id = ?', world.provider), 'rule'],
  ['an identity that changes', (tx, { world }) => tx.run('UPDATE organisations SET id = ? WHERE id = ?', newId(), world.provider), 'rule'],
  ['a local number that changes', (tx, { world }) => tx.run('UPDATE organisations SET no = 99 WHERE id = ?', world.provider), 'rule'],
  ['a transition rewritten', (tx, { draft }) => {
    tx.run("UPDATE agreement_versions SET state = 'agreed' WHERE id = ?", draft.version);
    tx.run("UPDATE transitions SET to_state = 'draft'");
  }, 'rule'],
  ['a transition removed', (tx, { draft }) => {
    tx.run("UPDATE agreement_versions SET state = 'agreed' WHERE id = ?", draft.version);
    tx.run('DELETE FROM transitions');
  }, 'rule'],
  ['two organisations of one name, without case', (tx) => tx.run("INSERT INTO organisations (id, name, is_ours) VALUES (?, 'ACME', 0)", newId()), 'conflict'],
  ['a role with two scopes', (tx, { world, draft }) => tx.run("INSERT INTO role_assignments (id, person_id, role, side, agreement_id, service_id) VALUES (?, ?, 'contact', 'customer', ?, ?)", newId(), world.bo, draft.agreement, world.service), 'rule'],
  ['a role without scope', (tx, { world }) => tx.run("INSERT INTO role_assignments (id, person_id, role, side) VALUES (?, ?, 'contact', 'customer')", newId(), world.bo), 'rule'],
  ['a role outside of the closed list', (tx, { world, draft }) => tx.run("INSERT INTO role_assignments (id, person_id, role, side, agreement_id) VALUES (?, ?, 'king', 'customer', ?)", newId(), world.bo, draft.agreement), 'rule'],
  ['an interval that ends before it starts', (tx, { world }) => tx.run("INSERT INTO maintenance_windows (id, service_id, starts_at, ends_at, zone, reason) VALUES (?, ?, 2, 1, 'UTC', 'patch')", newId(), world.service), 'rule'],
  ['an opening interval on a weekday and a date', (tx, { world }) => tx.run("INSERT INTO calendar_hours (id, version_id, weekday, day_on, opens_minute, closes_minute) VALUES (?, ?, 1, '2026-01-01', 0, 60)", newId(), world.calendarVersion), 'rule'],
  ['a date that is none', (tx, { draft }) => tx.run("UPDATE agreement_versions SET valid_from_on = '2026-02-30' WHERE id = ?", draft.version), 'rule'],
  ['a ratio above one', (tx) => tx.run("INSERT INTO term_contents (hash, shape, kind, metric, goal_ppb) VALUES (printf('%064d', 1), 1, 'target', 'availability', 1000000001)"), 'rule'],
  ['money without a currency', (tx) => tx.run("INSERT INTO term_contents (hash, shape, kind, amount_minor) VALUES (printf('%064d', 1), 1, 'fee', 100)"), 'rule'],
  ['a resolution target without a goal', (tx) => tx.run("INSERT INTO term_contents (hash, shape, kind, metric, share_ppb, day_meaning) VALUES (printf('%064d', 1), 1, 'target', 'resolution', 1, 'business-hours')"), 'rule'],
  ['JSON that is none', (tx) => tx.run("INSERT INTO saved_views (id, place, name, query_json, rank) VALUES (?, 'tickets', 'mine', 'x{', 'a0')", newId()), 'rule'],
  ['a person whom others stand on, removed', (tx, { world, draft }) => {
    tx.run("INSERT INTO role_assignments (id, person_id, role, side, agreement_id) VALUES (?, ?, 'contact', 'customer', ?)", newId(), world.bo, draft.agreement);
    tx.run('DELETE FROM people WHERE id = ?', world.bo);
  }, 'rule'],
];

it.each(refusals)('the database itself refuses: %s', (_name, attempt, kind) => {
  const here = scene();
  expect(() => here.store.write({ command: 'test.attempt' }, (tx) => attempt(tx, here))).toThrow(kind === 'rule' ? violated : conflict);
});

it('wants the approvals before the first signature', () => {
  const { store, world, draft } = scene();
  store.write({ command: 'test.skip' }, (tx) => {
    tx.run("UPDATE agreement_versions SET state = 'agreed' WHERE id = ?", draft.version);
    tx.run("UPDATE agreement_versions SET state = 'approved' WHERE id = ?", draft.version);
  });
  expect(() => sealVersion(store, world, draft, { approve: false })).toThrow(expect.objectContaining({ message: 'There is no signature without the approvals.' }));
});

it('wants every signature on the sealed manifest before a version is signed', () => {
  const { store, world, draft } = scene();
  const { signatories } = sealVersion(store, world, draft);
  const sign = (manifest: string): unknown =>
    store.write({ command: 'test.sign' }, (tx) => tx.run("INSERT INTO signatures (id, signatory_id, name, role_title, place, signed_at, method, statement, manifest_sha256) VALUES (?, ?, 'Ann', 'Head', 'Berlin', 1, 'typed', 'I agree', ?)", newId(), signatories[0] ?? '', manifest));
  expect(() => sign('00'.repeat(32))).toThrow(expect.objectContaining({ code: 'rule-violated' }));
  expect(() => store.write({ command: 'test.claim' }, (tx) => tx.run("UPDATE signatories SET state = 'signed' WHERE id = ?", signatories[0] ?? ''))).toThrow(violated);
  sign('ab'.repeat(32));
  store.write({ command: 'test.signed' }, (tx) => tx.run("UPDATE signatories SET state = 'signed' WHERE id = ?", signatories[0] ?? ''));
  expect(() => store.write({ command: 'test.finish' }, (tx) => tx.run("UPDATE agreement_versions SET state = 'signed' WHERE id = ?", draft.version))).toThrow(violated);
});

it('gives every record its row and every row its record, through insert, replace and delete', () => {
  const { store, world } = scene();
  const id = newId();
  store.write({ command: 'test.replace' }, (tx) => {
    tx.run("INSERT INTO services (id, name, status) VALUES (?, 'Payroll', 'live')", id);
    tx.run("REPLACE INTO services (id, name, status) VALUES (?, 'Payroll', 'retired')", id);
    tx.run("INSERT INTO services (id, name, status) VALUES (?, 'Print', 'live')", newId());
    tx.run("DELETE FROM services WHERE name = 'Print'");
  });
  expect(world.service).not.toBe(id);
  const counts = store.read((reader) => reader.all<{ records: number; rows: number }>("SELECT (SELECT count(*) FROM records WHERE kind = 'services') AS records, (SELECT count(*) FROM services) AS rows"));
  expect(counts).toEqual([{ records: 2, rows: 2 }]);
});

it('logs a hand edit of an outage and coverage, not an imported one', () => {
  const { store, world } = scene();
  const outage = (tx: Tx, key: string): unknown => tx.run("INSERT INTO outages (source_no, key, service_no, kind, starts_at, revision) VALUES (1, ?, 1, 'outage', 0, 1)", key);
  store.write({ command: 'sources.create' }, (tx) => tx.run("INSERT INTO sources (no, id, name, kind) VALUES (1, ?, 'by hand', 'outages')", newId()));
  store.write({ command: 'outages.create' }, (tx) => outage(tx, 'a'));
  store.write({ command: 'imports.outages', cause: 'import', isBulk: true }, (tx) => {
    outage(tx, 'b');
    tx.setBulkDigest('00'.repeat(32));
  });
  expect(() => store.derive((tx) => outage(tx, 'c'))).toThrow(violated);
  expect(store.read((reader) => reader.value("SELECT count(*) FROM change_rows WHERE table_name = 'outages'"))).toBe(1);
  expect(world.provider).toBeDefined();
});

it('never changes a content; equal content is the same row', () => {
  const { store, draft } = scene();
  expect(store.write({ command: 'test.same' }, (tx) => content(tx, 14_400_000))).toBe(draft.content);
  expect(() => store.write({ command: 'test.delete' }, (tx) => tx.run('DELETE FROM term_contents'))).toThrow(violated);
});

function outcome(run: () => unknown): unknown {
  try {
    run();
    return 'done';
  } catch (error) {
    return error instanceof ParleyError ? error.code : error;
  }
}
