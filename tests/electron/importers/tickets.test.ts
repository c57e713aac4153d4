import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runImport } from '#electron/importers/run-import.ts';
import { JobCancelled } from '#electron/jobs/job.ts';
import { importSettingsSchema } from '#shared/imports/model.ts';
import { unpackTimeline } from '#shared/ledger/timeline.ts';
import { everything, temporaryFolder } from '#tests/fixtures/store.ts';
import { count, csv, importContent, logRows, refusal, temporaryWorkspace, undo } from './importing.ts';

const newer = csv([...logRows, ['INC2', 'Resolved', '2', '14/1/2026 09:00', '14/1/2026 11:00', '2 - High', 'Network', '14/1/2026 11:00', '?'], ['INC3', 'New', '0', '15/1/2026 09:00', '15/1/2026 09:05', '2 - High', 'Desk', '?', '?']]);

describe('the log of a ticket', () => {
  it('is kept in the source\'s own words, its meaning beside it', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv([...logRows, ['INC2', '-100', '1', '14/1/2026 09:00', '14/1/2026 09:30', '2 - High', 'Network', '?', '?'], ['INC2', 'Frozen', '2', '14/1/2026 09:00', '14/1/2026 09:40', 'Later', 'Network', '?', '?']]));
    expect(store.read((reader) => reader.all<object>("SELECT value, state_class, pause_reason, priority FROM mappings ORDER BY field, value"))).toEqual([
      { value: '1 - Critical', state_class: null, pause_reason: null, priority: 'P1' },
      { value: '2 - High', state_class: null, pause_reason: null, priority: 'P2' },
      { value: '-100', state_class: null, pause_reason: null, priority: null },
      { value: 'Active', state_class: 'active', pause_reason: null, priority: null },
      { value: 'Awaiting User Info', state_class: 'waiting', pause_reason: 'customer', priority: null },
      { value: 'New', state_class: 'new', pause_reason: null, priority: null },
      { value: 'Resolved', state_class: 'resolved', pause_reason: null, priority: null },
    ]);
    expect(count(store, "source_values WHERE value IN ('Frozen', 'Later', 'Network')")).toBe(3);
  });

  it('values that no map knows keep their rows and are listed', async () => {
    const answer = await importContent(temporaryWorkspace(), csv([...logRows, ['INC2', 'Frozen', '2', '14/1/2026 09:00', '14/1/2026 09:40', 'Later', 'Network', '?', '?']]));
    expect(answer.counts.new).toBe(5);
    expect(answer.quality.filter(({ code }) => code === 'unmapped').map(({ count: rows, text }) => [rows, text])).toEqual([
      [1, expect.stringContaining('state "Frozen"')],
      [1, expect.stringContaining('priority "Later"')],
    ]);
  });

  it('is in the order of time, then count, then row, wherever its rows stand in the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...logRows, ['INC1', 'Active', '4', '13/1/2026 09:00', '13/1/2026 12:00', '1 - Critical', 'Desk', '13/1/2026 12:00', '?']], { minLength: 5 }), async (rows) => {
        const store = temporaryWorkspace();
        const answer = await importContent(store, csv(rows));
        expect(answer.counts.new).toBe(5);
        expect(answer.tickets).toEqual({ total: 2, new: 2, updated: 0, unchanged: 0 });
        const states = store.read((reader) => reader.all<{ value: string }>("SELECT value FROM ticket_events JOIN source_values ON source_values.no = ticket_events.status_no JOIN tickets ON tickets.no = ticket_no WHERE key = 'INC1' ORDER BY seq"));
        expect(states.map(({ value }) => value)).toEqual(['New', 'Awaiting User Info', 'Resolved', 'Active']);
      }),
      { numRuns: 15 },
    );
  });

  it('is packed for replay, with the updates that the source is missing', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const bytes = store.read((reader) => reader.value<Uint8Array>("SELECT bytes FROM ticket_timelines JOIN tickets ON no = ticket_no WHERE key = 'INC1'"));
    const timeline = unpackTimeline(bytes ?? new Uint8Array());
    expect(timeline).toMatchObject({ openedAt: Date.UTC(2026, 0, 13, 9), resolvedAt: Date.UTC(2026, 0, 13, 12), closedAt: null, hasHistory: true, missingUpdates: 1 });
    expect(timeline.events.map(({ at }) => at)).toEqual([Date.UTC(2026, 0, 13, 9, 5), Date.UTC(2026, 0, 13, 10), Date.UTC(2026, 0, 13, 12)]);
  });

  it('a ticket without history has its latest state at its opening and its total hold', async () => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, 'key,title,opened,first_response,resolved,closed,state,priority,customer,service,site,hold_minutes\nA,Printer,2026-01-13 09:00,2026-01-13 09:10,2026-01-13 12:00,,Resolved,P1,Acme,Print,Berlin,90\n');
    expect(answer.profile).toBe('generic-tickets');
    expect(answer.created).toEqual({ organisations: ['Acme'], services: ['Print'], sites: ['Berlin'] });
    const bytes = store.read((reader) => reader.value<Uint8Array>('SELECT bytes FROM ticket_timelines'));
    expect(unpackTimeline(bytes ?? new Uint8Array())).toMatchObject({ hasHistory: false, holdMs: 5_400_000, firstResponseAt: Date.UTC(2026, 0, 13, 9, 10), events: [{ at: Date.UTC(2026, 0, 13, 9) }] });
    expect(store.read((reader) => reader.get('SELECT title, extra_json, organisations.name AS customer FROM tickets JOIN organisations ON organisations.no = customer_no'))).toEqual({ title: 'Printer', extra_json: '{"site":"Berlin"}', customer: 'Acme' });
  });

  it('can be found by number and title', async () => {
    const store = temporaryWorkspace();
    await importContent(store, 'key,title,opened\nA-7,Größere Störung am Drucker,2026-01-13 09:00\n');
    expect(store.read((reader) => reader.all<object>("SELECT rowid FROM ticket_index WHERE ticket_index MATCH 'storung* druck*'"))).toHaveLength(1);
  });
});

