import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { refusalOf } from '#shared/refusal.ts';
import { callAt, callsOf } from './calls.ts';
import { cases } from './cases/index.ts';
import { transports } from './transports.ts';

const calls = callsOf(contract);
const paths = calls.map((call) => call.path);

describe('the contract', () => {
  it('has a case for every call, and no case for a call that is gone', () => {
    expect(Object.keys(cases).toSorted()).toEqual(paths.toSorted());
  });
});

describe.each(transports)('over $name', (transport) => {
  let world: Awaited<ReturnType<typeof transport.open>>;
  beforeEach(async () => {
    world = await transport.open();
  });
  afterEach(async () => {
    await world.close();
  });

  it.each(Object.entries(cases))('%s answers', async (_path, run) => {
    await run(world);
  });

  it('every call with an input refuses another kind of input, typed and with details', async () => {
    for (const { path, hasInput } of calls) {
      if (!hasInput) continue;
      const error: unknown = await callAt(world.client, path)(42).catch((thrown: unknown) => thrown);
      const refusal = refusalOf(error);
      expect(refusal, path).toMatchObject({ code: 'invalid-input', incident: null });
      expect(refusal?.details.length, path).toBeGreaterThan(0);
    }
  });

  it('an unexpected failure is an incident: an id for the caller, the details in the local log only', async () => {
    const secret = 'the inside of the machine';
    const broken = { ...world.core.context.installation, choosePerson: () => fail(secret) };
    Object.assign(world.core.context, { installation: broken });
    const error: unknown = await world.client.workspace.start({ organisation: 'North IT', person: 'Ann Lee' }).catch((thrown: unknown) => thrown);
    const refusal = refusalOf(error);
    expect(refusal).toMatchObject({ code: 'incident' });
    expect(refusal?.incident).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(error)).not.toContain(secret);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
