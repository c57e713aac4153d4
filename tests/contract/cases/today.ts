import { expect } from 'vitest';
import type { CallCases } from '../case.ts';

export const todayCases: CallCases = {
  'today.list': async ({ client }) => {
    expect(await client.today.list({})).toMatchObject({ items: [], risks: [], targets: 0, done: [] });
    await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
    await client.agreements.create({ schema: 'parley/agreement/1', kind: 'sla', title: 'Mail SLA', zone: 'Europe/Berlin', parties: [{ side: 'provider', organisation: 'North IT' }, { side: 'customer', organisation: 'Acme' }] });
    const today = await client.today.list({});
    expect(today.done).toEqual(['customer', 'draft']);
    expect(today.items).toMatchObject([{ kind: 'complete', about: 'Acme · Mail SLA', urgency: 'due', isMine: true }]);
  },
};
