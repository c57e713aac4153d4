import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportSettings } from '#shared/imports/model.ts';
import { importSettingsSchema } from '#shared/imports/model.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { csv, logHeader, logRows } from './importing.ts';

function adopt({ core, folder }: TestCore, content: string): string {
  const file = path.join(folder, 'incidents.csv');
  writeFileSync(file, content);
  return core.context.files.adopt(file, content.length).id;
}

async function previewOf({ client }: TestCore, order: { readonly file: string; readonly settings: ImportSettings }): Promise<Preview> {
  return client.imports.previewed(await client.imports.preview(order));
}

function settings(more: Partial<ImportSettings> = {}): ImportSettings {
  return importSettingsSchema.parse({ kind: 'tickets', zone: 'Europe/Berlin', ...more });
}

describe('the wizard', () => {
  it('says what a file is, with the evidence', async () => {
    const test = openTestCore();
    const preview = await previewOf(test, { file: adopt(test, csv([...logRows, ['INC2', 'Frozen', '1', '14/1/2026 09:00', '14/1/2026 09:30', '2 - High', 'Network', '?', '?'], ['?', 'New', '1', '14/1/2026 09:00', '14/1/2026 09:30', '2 - High', 'Network', '?', '?']])), settings: settings({ zone: null }) });
    expect(preview).toMatchObject({
      title: 'ServiceNow event log',
      encoding: { label: 'utf-8' },
      delimiter: { value: ',', fitting: 6, rows: 6 },
      missing: [{ marker: '?', columns: 3 }],
      dates: { order: 'day-month-year', isSure: true },
      zone: { value: null, isNeeded: true },
      rows: 6,
      toConfirm: 2,
      coverage: { from: '2026-01-13T09:00:00+00:00', to: '2026-01-14T09:30:00+00:00', months: [{ month: '2026-01', rows: 5 }] },
    });
    expect(preview.columns.find(({ field }) => field === 'state')).toEqual({ field: 'state', column: 'incident_state', index: 1, isRequired: true });
    expect(preview.values.find(({ field }) => field === 'state')).toEqual({
      field: 'state',
      isTooMany: false,
      unknown: 1,
      values: expect.arrayContaining([
        { value: 'Awaiting User Info', rows: 1, meaning: 'paused: customer', state: { class: 'waiting', reason: 'customer' } },
        { value: 'Frozen', rows: 1, meaning: null, state: null },
      ]),
    });
    expect(preview.zone.byHour[9]).toBeGreaterThan(0);
    expect(preview.samples.first).toHaveLength(5);
    expect(preview.samples.ticket.map(({ values }) => values['key'])).toEqual(['INC1', 'INC1', 'INC1']);
    expect(preview.samples.odd.map(({ problem }) => problem?.code)).toEqual(['no-key']);
  });

  it('shows the choices where no profile fits', async () => {
    const test = openTestCore();
    const preview = await previewOf(test, { file: adopt(test, csv(logRows, { header: ['Nummer', ...logHeader.slice(1)] })), settings: settings() });
    expect(preview.profile).toBeNull();
    expect(preview.choices.find(({ name }) => name === 'servicenow-event-log')).toMatchObject({ fits: false, missing: ['number'] });
  });

  it('takes an edited profile, which can be saved and is chosen from then on', async () => {
    const test = openTestCore();
    const file = adopt(test, csv(logRows, { header: ['Nummer', ...logHeader.slice(1)] }));
    const [shipped] = await test.client.imports.profiles.list({ kind: 'tickets' });
    if (!shipped) throw new Error('No profile is shipped.');
    const profile = { ...shipped.profile, name: 'North IT ServiceNow', columns: { ...shipped.profile.columns, key: 'Nummer' } };
    expect((await previewOf(test, { file, settings: settings({ profile }) })).profile?.name).toBe('North IT ServiceNow');
    await test.client.imports.profiles.save({ profile });
    expect((await previewOf(test, { file, settings: settings() })).title).toBe('North IT ServiceNow');
    const { id } = await test.client.imports.start({ file, settings: settings({ profile: 'North IT ServiceNow' }) });
    expect((await test.client.imports.result({ id })).counts.new).toBe(4);
    await expect(test.client.imports.profiles.save({ profile: { ...profile, name: 'generic tickets CSV' } })).rejects.toMatchObject({ data: { code: 'conflict' } });
  });

  it('runs as a job with progress, and is listed, opened and taken back', async () => {
    const test = openTestCore();
    const file = adopt(test, `${csv()}INC9,New\n`);
    const dry = await test.client.imports.dryRun({ file, settings: settings() });
    expect(await test.client.imports.result(dry)).toMatchObject({ dryRun: true, import: null, counts: { new: 4, quarantined: 1 } });
    const job = await test.client.imports.start({ file, settings: settings({ customer: 'Acme' }) });
    const events = [];
    for await (const event of await test.client.jobs.watch(job)) events.push(event);
    expect(events.at(-1)?.state).toBe('done');
    const { import: id } = await test.client.imports.result(job);
    const [listed] = await test.client.imports.list();
    expect(listed).toMatchObject({ id, profile: 'servicenow-event-log', source: 'ServiceNow event log · Acme', counts: { read: 5, new: 4, quarantined: 1 }, isUndone: false });
    const shown = await test.client.imports.show({ id: id ?? '' });
    expect(shown.reasons).toEqual([{ code: 'field-count', text: 'Another number of fields than the header', count: 1, line: 6, detail: '2 fields instead of 9', raw: 'INC9,New' }]);
    expect(await test.client.imports.problems({ id: id ?? '', code: 'field-count' })).toMatchObject({ total: 1, rows: [{ line: 6 }] });
    expect(await test.client.imports.coverages()).toMatchObject([{ source: 'ServiceNow event log · Acme', kind: 'tickets', service: null }]);
    expect(await test.client.imports.undo({ id: id ?? '' })).toMatchObject({ undone: true, tickets: { removed: 2 }, rows: { removed: 4 } });
    expect((await test.client.imports.list())[0]?.isUndone).toBe(true);
  });

  it('an edited value map gives known values another meaning, even where all rows are there already', async () => {
    const test = openTestCore();
    await test.client.imports.result(await test.client.imports.start({ file: adopt(test, csv()), settings: settings() }));
    const [shipped] = await test.client.imports.profiles.list({ kind: 'tickets' });
    if (!shipped) throw new Error('No profile is shipped.');
    const profile = { ...shipped.profile, values: { ...shipped.profile.values, state: { ...shipped.profile.values.state, 'Awaiting User Info': { class: 'active' as const } } } };
    const answer = await test.client.imports.result(await test.client.imports.start({ file: adopt(test, csv()), settings: settings({ profile }) }));
    expect(answer.counts.unchanged).toBe(4);
    const ticket = await test.client.tickets.show({ key: 'INC1' });
    expect(ticket.events[1]).toMatchObject({ state: 'Awaiting User Info', stateClass: 'active', pauseReason: null, updates: 1, line: 3 });
  });
});

