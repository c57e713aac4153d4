import { expect, it } from 'vitest';
import { sampleStrip } from '#shared/sample/strip.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

it('tells the story of the sample: what cannot wait, what is at risk, and how the agreements stand', async () => {
  const { client } = openTestCore();
  await client.sample.create();
  const today = await client.today.list({});
  expect(today.items[0]).toMatchObject({ kind: 'notice', urgency: 'lapses', about: 'Fablewick Foods · Mail and calendar', on: '2026-11-27', isMine: true });
  expect(new Set(today.items.map((item) => item.kind))).toEqual(new Set(['notice', 'review', 'source', 'approve', 'sign', 'quarantine', 'ask', 'complete']));
  expect(today.risks.map((risk) => risk.target)).toContain('Resolution P1');
  const strip = (title: string) => today.portfolio.rows.find((row) => row.title === title)?.months ?? [];
  expect(strip('Warehouse platform').find((month) => month.month === '2026-03')).toMatchObject({ state: 'missed' });
  expect(strip('Patient records').slice(6, 12).every((month) => month.state === 'met')).toBe(true);
  expect(strip('Mail and calendar').some((month) => month.state === 'partly')).toBe(true);
  expect(strip('Pier network').at(-1)).toMatchObject({ state: 'notMeasured' });
  expect(today.done).toHaveLength(5);
  // The first start shows the story before it is made: what comes is the same.
  for (const line of sampleStrip(Date.UTC(2026, 10, 24, 9))) {
    const told = line.months.map((month) => `${month.month} ${month.state} ${month.state === 'missed' ? month.missed : ''}`);
    expect(strip(line.service === 'Site network' ? 'Pier network' : line.service).map((month) => `${month.month} ${month.state} ${month.state === 'missed' ? month.missed : ''}`)).toEqual(told);
  }
}, 120_000);

it('leaves nothing of the sample behind, and the workspace begins anew', async () => {
  const { client, core } = openTestCore();
  await client.sample.create();
  expect(await client.sample.remove()).toMatchObject({ started: false, isSample: false });
  expect(core.context.store.read((reader) => reader.value<number>('SELECT count(*) FROM tickets'))).toBe(0);
  expect(await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' })).toMatchObject({ started: true, name: 'North IT' });
  expect(await client.workspace.check()).toMatchObject({ ok: true });
  await expect(client.sample.create()).rejects.toMatchObject({ data: { code: 'conflict' } });
}, 120_000);
