import { expect } from 'vitest';
import type { CallCases } from '../case.ts';

export const sampleCases: CallCases = {
  'sample.create': async ({ client }) => {
    const info = await client.sample.create();
    expect(info).toMatchObject({ started: true, isSample: true, organisation: { name: 'Samplewell IT' }, person: { name: 'Robin Sample' } });
    await expect(client.sample.create()).rejects.toMatchObject({ data: { code: 'conflict' } });
  },
  'sample.remove': async ({ client }) => {
    await expect(client.sample.remove()).rejects.toMatchObject({ data: { code: 'rule-violated' } });
    await client.sample.create();
    expect(await client.sample.remove()).toMatchObject({ started: false, isSample: false, organisation: null });
    expect(await client.agreements.list({})).toEqual([]);
  },
};
