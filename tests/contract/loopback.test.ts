import { describe } from 'vitest';
import { cases } from './cases/index.ts';
import { loopback } from './transports.ts';
import { walkContract } from './walk.ts';

describe(`the contract over ${loopback.name}`, () => {
  walkContract(loopback, cases);
});
