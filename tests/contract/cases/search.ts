import { expect } from 'vitest';
import type { CallCases } from '../case.ts';

export const searchCases: CallCases = {
  'search.find': async ({ client }) => {
    const { id } = await client.organisations.create({ name: 'Énergie du Nord' });
    await client.people.create({ name: 'Tobias Meier', organisation: id, email: 'tobias@energie.example' });
    expect(await client.search.find({ text: 'energie nor' })).toMatchObject([{ kind: 'organisation', id, name: 'Énergie du Nord', matched: null, archived: false }, { kind: 'person', about: 'Énergie du Nord', matched: expect.stringContaining('Énergie') }]);
    expect(await client.search.find({ text: 'Meyer tobias' })).toMatchObject([{ kind: 'person', name: 'Tobias Meier', place: { kind: 'organisation', id } }]);
    expect(await client.search.find({ text: '"' })).toEqual([]);
  },
};
