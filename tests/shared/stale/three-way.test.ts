import { expect, it } from 'vitest';
import { threeWay } from '#shared/stale/three-way.ts';

it.each([
  ['what nobody else touched takes mine', { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }, []],
  ['what I left keeps theirs', { a: 3 }, { a: 1 }, { a: 1 }, { a: 3 }, []],
  ['what both changed to the same is no conflict', { a: 2 }, { a: 1 }, { a: 2 }, { a: 2 }, []],
  ['what both changed differently is one', { a: 3 }, { a: 1 }, { a: 2 }, { a: 2 }, ['a']],
  ['without what I had seen mine is written', { a: 3 }, undefined, { a: 2 }, { a: 2 }, []],
  ['each field for itself', { a: 3, b: 1 }, { a: 1, b: 1 }, { a: 1, b: 2 }, { a: 3, b: 2 }, []],
  ['null is a value', { a: 'x' }, { a: null }, { a: null }, { a: 'x' }, []],
])('%s', (_rule, now, was, mine, values, both) => {
  expect(threeWay(now, was, mine)).toEqual({ values, both });
});
