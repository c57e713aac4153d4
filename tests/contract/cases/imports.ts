import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

const header = 'number,incident_state,sys_mod_count,opened_at,sys_updated_at,priority,assignment_group,resolved_at,closed_at';
const log = [
  header,
  'INC1,New,0,13/1/2026 09:00,13/1/2026 09:05,1 - Critical,Desk,?,?',
  'INC1,Resolved,1,13/1/2026 09:00,13/1/2026 12:00,1 - Critical,Desk,13/1/2026 12:00,?',
  'INC2,Active,0,14/1/2026 09:00,14/1/2026 09:05,2 - High,Network,?,?',
  'INC9,New',
  '',
].join('\n');
const settings = { kind: 'tickets' as const, zone: 'UTC', customer: 'Acme' };

function adopt({ core }: CaseWorld): string {
  const file = path.join(core.folder, 'incidents.csv');
  writeFileSync(file, log);
  return core.context.files.adopt(file, log.length).id;
}

async function imported(world: CaseWorld): Promise<string> {
  const { id } = await world.client.imports.start({ file: adopt(world), settings });
  return (await world.client.imports.result({ id })).import ?? '';
}

/** Imports, their profiles and coverages, and the tickets that came of them. */
export const importsCases: CallCases = {
  'imports.preview': async (world) => {
    const { id } = await world.client.imports.preview({ file: adopt(world), settings });
    const states: string[] = [];
    for await (const event of await world.client.jobs.watch({ id })) states.push(event.state);
    expect(states.at(-1)).toBe('done');
    const gone: unknown = await world.client.imports.preview({ file: 'gone', settings }).catch((error: unknown) => error);
    expect(refusalOf(gone)).toMatchObject({ code: 'not-found' });
  },
  'imports.previewed': async (world) => {
    const { id } = await world.client.imports.preview({ file: adopt(world), settings });
    expect(await world.client.imports.previewed({ id })).toMatchObject({ title: 'ServiceNow event log', rows: 4 });
  },
  'imports.dryRun': async (world) => {
    const { id } = await world.client.imports.dryRun({ file: adopt(world), settings });
    expect(await world.client.imports.result({ id })).toMatchObject({ dryRun: true, import: null, counts: { new: 3, quarantined: 1 } });
  },
  'imports.start': async (world) => {
    const { id } = await world.client.imports.start({ file: adopt(world), settings });
    const states: string[] = [];
    for await (const event of await world.client.jobs.watch({ id })) states.push(event.state);
    expect(states.at(-1)).toBe('done');
  },
  'imports.result': async (world) => {
    await imported(world);
    const { id } = await world.client.imports.start({ file: adopt(world), settings });
    expect(await world.client.imports.result({ id })).toMatchObject({ import: null, counts: { new: 0, unchanged: 3 } });
  },
  'imports.list': async (world) => {
    const id = await imported(world);
    expect(await world.client.imports.list()).toMatchObject([{ id, isUndone: false, counts: { read: 4, new: 3, quarantined: 1 } }]);
  },
  'imports.show': async (world) => {
    const id = await imported(world);
    expect(await world.client.imports.show({ id })).toMatchObject({ id, reasons: [{ code: 'field-count', count: 1 }] });
  },
  'imports.problems': async (world) => {
    const id = await imported(world);
    expect(await world.client.imports.problems({ id })).toMatchObject({ total: 1, rows: [{ raw: 'INC9,New' }] });
  },
  'imports.exportProblems': async (world) => {
    const id = await imported(world);
    const { file, rows } = await world.client.imports.exportProblems({ id });
    expect(rows).toBe(1);
    expect(Buffer.from(world.core.context.files.read(file)).toString()).toContain('INC9,New');
  },
  'imports.effects': async (world) => {
    const id = await imported(world);
    expect(await world.client.imports.effects({ id })).toBeNull();
    expect(await world.client.imports.effects({ id: 'another' })).toBeNull();
  },
  'imports.leaveOut': async (world) => {
    const id = await imported(world);
    expect(await world.client.imports.leaveOut({ id, lines: [5, 999] })).toEqual({ left: 1 });
    expect(await world.client.imports.show({ id })).toMatchObject({ reasons: [], leftOut: 1, waitingTickets: 0 });
    const { id: change } = await world.client.history.latest({ command: 'imports.leave-out', since: 0 });
    await world.client.history.undo({ id: change ?? '' });
    expect(await world.client.imports.show({ id })).toMatchObject({ reasons: [{ code: 'field-count', count: 1 }], leftOut: 0 });
  },
  'imports.correct': async (world) => {
    const id = await imported(world);
    const job = await world.client.imports.correct({ id, rows: [{ line: 5, raw: 'INC9,New,0,13/1/2026 09:00,13/1/2026 09:05,1 - Critical,Desk,?,?' }] });
    expect(await world.client.imports.result(job)).toMatchObject({ counts: { new: 1, quarantined: 0 } });
    expect((await world.client.imports.show({ id })).reasons).toEqual([]);
    const still = await world.client.imports.correct({ id, rows: [{ line: 5, raw: 'INC9,New' }] });
    expect(await world.client.imports.result(still)).toMatchObject({ import: null, quarantine: [{ row: 2, code: 'field-count' }] });
  },
  'imports.undo': async (world) => {
    const id = await imported(world);
    expect(await world.client.imports.undo({ id })).toMatchObject({ id, undone: true, tickets: { removed: 2 } });
    const again: unknown = await world.client.imports.undo({ id }).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'rule-violated' });
  },
  'imports.profiles.list': async ({ client }) => {
    expect((await client.imports.profiles.list({ kind: 'tickets' })).map((profile) => profile.title)).toContain('ServiceNow event log');
  },
  'imports.profiles.save': async ({ client }) => {
    const [shipped] = await client.imports.profiles.list({ kind: 'tickets' });
    if (!shipped) throw new Error('No profile is shipped.');
    await client.imports.profiles.save({ profile: { ...shipped.profile, name: 'Our log' } });
    expect((await client.imports.profiles.list({})).find((profile) => profile.title === 'Our log')).toMatchObject({ isShipped: false });
    const taken: unknown = await client.imports.profiles.save({ profile: shipped.profile }).catch((error: unknown) => error);
    expect(refusalOf(taken)).toMatchObject({ code: 'conflict' });
  },
  'imports.profiles.rename': async ({ client }) => {
    const [shipped] = await client.imports.profiles.list({ kind: 'tickets' });
    if (!shipped) throw new Error('No profile is shipped.');
    const { id } = await client.imports.profiles.save({ profile: { ...shipped.profile, name: 'Our log' } });
    await client.imports.profiles.rename({ id, name: 'North log' });
    expect((await client.imports.profiles.list({})).find((profile) => profile.id === id)).toMatchObject({ title: 'North log', profile: { source: 'Our log' } });
    const other = await client.imports.profiles.save({ profile: { ...shipped.profile, name: 'Our log' } });
    const taken: unknown = await client.imports.profiles.rename({ id: other.id, name: 'North log' }).catch((error: unknown) => error);
    expect(refusalOf(taken)).toMatchObject({ code: 'conflict' });
  },
  'imports.profiles.remove': async ({ client }) => {
    const [shipped] = await client.imports.profiles.list({ kind: 'tickets' });
    if (!shipped) throw new Error('No profile is shipped.');
    const { id } = await client.imports.profiles.save({ profile: { ...shipped.profile, name: 'Our log' } });
    expect(await client.imports.profiles.remove({ id })).toEqual({ removed: true });
  },
  'imports.coverages': async (world) => {
    await imported(world);
    expect(await world.client.imports.coverages()).toMatchObject([{ kind: 'tickets', service: null }]);
  },
  'imports.setCoverage': async ({ client }) => {
    expect(await client.imports.setCoverage({ kind: 'tickets', from: '2026-01-01', to: '2026-02-01' })).toEqual({ from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) });
  },
  'imports.remap': async (world) => {
    await imported(world);
    const [coverage] = await world.client.imports.coverages();
    await world.client.imports.remap({ sourceId: coverage?.sourceId ?? '', field: 'status', value: 'Active', stateClass: 'waiting', pauseReason: 'customer' });
    const ticket = await world.client.tickets.show({ key: 'INC2' });
    expect(ticket.events).toMatchObject([{ state: 'Active', stateClass: 'waiting', pauseReason: 'customer' }]);
  },
  'tickets.list': async (world) => {
    await imported(world);
    expect(await world.client.tickets.list({})).toMatchObject({ total: 2, rows: [{ key: 'INC2' }, { key: 'INC1' }] });
  },
  'tickets.show': async (world) => {
    await imported(world);
    expect(await world.client.tickets.show({ key: 'INC1' })).toMatchObject({ key: 'INC1', customer: 'Acme' });
  },
  'tickets.save': async ({ client }) => {
    await client.tickets.save({ key: 'T-1', opened: '2026-01-13T09:00:00Z', resolved: '2026-01-13T10:00:00Z' });
    const wrong: unknown = await client.tickets.save({ key: 'T-2', opened: '2026-01-13T09:00:00Z', resolved: '2026-01-12T10:00:00Z' }).catch((error: unknown) => error);
    expect(refusalOf(wrong)).toMatchObject({ code: 'invalid-input' });
    expect(await client.tickets.list({})).toMatchObject({ total: 1 });
  },
  'tickets.remove': async ({ client }) => {
    const { no } = await client.tickets.save({ key: 'T-1', opened: '2026-01-13T09:00:00Z' });
    expect(await client.tickets.remove({ no })).toEqual({ removed: true });
  },
};
