import { describe } from 'vitest';
import { cases } from './cases/index.ts';
import { messagePort } from './transports.ts';
import { walkContract } from './walk.ts';

describe(`the contract over ${messagePort.name}`, () => {
  walkContract(messagePort, cases);
});
