import { expect } from 'vitest';
import type { CallCases } from '../case.ts';

export const sampleCases: CallCases = {
  'sample.create': async ({ client }) => {
    const info = await client.sample.create();
    expect(info).toMatchObject({ started: true, isSample: true, organisation: { name: 'Samplewell IT' }, person: { name: 'Robin Sample' } });
    await expect(client.sample.create()).rejects.toMatchObject({ data: { code: 'conflict' } });
  },
  // Removing what was made is in tests/electron/today: making it takes its time.
  'sample.remove': async ({ client }) => {
    await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
    await expect(client.sample.remove()).rejects.toMatchObject({ data: { code: 'rule-violated' } });
    expect(await client.workspace.info()).toMatchObject({ started: true, isSample: false });
  },
};
