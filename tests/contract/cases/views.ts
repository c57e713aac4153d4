import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases } from '../case.ts';

const arrangement = { order: ['key', 'state'], hidden: ['team'], widths: { key: 120 } };
const query = { search: { state: ['running'], sort: '-opened' }, arrangement };

/** Saved views of lists, how tables stand, and lists as files. */
export const viewsCases: CallCases = {
  'views.list': async ({ client }) => {
    await client.views.save({ place: 'tickets', name: 'Open ones', isShared: true, query });
    expect(await client.views.list({ place: 'tickets' })).toMatchObject([{ name: 'Open ones', isShared: true, query }]);
    expect(await client.views.list({ place: 'outages' })).toEqual([]);
  },
  'views.save': async ({ client }) => {
    await client.views.save({ place: 'tickets', name: 'Open ones', query });
    const twice: unknown = await client.views.save({ place: 'tickets', name: 'open ones', query }).catch((error: unknown) => error);
    expect(refusalOf(twice)).toMatchObject({ code: 'conflict' });
  },
  'views.change': async ({ client }) => {
    const { id } = await client.views.save({ place: 'tickets', name: 'Open ones', query });
    await client.views.change({ id, name: 'Running', isShared: true });
    expect(await client.views.list({ place: 'tickets' })).toMatchObject([{ name: 'Running', isShared: true }]);
  },
  'views.remove': async ({ client }) => {
    const { id } = await client.views.save({ place: 'tickets', name: 'Open ones', query });
    expect(await client.views.remove({ id })).toEqual({ removed: true });
    const change = await client.history.latest({ command: 'views.remove' });
    await client.history.undo({ id: change.id ?? '' });
    expect(await client.views.list({ place: 'tickets' })).toMatchObject([{ id, name: 'Open ones' }]);
  },
  'views.arrangements': async ({ client }) => {
    expect(await client.views.arrangements()).toEqual({});
  },
  'views.arrange': async ({ client }) => {
    await client.views.arrange({ place: 'tickets', arrangement });
    expect(await client.views.arrangements()).toEqual({ tickets: arrangement });
  },
  'exports.start': async ({ client }) => {
    const { id } = await client.exports.start({ kind: 'tickets', name: 'Tickets', format: 'xlsx', query: {}, columns: [{ id: 'key', head: 'Ticket' }, { id: 'opened', head: 'Opened' }] });
    expect(await client.exports.result({ id })).toMatchObject({ name: 'Tickets.xlsx', rows: 0 });
  },
  'exports.result': async ({ client, core }) => {
    const { id } = await client.exports.start({ kind: 'rows', name: 'Names', format: 'csv', columns: [{ head: 'Name', kind: 'text' }, { head: 'Time', kind: 'duration' }], rows: [['=1+1', 5_400_000]] });
    const made = await client.exports.result({ id });
    expect(made).toMatchObject({ name: 'Names.csv', rows: 1 });
    expect(new TextDecoder().decode(core.context.files.read(made.file))).toContain("'=1+1,1:30:00");
  },
};
