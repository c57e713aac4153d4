import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { median, type BenchOptions, type BenchRow } from './row.ts';

const mostSampleMs = 3000;
const mostTodayMs = 150;
const looks = 11;

/** The sample workspace from the click to its content, and Today on it. */
export async function benchSample({ runs }: BenchOptions): Promise<BenchRow[]> {
  const made: number[] = [];
  const listed: number[] = [];
  const opened: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
    const begun = performance.now();
    const core = openCore({ data: folder, config: path.join(folder, 'config') });
    opened.push(performance.now() - begun);
    try {
      const client = createClient(core.context);
      made.push(await timed(() => client.sample.create()));
      for (let look = 0; look < looks; look += 1) listed.push(await timed(() => client.today.list({})));
    } finally {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [sample, today, empty] = [median(made), median(listed), median(opened)];
  return [
    { name: 'Sample workspace, made', peer: `an empty workspace (${Math.round(empty)} ms)`, value: sample, unit: 'ms', ratio: sample / empty, limit: `under ${mostSampleMs} ms`, pass: sample < mostSampleMs },
    { name: 'Today on the sample', peer: `an empty workspace (${Math.round(empty)} ms)`, value: today, unit: 'ms', ratio: today / empty, limit: `under ${mostTodayMs} ms`, pass: today < mostTodayMs },
  ];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
