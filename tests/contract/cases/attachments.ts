import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { largestAttachment } from '#shared/attachments/model.ts';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

function offered({ core }: CaseWorld, bytes: Uint8Array | string, name = 'minutes.html'): string {
  return core.context.files.offer(name, 'text/html', typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes).id;
}

async function organisation({ client }: CaseWorld): Promise<{ kind: 'organisation'; id: string }> {
  await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
  return { kind: 'organisation', id: (await client.organisations.create({ name: 'Acme' })).id };
}

/** Files on records. */
export const attachmentsCases: CallCases = {
  'attachments.add': async (world) => {
    const to = await organisation(world);
    const text = '<script>alert(1)</script>';
    const added = await world.client.attachments.add({ to, file: offered(world, text) });
    expect(added).toMatchObject({ name: 'minutes.html', bytes: text.length, sha256: createHash('sha256').update(text).digest('hex'), by: 'Ann Lee' });
    const second = await world.client.attachments.add({ to, file: offered(world, text, 'the same.html') });
    expect(second).toMatchObject({ name: 'the same.html', sha256: added.sha256 });
    const tooLarge: unknown = await world.client.attachments.add({ to, file: offered(world, new Uint8Array(largestAttachment + 1), 'film.mp4') }).catch((error: unknown) => error);
    expect(refusalOf(tooLarge)).toMatchObject({ code: 'invalid-input', message: 'film.mp4 is larger than 50 MB.' });
    const place = path.join(world.core.folder, 'stick.txt');
    writeFileSync(place, 'here');
    const gone = world.core.context.files.adopt(place, 4).id;
    rmSync(place);
    const vanished: unknown = await world.client.attachments.add({ to, file: gone }).catch((error: unknown) => error);
    expect(refusalOf(vanished)).toMatchObject({ code: 'not-found', incident: null, wayOut: 'Choose the file again.' });
    const nowhere: unknown = await world.client.attachments.add({ to: { kind: 'person', id: 'nobody' }, file: offered(world, 'x') }).catch((error: unknown) => error);
    expect(refusalOf(nowhere)).toMatchObject({ code: 'not-found', details: [{ path: 'id' }] });
    expect((await world.client.attachments.list(to)).map(({ name }) => name)).toEqual(['minutes.html', 'the same.html']);
  },
  'attachments.list': async (world) => {
    await organisation(world);
    await world.client.services.create({ name: 'Mail' });
    const { no } = await world.client.outages.create({ service: 'Mail', kind: 'outage', start: '2026-01-12T10:00:00Z', end: '2026-01-12T11:00:00Z' });
    const to = { kind: 'outage' as const, id: String(no) };
    expect(await world.client.attachments.list(to)).toEqual([]);
    await world.client.attachments.add({ to, file: offered(world, 'report', 'report.pdf') });
    await world.client.attachments.add({ to, file: offered(world, 'second', 'second.pdf') });
    expect((await world.client.attachments.list(to)).map(({ name }) => name)).toEqual(['report.pdf', 'second.pdf']);
    await world.client.outages.remove({ no });
    const { id: change } = await world.client.history.latest({ command: 'outages.remove', since: 0 });
    await world.client.history.undo({ id: change ?? '' });
    expect((await world.client.attachments.list(to)).map(({ name }) => name)).toEqual(['report.pdf', 'second.pdf']);
  },
  'attachments.remove': async (world) => {
    const to = await organisation(world);
    const { id } = await world.client.attachments.add({ to, file: offered(world, 'x') });
    expect(await world.client.attachments.remove({ id })).toEqual({ removed: true });
    expect(await world.client.attachments.list(to)).toEqual([]);
    const { id: change } = await world.client.history.latest({ command: 'attachments.remove', since: 0 });
    await world.client.history.undo({ id: change ?? '' });
    expect(await world.client.attachments.list(to)).toMatchObject([{ id, name: 'minutes.html', by: 'Ann Lee' }]);
    expect((await world.client.history.list({ of: to })).entries.map(({ command }) => command)).toContain('attachments.add');
    const again: unknown = await world.client.attachments.remove({ id: 'gone' }).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'not-found' });
  },
};