describe('tickets', () => {
  it('come in windows, filtered and sorted by several columns', async () => {
    const test = openTestCore();
    await test.client.imports.result(await test.client.imports.start({ file: adopt(test, csv()), settings: settings({ customer: 'Acme', service: 'Mail' }) }));
    expect(await test.client.tickets.list({})).toMatchObject({ total: 2, rows: [{ key: 'INC2' }, { key: 'INC1', state: 'Resolved', stateClass: 'resolved', priority: '1 - Critical', customer: 'Acme', service: 'Mail', hasHistory: true }] });
    expect(await test.client.tickets.list({ sort: [{ by: 'priority' }, { by: 'key' }], limit: 1, offset: 1 })).toMatchObject({ total: 2, rows: [{ key: 'INC2' }] });
    expect((await test.client.tickets.list({ filter: { states: ['resolved'] } })).rows.map(({ key }) => key)).toEqual(['INC1']);
    expect((await test.client.tickets.list({ filter: { search: 'inc2', teams: ['Network'] } })).rows.map(({ key }) => key)).toEqual(['INC2']);
    expect((await test.client.tickets.list({ filter: { search: '"; DROP' } })).total).toBe(0);
    expect(await test.client.tickets.show({ key: 'INC1' })).toMatchObject({ missingUpdates: 1, isTyped: false, events: [{ state: 'New' }, { state: 'Awaiting User Info' }, { state: 'Resolved' }] });
  });

  it('can be typed, typed again and removed; times that cannot be are refused', async () => {
    const { client } = openTestCore();
    const { no } = await client.tickets.save({ key: 'H-1', title: 'Call from "Acme", urgent', opened: '2026-01-13T09:00', resolved: '2026-01-13T10:00', customer: 'Acme', zone: 'Europe/Berlin' });
    expect(await client.tickets.show({ no })).toMatchObject({ key: 'H-1', title: 'Call from "Acme", urgent', isTyped: true, openedAt: Date.UTC(2026, 0, 13, 8) });
    expect(await client.tickets.save({ key: 'H-1', opened: '2026-01-13T09:00', resolved: '2026-01-13T11:00', zone: 'Europe/Berlin' })).toEqual({ no });
    expect(await client.tickets.show({ no })).toMatchObject({ resolvedAt: Date.UTC(2026, 0, 13, 10), revision: 2 });
    await expect(client.tickets.save({ key: 'H-2', opened: '2026-01-13T09:00Z', resolved: '2026-01-13T08:00Z' })).rejects.toMatchObject({ data: { code: 'invalid-input', message: expect.stringContaining('Stopped before it was opened') } });
    expect(await client.imports.coverages()).toEqual([]);
    await client.tickets.remove({ no });
    expect((await client.tickets.list({})).total).toBe(0);
  });
});

