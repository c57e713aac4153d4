import { expect, it } from 'vitest';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

it('the history of an agreement names who did what to which part, newest first', async () => {
  const { client } = openTestCore();
  await client.workspace.start({ organisation: 'North IT', person: 'Cara Moss' });
  const { id } = await client.agreements.create(mailDocument());
  const before = await client.agreements.view({ id });
  const [term] = before.document.terms;
  if (term?.type !== 'resolution') throw new Error('the fixture begins with a resolution target');
  await client.agreements.edit({ id, hash: before.hash, edits: [{ kind: 'set-term', term: { ...term, atLeastPercent: 95 } }, { kind: 'set-dates', review: { everyMonths: 6 } }] });
  const history = await client.agreements.history({ id });
  expect(history).toEqual([
    expect.objectContaining({ command: 'agreements.edit', actor: 'Cara Moss', version: 1, terms: ['T-001'], parts: ['dates'], undone: false, state: null }),
    expect.objectContaining({ command: 'agreements.create', actor: 'Cara Moss', version: 1 }),
  ]);
});

it('a change of one agreement does not stand in the history of another', async () => {
  const { client } = openTestCore();
  const first = await client.agreements.create(mailDocument());
  const second = await client.agreements.create(mailDocument({ title: 'Second' }));
  expect(await client.agreements.history({ id: first.id })).toHaveLength(1);
  expect(await client.agreements.history({ id: second.id })).toHaveLength(1);
});
