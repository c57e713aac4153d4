import type { RunContext, RunResult } from './import-run.ts';

export function importReadings(_context: RunContext): RunResult {
  throw new Error('not yet');
}