describe('outages, maintenance windows and metric values by hand', () => {
  it('an outage', async () => {
    const { client } = openTestCore();
    const outage = { service: 'Mail', start: '2026-01-13T09:00Z', end: '2026-01-13T09:40Z', reason: 'Disk' };
    const { no } = await client.outages.create(outage);
    await client.outages.change({ ...outage, no, end: null });
    expect(await client.outages.show({ no })).toMatchObject({ service: 'Mail', kind: 'outage', to: null, isTyped: true, revision: 2 });
    expect((await client.outages.list({ from: Date.UTC(2026, 1, 1) })).total).toBe(1);
    await expect(client.outages.create({ ...outage, end: '2026-01-13T08:00Z' })).rejects.toMatchObject({ data: { code: 'invalid-input', details: [{ path: 'end' }] } });
    await client.outages.remove({ no });
    expect((await client.outages.list({})).total).toBe(0);
  });

  it('a maintenance window', async () => {
    const { client } = openTestCore();
    const window = { service: 'Mail', start: '2026-01-20T22:00', end: '2026-01-21T02:00', reason: 'Patch day', zone: 'Europe/Berlin' };
    const { id } = await client.maintenance.create(window);
    await client.maintenance.change({ ...window, id, approvedBy: 'Bo Ek' });
    expect((await client.maintenance.list({})).rows).toMatchObject([{ id, service: 'Mail', from: Date.UTC(2026, 0, 20, 21), approvedBy: 'Bo Ek', zone: 'Europe/Berlin' }]);
    await expect(client.maintenance.create({ ...window, end: '2026-01-20T22:00' })).rejects.toMatchObject({ data: { code: 'invalid-input' } });
    await client.maintenance.remove({ id });
    expect((await client.maintenance.list({})).total).toBe(0);
  });

  it('a metric value', async () => {
    const { client } = openTestCore();
    const reading = { metric: 'First-contact resolution', from: '2026-01-01', to: '2026-01-31', value: 71.25, unit: '%', service: 'Desk' };
    const { id } = await client.readings.create(reading);
    await client.readings.change({ ...reading, id, value: 72 });
    expect((await client.readings.list({ metric: 'first-contact resolution' })).rows).toMatchObject([{ id, value: 72, service: 'Desk', isTyped: true }]);
    await expect(client.readings.create({ ...reading, value: null })).rejects.toMatchObject({ data: { code: 'invalid-input', details: [{ path: 'value' }] } });
    await expect(client.readings.create({ ...reading, to: '2025-12-31' })).rejects.toMatchObject({ data: { code: 'invalid-input', details: [{ path: 'to' }] } });
    await client.readings.remove({ id });
    expect((await client.readings.list({})).total).toBe(0);
  });

  it('what span is known can be stated by hand', async () => {
    const { client } = openTestCore();
    await client.imports.setCoverage({ kind: 'outages', from: '2026-01-01', to: '2026-02-01' });
    expect(await client.imports.coverages()).toMatchObject([{ source: 'Entered by hand', kind: 'outages' }]);
    await expect(client.imports.setCoverage({ kind: 'outages', from: '2026-02-01', to: '2026-01-01' })).rejects.toMatchObject({ data: { code: 'invalid-input' } });
  });
});
