import { openRealWorkspace } from './real-workspace.ts';
import { median, percentile, skippedRow, type BenchOptions, type BenchRow } from './row.ts';

const mostMs = 50;
/** What people type: beginnings, whole words, a key, slips, and what nothing has. */
const typed = ['i', 'in', 'inc', 'INC00', 'INC0000047', 'sample', 'smaple', 'provder', 'resolution', 'T-00', 'critcal', 'nothing like this'];

/** The search over the real log and an agreement, each text as it is typed, against the empty question of the same call. */
export async function benchSearch({ runs }: BenchOptions): Promise<BenchRow[]> {
  const workspace = await openRealWorkspace();
  if (workspace === null) return [skippedRow('Search', 'the log is not here')];
  try {
    const { client } = workspace;
    const own: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < Math.max(runs, 2); round += 1) {
      for (const text of typed) {
        own.push(await msOf(() => client.search.find({ text })));
        peer.push(await msOf(() => client.search.find({ text: '' })));
      }
    }
    const worst = percentile(own, 0.95);
    return [{ name: 'Search of 24,918 tickets and all records, p95 of what is typed', peer: `the same call with nothing typed (${median(peer).toFixed(2)} ms)`, value: worst, unit: 'ms', ratio: worst / median(peer), limit: `under ${mostMs} ms`, pass: worst < mostMs }];
  } finally {
    await workspace.remove();
  }
}

async function msOf(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}
