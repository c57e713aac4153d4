import { describe } from 'vitest';
import { workspaceCases } from './cases/workspace.ts';
import { inProcess } from './transports.ts';
import { walkContract } from './walk.ts';

describe(`the contract over ${inProcess.name}`, () => {
  walkContract(inProcess, workspaceCases);
});
