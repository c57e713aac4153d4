import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { refusalOf } from '#shared/refusal.ts';
import { callAt, callsOf } from './calls.ts';
import type { CallCases } from './case.ts';
import type { Transport } from './transports.ts';

const calls = callsOf(contract);

/** Every call of the contract over one transport: its case, a refused input, an unexpected failure. */
export function walkContract(transport: Transport, cases: CallCases): void {
  let world: Awaited<ReturnType<Transport['open']>>;
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
}

function fail(message: string): never {
  throw new Error(message);
}