describe('importing is idempotent by source key', () => {
  it('the same file again changes nothing at all', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const before = everything(store, []);
    const again = await importContent(store, csv());
    expect(again).toMatchObject({ import: null, counts: { read: 4, new: 0, updated: 0, unchanged: 4, quarantined: 0 }, tickets: { total: 2, new: 0, updated: 0, unchanged: 2 } });
    expect(everything(store, [])).toEqual(before);
  });

  it('the same rows with another delimiter and encoding change nothing', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    expect((await importContent(store, Buffer.from(`\uFEFF${csv(logRows, { delimiter: ';', newline: '\r\n' })}`, 'utf16le'))).import).toBeNull();
  });

  it('a newer file updates what differs and keeps the rest', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const answer = await importContent(store, newer);
    expect(answer.counts).toEqual({ read: 6, new: 2, updated: 0, unchanged: 4, quarantined: 0 });
    expect(answer.tickets).toEqual({ total: 3, new: 1, updated: 1, unchanged: 1 });
    expect(store.read((reader) => reader.all<object>('SELECT key, revision FROM tickets ORDER BY key'))).toEqual([{ key: 'INC1', revision: 1 }, { key: 'INC2', revision: 2 }, { key: 'INC3', revision: 1 }]);
  });

  it('an event of the same key with other content is replaced', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const answer = await importContent(store, csv().replace('Network', 'Desk'));
    expect(answer.counts).toEqual({ read: 4, new: 0, updated: 1, unchanged: 3, quarantined: 0 });
    expect(answer.tickets).toEqual({ total: 2, new: 0, updated: 1, unchanged: 1 });
  });

  it('a file with only the latest updates joins them to the log that is there', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const answer = await importContent(store, csv([['INC1', 'Closed', '4', '13/1/2026 09:00', '20/1/2026 12:00', '1 - Critical', 'Desk', '13/1/2026 12:00', '20/1/2026 12:00']]));
    expect(answer.counts).toEqual({ read: 1, new: 1, updated: 0, unchanged: 0, quarantined: 0 });
    expect(count(store, 'ticket_events')).toBe(5);
    expect((await importContent(store, csv())).import).toBeNull();
  });

  it('two customers may have tickets of one number', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv(), { customer: 'Acme' });
    const answer = await importContent(store, csv(), { customer: 'Globex' });
    expect(answer.counts.new).toBe(4);
    expect(count(store, 'tickets')).toBe(4);
  });

  it('the same source in another zone is refused: every ticket would have its log twice', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    expect(await refusal(importContent(store, csv(), { zone: 'Europe/Berlin' }))).toMatchObject({ code: 'conflict', details: [{ path: 'zone' }] });
  });

  it('a dry run counts the same and writes nothing', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const before = everything(store, []);
    const dry = await importContent(store, newer, { dryRun: true, customer: null, service: 'Mail' });
    expect(dry).toMatchObject({ import: null, dryRun: true, created: { services: ['Mail'] } });
    expect(everything(store, [])).toEqual(before);
    const real = await importContent(store, newer, { service: 'Mail' });
    expect({ ...dry, import: null, dryRun: false }).toEqual({ ...real, import: null });
  });
});

