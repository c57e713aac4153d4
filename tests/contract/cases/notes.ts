import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

async function acme({ client }: CaseWorld): Promise<{ organisation: string; ann: string; bo: string }> {
  const ann = await client.people.create({ name: 'Ann Lee', organisation: 'Acme' });
  const bo = await client.people.create({ name: 'Bo Lind', organisation: 'Acme' });
  return { organisation: (await client.organisations.show({ id: 'Acme' })).id, ann: ann.id, bo: bo.id };
}

/** What was said, and by whom. */
export const notesCases: CallCases = {
  'notes.list': async (world) => {
    const { organisation, ann, bo } = await acme(world);
    await world.client.notes.create({ organisation, text: 'Wants our answer by Thursday.', channel: 'telephone', said: [ann], at: 1000 });
    await world.client.notes.create({ organisation, text: 'Read page by page.', channel: 'meeting', said: [bo, ann], at: 2000 });
    const listed = await world.client.notes.list({ organisation });
    expect(listed).toMatchObject({ total: 2, notes: [{ text: 'Read page by page.', channel: 'meeting', said: [{ name: 'Bo Lind' }, { name: 'Ann Lee' }], at: 2000 }, { said: [{ name: 'Ann Lee' }] }] });
    expect(await world.client.notes.list({ person: ann })).toMatchObject({ total: 2 });
    expect(await world.client.notes.list({ person: bo, limit: 1 })).toMatchObject({ total: 1, notes: [{ organisation: 'Acme' }] });
  },
  'notes.create': async (world) => {
    const { organisation } = await acme(world);
    const unknown: unknown = await world.client.notes.create({ organisation, text: 'x', channel: 'mail', said: ['nobody'] }).catch((error: unknown) => error);
    expect(refusalOf(unknown)).toMatchObject({ code: 'not-found', details: [{ path: 'said.0' }] });
    const empty: unknown = await world.client.notes.create({ organisation, text: '  ', channel: 'mail' }).catch((error: unknown) => error);
    expect(refusalOf(empty)).toMatchObject({ code: 'invalid-input' });
    await world.client.notes.create({ organisation, text: 'Hello', channel: 'mail' });
    expect(await world.client.notes.list({ organisation })).toMatchObject({ total: 1, notes: [{ text: 'Hello', said: [] }] });
  },
  'notes.change': async (world) => {
    const { organisation, ann, bo } = await acme(world);
    const { id } = await world.client.notes.create({ organisation, text: 'Hello', channel: 'mail', said: [ann] });
    await world.client.notes.change({ id, text: 'Hello again', channel: 'telephone', said: [bo, ann], at: 5000 });
    expect(await world.client.notes.list({ organisation })).toMatchObject({ notes: [{ id, text: 'Hello again', channel: 'telephone', said: [{ id: bo }, { id: ann }], at: 5000 }] });
  },
  'notes.remove': async (world) => {
    const { organisation, ann } = await acme(world);
    const { id } = await world.client.notes.create({ organisation, text: 'Hello', channel: 'mail', said: [ann] });
    const since = 0;
    expect(await world.client.notes.remove({ id })).toEqual({ removed: true });
    expect(await world.client.notes.list({ organisation })).toMatchObject({ total: 0 });
    const { id: change } = await world.client.history.latest({ command: 'notes.remove', since });
    await world.client.history.undo({ id: change ?? '' });
    expect(await world.client.notes.list({ organisation })).toMatchObject({ total: 1, notes: [{ id, said: [{ id: ann }] }] });
    const again: unknown = await world.client.notes.remove({ id: 'gone' }).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'not-found' });
  },
};
