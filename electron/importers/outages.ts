import type { RunContext, RunResult } from './import-run.ts';

export function importOutages(_context: RunContext): RunResult {
  throw new Error('not yet');
}
