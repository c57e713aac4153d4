import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importSettingsSchema } from '#shared/imports/model.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { signedVersions } from '#tests/fixtures/versions.ts';
import { csv } from './importing.ts';

const settings = importSettingsSchema.parse({ kind: 'tickets', zone: 'Europe/Berlin', customer: 'Acme', service: 'Mail', coverage: { from: '2026-02-01', to: '2026-03-01' } });

/** A critical ticket of one row, opened at nine on a day in February. */
function ticket(key: string, day: number, stopped: string): readonly string[] {
  return [key, 'Resolved', '0', `${day}/2/2026 09:00`, `${day}/2/2026 ${stopped}`, '1 - Critical', 'Desk', `${day}/2/2026 ${stopped}`, '?'];
}

const inTime = [ticket('INC1', 10, '10:00'), ticket('INC2', 11, '10:00')];
const late = [ticket('INC3', 12, '16:00')];

async function taken({ core, client, folder }: TestCore, rows: readonly (readonly string[])[]): Promise<string> {
  const file = path.join(folder, 'incidents.csv');
  writeFileSync(file, csv(rows));
  const job = await client.imports.start({ file: core.context.files.adopt(file, 1).id, settings });
  return (await client.imports.result(job)).import ?? '';
}

describe('what an import changes for the targets of the open month', { timeout: 120_000 }, () => {
  it('a target that falls below its goal is at risk, with what it was before and what it is now', async () => {
    const test = openTestCore();
    const agreement = await signedVersions(test, [{}]);
    await taken(test, inTime);
    const id = await taken(test, [...inTime, ...late]);
    expect(await test.client.imports.effects({ id })).toMatchObject({
      month: '2026-02',
      changes: [{ agreement: { id: agreement }, customers: ['Acme'], priority: 'P1', goalPercent: 90, before: { met: 2, of: 2 }, now: { met: 2, of: 3 }, isAtRisk: true }],
    });
  });

  it('a first import is compared with nothing measured', async () => {
    const test = openTestCore();
    await signedVersions(test, [{}]);
    const id = await taken(test, late);
    expect((await test.client.imports.effects({ id }))?.changes).toMatchObject([{ before: null, now: { met: 0, of: 1 }, isAtRisk: true }]);
  });

  it('stays as it was found while the program runs, also when a later import came', async () => {
    const test = openTestCore();
    await signedVersions(test, [{}]);
    const first = await taken(test, late);
    const found = await test.client.imports.effects({ id: first });
    await taken(test, inTime);
    expect(await test.client.imports.effects({ id: first })).toEqual(found);
  });

  it('is not told of an import before which nothing was signed', async () => {
    const test = openTestCore();
    const id = await taken(test, inTime);
    await signedVersions(test, [{}]);
    expect(await test.client.imports.effects({ id })).toBeNull();
  });

  it('is not told of an import that a later one stands on, nor of one that was taken back', async () => {
    const test = openTestCore();
    await signedVersions(test, [{}]);
    const earlier = await taken(test, late);
    const later = await taken(test, inTime);
    expect(await test.client.imports.effects({ id: earlier })).toBeNull();
    await test.client.imports.undo({ id: later });
    expect(await test.client.imports.effects({ id: later })).toBeNull();
  });
});
