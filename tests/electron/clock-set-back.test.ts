import path from 'node:path';
import { expect, it } from 'vitest';
import { openCore } from '#electron/core.ts';
import { problemsOf } from '#db/workspace/check.ts';
import { createClient } from '#electron/router.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { emptyFolder } from '#tests/fixtures/core.ts';

const year = 365 * 86_400_000;

it('a clock that is set back a year loses nothing: the log keeps its order, undo and history go on', async () => {
  const folder = emptyFolder();
  const now = { at: Date.UTC(2026, 10, 24, 9) };
  const core = openCore({ data: folder, config: path.join(folder, 'config'), clock: () => (now.at += 1000) });
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Cara Moss', zone: 'Europe/Berlin' });
  const { id } = await client.agreements.create(mailDocument());
  now.at -= year;
  const before = await client.agreements.view({ id });
  await client.agreements.edit({ id, hash: before.hash, edits: [{ kind: 'set-dates', review: { everyMonths: 6 } }] });
  const { entries } = await client.history.list({ of: { kind: 'agreement', id } });
  expect(entries.map((entry) => entry.command)).toEqual(['agreements.edit', 'agreements.create']);
  expect(entries[0]?.at).toBeLessThan(entries[1]?.at ?? 0);
  const stamps = core.context.store.read((reader) => reader.all<{ stamp: string }>('SELECT stamp FROM changes ORDER BY no')).map((row) => row.stamp);
  expect(stamps.toSorted()).toEqual(stamps);
  await client.history.undo({ id: entries[0]?.id ?? '' });
  expect((await client.agreements.view({ id })).document.review).toEqual(before.document.review);
  await core.close();
  const again = openCore({ data: folder, config: path.join(folder, 'config'), clock: () => (now.at += 1000) });
  expect(again.context.store.device.id).toBe(core.context.store.device.id);
  expect(again.context.store.read(problemsOf)).toEqual([]);
  await again.close();
});
