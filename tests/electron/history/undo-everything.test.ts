import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemsOf } from '#db/workspace/check.ts';
import type { Store } from '#db/store.ts';
import { refusalOf } from '#shared/refusal.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { everything } from '#tests/fixtures/store.ts';

/** Bookkeeping that grows by design: the log itself, who wrote, what is derived, contents (values, kept by their hash). */
const growing = ['changes', 'change_rows', 'search_entries', 'devices', 'term_contents', 'target_results', 'ticket_results'];
/** What stays of an import that was taken back: its own record, its file, and the words of its source. */
const traces = ['imports', 'import_problems', 'files', 'file_chunks', 'sources', 'source_values'];

function hashOfTables(store: Store): string {
  const tables = everything(store, [...growing, ...traces]);
  const records = (tables['records'] ?? []).filter((row) => !/"kind":"(?:imports|sources)"/u.test(String(row)));
  return createHash('sha256').update(JSON.stringify({ ...tables, records })).digest('hex');
}

const day = (turn: number): string => `2027-01-${String((turn % 28) + 1).padStart(2, '0')}`;

type Step = (core: TestCore, pick: (ids: readonly string[]) => string, turn: number) => Promise<unknown>;

const ids = async (list: Promise<readonly { readonly id: string }[]>): Promise<string[]> => (await list).map((row) => row.id);
const zone = 'Europe/Berlin';
const steps: Readonly<Record<string, Step>> = {
  organisation: ({ client }, _pick, turn) => client.organisations.create({ name: `Organisation ${turn}`, zone }),
  rename: async ({ client }, pick, turn) => client.organisations.change({ id: pick(await ids(client.organisations.list({ archived: true }))), name: `Renamed ${turn}` }),
  removeOrganisation: async ({ client }, pick) => client.organisations.remove({ id: pick(await ids(client.organisations.list({ archived: true }))) }),
  site: async ({ client }, _pick, turn) => client.sites.create({ organisation: 'Acme', name: `Site ${turn}`, zone }),
  removeSite: async ({ client }, pick) => client.sites.remove({ id: pick(await ids(client.sites.list({}))) }),
  person: ({ client }, _pick, turn) => client.people.create({ name: `Person ${turn}`, organisation: 'Acme', email: `p${turn}@example.org` }),
  role: async ({ client }, pick) => client.people.assignRole({ person: pick(await ids(client.people.list({ archived: true }))), role: 'escalation', side: 'customer', scope: { kind: 'organisation', id: pick(await ids(client.organisations.list({ archived: true }))) } }),
  removePerson: async ({ client }, pick) => client.people.remove({ id: pick(await ids(client.people.list({ archived: true }))) }),
  service: ({ client }, _pick, turn) => client.services.create({ name: `Service ${turn}` }),
  retire: async ({ client }, pick, turn) => client.services.change({ id: pick(await ids(client.services.list({ archived: true }))), status: 'retired', description: `for ${turn}` }),
  removeService: async ({ client }, pick) => client.services.remove({ id: pick(await ids(client.services.list({ archived: true }))) }),
  calendar: ({ client }, _pick, turn) => client.calendars.create({ schema: 'parley/calendar/1', name: `Calendar ${turn}`, ...mailAgreement.calendars.office }),
  holidays: async ({ client }, pick, turn) => client.closures.add({ calendar: pick(await ids(client.calendars.list({ archived: true }))), closure: { kind: 'date', from: day(turn), to: day(turn), label: `Day ${turn}` } }),
  removeCalendar: async ({ client }, pick) => client.calendars.remove({ id: pick(await ids(client.calendars.list({ archived: true }))) }),
  agreement: ({ client }, _pick, turn) => client.agreements.create(mailDocument({ title: `Agreement ${turn}` })),
  edit: async ({ client }, pick, turn) => {
    const id = pick(await ids(client.agreements.list({ archived: true })));
    const { hash } = await client.agreements.view({ id });
    return client.agreements.edit({ id, hash, edits: [{ kind: 'set-dates', review: { everyMonths: (turn % 12) + 1 } }] });
  },
  removeAgreement: async ({ client }, pick) => client.agreements.remove({ id: pick(await ids(client.agreements.list({ archived: true }))) }),
  archive: async ({ client }, pick) => client.history.archive({ kind: 'service', id: pick(await ids(client.services.list({ archived: true }))), archived: true }),
  ticket: ({ client }, _pick, turn) => client.tickets.save({ key: `T-${turn}`, opened: '2026-01-12T10:00', customer: 'Acme', service: 'Mail', priority: 'P1' }),
  removeTicket: async ({ client }, pick) => client.tickets.remove({ no: Number(pick((await client.tickets.list({})).rows.map((row) => String(row.no)))) || 0 }),
};

it('any sequence of commands taken back, newest first, gives the hash of all tables before each of them (invariants 14 and 15)', { timeout: 180_000 }, async () => {
  const sequence = fc.array(fc.record({ step: fc.constantFrom(...Object.keys(steps)), which: fc.nat(7) }), { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(sequence, async (commands) => {
      const core = openTestCore();
      const { client } = core;
      const { store } = core.core.context;
      await client.workspace.start({ organisation: 'North IT', person: 'Cara Moss', zone });
      await client.agreements.create(mailDocument());
      const done: { change: string; before: string }[] = [];
      for (const [turn, { step, which }] of commands.entries()) {
        const before = hashOfTables(store);
        const [newest] = (await client.history.list({ limit: 1 })).entries;
        const pick = (from: readonly string[]): string => from[which % Math.max(1, from.length)] ?? 'none';
        const refusal = await steps[step]?.(core, pick, turn).then(() => null, refusalOf);
        expect(refusal?.code).not.toBe('incident');
        const made = (await client.history.list({ limit: 10 })).entries.filter((entry) => entry.no > (newest?.no ?? 0));
        expect(made.length).toBeLessThanOrEqual(1);
        const changed = refusal === null && made[0] !== undefined;
        expect([step, changed || hashOfTables(store) === before]).toEqual([step, true]);
        if (changed) done.push({ change: made[0]?.id ?? '', before });
      }
      const after = hashOfTables(store);
      for (const { change, before } of done.toReversed()) {
        await client.history.undo({ id: change });
        expect([change, hashOfTables(store)]).toEqual([change, before]);
      }
      expect(store.read(problemsOf)).toEqual([]);
      const entries = (await client.history.list({ limit: 100 })).entries;
      const canRedo = done.every(({ change }) => entries.find((entry) => entry.id === change)?.way === 'redo');
      if (canRedo) for (const { change } of done) await client.history.redo({ id: change });
      expect(!canRedo || hashOfTables(store) === after).toBe(true);
      await core.core.close();
    }),
    { numRuns: 12 },
  );
});
