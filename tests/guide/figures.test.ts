import { expect, it } from 'vitest';
import { readGuide } from '#build/guide.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import type { Block } from '#shared/guide/model.ts';
import { inlineText } from '#shared/guide/sections.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

/** The day of the examples and of the pictures. */
const now = Date.UTC(2026, 10, 24, 9, 30);
const chapter = readGuide().find(({ name }) => name === 'counting');
const tables = (chapter?.blocks ?? []).filter((block) => block.kind === 'table').map(rowsOf);

it('the figures of “How Parley counts” are those of the sample workspace', async () => {
  const { client } = openTestCore(now);
  await client.sample.create();
  const id = (await client.agreements.list({})).find(({ number }) => number === 'SLA-2025-0004')?.id ?? '';
  const question = { id, version: 1 };

  const first = await client.compliance.ledger({ ...question, ticket: 'SWI-CL00549', term: 'T-004' });
  expect(tables[0]?.map(withoutDay)).toEqual(first.ledger.stretches.map(asRow));
  expect(tables[1]).toEqual([...(['counted', 'paused', 'out of hours'] as const).map((name) => [name, hoursMinutes(first.ledger.sums[name] ?? 0, true)]), ['wall time', hoursMinutes(first.ledger.sums.wall ?? 0, true)]]);
  expect(first.ledger).toMatchObject({ verdict: 'met', start: '2026-10-15T10:59:57+02:00', due: '2026-10-16T13:45:26+02:00' });

  const reopened = await client.compliance.ledger({ ...question, ticket: 'SWI-CL00571', term: 'T-004' });
  expect(tables[3]?.map(withoutDay)).toEqual(reopened.ledger.stretches.slice(-4).map(asRow));

  for (const [index, term] of ['T-003', 'T-004'].entries()) {
    const months = await Promise.all(['2026-08', '2026-09', '2026-10'].map(async (month) => {
      const { rows } = await client.compliance.tickets({ ...question, term, from: `${month}-01`, to: `${nextMonth(month)}-01`, limit: 500 });
      const decided = rows.filter(({ verdict }) => verdict === 'met' || verdict === 'missed');
      return `${decided.filter(({ verdict }) => verdict === 'met').length} of ${decided.length}`;
    }));
    expect(tables[4]?.[index]?.slice(1)).toEqual(months);
  }
}, 180_000);

function nextMonth(month: string): string {
  return `2026-${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
}

function rowsOf(block: Extract<Block, { kind: 'table' }>): readonly (readonly string[])[] {
  return block.rows.map((row) => row.map(inlineText));
}

function withoutDay([from = '', ...rest]: readonly string[]): readonly string[] {
  return [from.replace(/^\d+ \w+ /u, ''), ...rest];
}

function asRow(stretch: { readonly from: string; readonly to: string; readonly class: string; readonly reason: string | null; readonly rule: string; readonly ms: number }): readonly string[] {
  return [stretch.from.slice(11, 19), stretch.to.slice(11, 19), stretch.reason === null ? stretch.class : `${stretch.class} (${stretch.reason})`, stretch.rule, hoursMinutes(stretch.ms, true)];
}
