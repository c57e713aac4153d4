import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases } from '../case.ts';

/** The way back of every change, the recycle bin and the archive; `of`, `latest` and `undo` stand with the catalogue. */
export const historyCases: CallCases = {
  'history.list': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail' });
    await client.services.change({ id, status: 'retired' });
    const page = await client.history.list({ limit: 1 });
    expect(page).toMatchObject({
      entries: [{ command: 'services.change', about: { kind: 'service', id, name: 'Mail' }, way: 'undo', isUndone: false, rows: [{ operation: 'update', fields: [{ field: 'status', before: 'live', after: 'retired' }] }] }],
      next: expect.any(Number) as unknown,
    });
    expect(await client.history.list({ before: page.next ?? 0, of: { kind: 'service', id } })).toMatchObject({ entries: [{ command: 'services.create' }], next: null });
  },
  'history.redo': async ({ client }) => {
    await client.services.create({ name: 'Mail' });
    const { id } = await client.history.latest({ command: 'services.create' });
    const early: unknown = await client.history.redo({ id: id ?? '' }).catch((error: unknown) => error);
    expect(refusalOf(early)?.code).toBe('conflict');
    await client.history.undo({ id: id ?? '' });
    await client.history.redo({ id: id ?? '' });
    expect(await client.services.list()).toMatchObject([{ name: 'Mail' }]);
  },
  'history.deleted': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail' });
    expect(await client.history.deleted()).toEqual([]);
    await client.services.remove({ id });
    const [deleted] = await client.history.deleted();
    expect(deleted).toMatchObject({ table: 'services', name: 'Mail', along: [] });
    await client.history.undo({ id: deleted?.change ?? '' });
    expect(await client.history.deleted()).toEqual([]);
    expect(await client.services.show({ id })).toMatchObject({ name: 'Mail' });
  },
  'history.archive': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail' });
    expect(await client.history.archive({ kind: 'service', id, archived: true })).toEqual({ archivedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u) as unknown });
    expect(await client.services.list()).toEqual([]);
    expect(await client.services.list({ archived: true })).toMatchObject([{ name: 'Mail' }]);
    expect(await client.history.archive({ kind: 'service', id, archived: false })).toEqual({ archivedOn: null });
    const unknown: unknown = await client.history.archive({ kind: 'service', id: 'nothing', archived: true }).catch((error: unknown) => error);
    expect(refusalOf(unknown)?.code).toBe('not-found');
  },
  'history.archived': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail' });
    await client.history.archive({ kind: 'service', id, archived: true });
    expect(await client.history.archived()).toEqual([{ kind: 'service', id, name: 'Mail', on: expect.any(String) as unknown }]);
  },
};