describe('a cancelled import', () => {
  it.each(['read', 'write'])('leaves nothing, wherever it stopped: %s', async (step) => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const before = everything(store, []);
    const file = path.join(temporaryFolder(), 'newer.csv');
    writeFileSync(file, newer);
    const host = {
      store,
      actorId: null,
      checkpoint: () => undefined,
      report: (name: string) => {
        if (name === step) throw new JobCancelled();
      },
    };
    await expect(runImport(host, { file, name: 'newer.csv', settings: importSettingsSchema.parse({ kind: 'tickets', zone: 'UTC', customer: 'Globex' }), dryRun: false })).rejects.toThrow(JobCancelled);
    expect(everything(store, [])).toEqual(before);
  });
});

describe('undo of an import', () => {
  const kept = ['changes', 'change_rows', 'search_entries', 'imports', 'import_problems', 'files', 'file_chunks', 'sources', 'source_values', 'records', 'mappings'];

  it('restores the exact rows, links and packed logs included', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv());
    const before = everything(store, kept);
    const { import: id } = await importContent(store, csv([...logRows.slice(0, 3), ['INC2', 'Active', '0', '14/1/2026 09:00', '14/1/2026 09:05', '2 - High', 'Desk', '?', '?'], ['INC4', 'New', '0', '14/1/2026 09:00', '14/1/2026 09:05', '2 - High', 'Desk', '?', '?']]), { service: 'Mail' });
    expect(everything(store, kept)).not.toEqual(before);
    undo(store, id ?? '');
    expect(everything(store, kept)).toEqual(before);
    expect(store.read((reader) => reader.all<object>("SELECT rowid FROM ticket_index WHERE ticket_index MATCH 'INC4'"))).toEqual([]);
  });

  it('takes along the organisations, services and sites that it made', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv(), { customer: 'Acme', service: 'Mail', site: 'Berlin' });
    undo(store, id ?? '');
    expect(['organisations', 'services', 'sites', 'tickets', 'ticket_events', 'coverages', 'mappings'].map((table) => count(store, table))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('lets the file be imported again', async () => {
    const store = temporaryWorkspace();
    const { import: id } = await importContent(store, csv(), { customer: 'Acme' });
    undo(store, id ?? '');
    expect((await importContent(store, csv(), { customer: 'Acme' })).counts.new).toBe(4);
  });

  it('is refused where a later import stands on its rows, until that one is taken back', async () => {
    const store = temporaryWorkspace();
    const first = await importContent(store, csv());
    const second = await importContent(store, newer);
    expect(() => undo(store, first.import ?? '')).toThrow(/later import/u);
    undo(store, second.import ?? '');
    undo(store, first.import ?? '');
    expect(count(store, 'tickets')).toBe(0);
    expect(() => undo(store, first.import ?? '')).toThrow(/taken back already/u);
  });
});

describe('coverage', () => {
  it('is from the first to the last event, per service', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv(), { service: 'Mail' });
    expect(store.read((reader) => reader.all<object>('SELECT name, kind, from_at, to_at FROM coverages JOIN services ON services.no = service_no'))).toEqual([{ name: 'Mail', kind: 'tickets', from_at: Date.UTC(2026, 0, 13, 9), to_at: Date.UTC(2026, 0, 14, 9, 5) }]);
  });

  it('or what the user says, half-open, days in the zone of the file', async () => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, csv(), { zone: 'Europe/Berlin', coverage: { from: '2026-01-01', to: '2026-02-01' } });
    expect(answer.coverage).toEqual({ from: '2026-01-01T00:00:00+01:00', to: '2026-02-01T00:00:00+01:00' });
  });
});
