import { expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { callsOf } from './calls.ts';
import { cases } from './cases/index.ts';

it('every call of the contract has a case, and no case is of a call that is gone', () => {
  const paths = callsOf(contract).map((call) => call.path);
  expect(Object.keys(cases).toSorted()).toEqual(paths.toSorted());
});
