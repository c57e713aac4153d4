import type { CallCases } from '../case.ts';
import { agreementsCases } from './agreements.ts';
import { complianceCases } from './compliance.ts';
import { exclusionsCases } from './exclusions.ts';
import { signingCases } from './signing.ts';
import { jobsCases } from './jobs.ts';
import { workspaceCases } from './workspace.ts';

/** Every call has a case. A feature adds `tests/contract/cases/<feature>.ts` and its line here; a call without one fails the test. */
export const cases: CallCases = { ...workspaceCases, ...jobsCases, ...agreementsCases, ...signingCases, ...complianceCases, ...exclusionsCases };
