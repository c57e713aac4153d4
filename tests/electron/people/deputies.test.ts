import { expect, it } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

async function asked() {
  const { client } = openTestCore();
  const document = mailDocument();
  const organisation = document.parties[0]?.organisation ?? '';
  const { id } = await client.agreements.create({ ...document, people: [{ name: 'Ann Approver', organisation, role: 'approver' }] });
  const ann = await client.people.show({ id: 'Ann Approver' });
  const { id: dee } = await client.people.create({ name: 'Dee Deputy', organisation });
  const scope = { kind: 'agreement', id } as const;
  const approve = (): Promise<unknown> => client.agreements.approve({ id, by: 'Dee Deputy' }).catch((error: unknown) => refusalOf(error)?.code);
  return { client, id, ann, dee, scope, role: ann.roles[0]?.id ?? '', approve };
}

it('a deputy approves in place of who is asked, and stands in no document', async () => {
  const { client, id, dee, scope, role, approve } = await asked();
  const before = await client.agreements.show({ id });
  expect(await approve()).toBe('rule-violated');
  await client.people.assignRole({ person: dee, role: 'approver', side: 'provider', scope, deputyOf: role });
  expect(await client.agreements.show({ id })).toEqual(before);
  expect(await approve()).toMatchObject({ state: 'approved' });
});

it.each([
  ['has ended', { from: '2000-01-01', to: '2001-01-01' }],
  ['begins later', { from: '9000-01-01' }],
])('a deputy whose time %s is not asked', async (_what, span) => {
  const { client, dee, scope, role, approve } = await asked();
  await client.people.assignRole({ person: dee, role: 'approver', side: 'provider', scope, deputyOf: role, ...span });
  expect(await approve()).toBe('rule-violated');
});

it('an approver with a last day to come is asked, one whose last day is past is not', async () => {
  const { client, ann, dee, scope, role, approve } = await asked();
  await client.people.assignRole({ person: dee, role: 'approver', side: 'provider', scope, from: '2001-01-01', to: '9000-01-01' });
  await client.people.endRole({ id: role, on: '2001-01-01' });
  expect(await client.people.show({ id: ann.id })).toMatchObject({ roles: [{ to: '2001-01-01' }] });
  expect(await approve()).toMatchObject({ state: 'approved' });
});

it('nobody is their own deputy', async () => {
  const { client, ann, scope, role } = await asked();
  const refused: unknown = await client.people.assignRole({ person: ann.id, role: 'approver', side: 'provider', scope, from: '2030-01-01', deputyOf: role }).catch((error: unknown) => error);
  expect(refusalOf(refused)).toMatchObject({ code: 'rule-violated', details: [{ path: 'deputyOf' }] });
});
