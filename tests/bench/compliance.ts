import type { ParleyClient } from '#shared/contract.ts';
import type { Store } from '#db/store.ts';
import { openRealWorkspace, realYear } from './real-workspace.ts';
import { median, skippedRow, type BenchOptions, type BenchRow } from './row.ts';

const mostMs = 150;

/** Compliance of the real log for four priorities and twelve months, right after a target was changed, against a raw SELECT of the same rows. */
export async function benchCompliance({ runs }: BenchOptions): Promise<BenchRow[]> {
  const workspace = await openRealWorkspace();
  if (workspace === null) return [skippedRow('Compliance after a change of a target', 'the log is not here')];
  try {
    const { client, agreement, core } = workspace;
    const own: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round <= runs; round += 1) {
      const select = selectMs(core.context.store);
      const compliance = await afterChangeMs(client, agreement, round);
      if (round === 0) continue;
      peer.push(select.ms);
      own.push(compliance);
    }
    const ratio = median(own) / median(peer);
    const tickets = selectMs(core.context.store).rows;
    return [{ name: `Compliance of ${tickets.toLocaleString('en')} tickets, 4 priorities × 12 months, after a change of a target`, peer: `raw SELECT of the same rows (${median(peer).toFixed(0)} ms)`, value: median(own), unit: 'ms', ratio, limit: `under ${mostMs} ms`, pass: median(own) < mostMs }];
  } finally {
    await workspace.remove();
  }
}

async function afterChangeMs(client: ParleyClient, id: string, round: number): Promise<number> {
  const { hash, document } = await client.agreements.view({ id });
  const [target] = document.terms;
  if (target?.type !== 'resolution') throw new Error('The bench begins with a resolution target.');
  await client.agreements.edit({ id, hash, edits: [{ kind: 'set-term', term: { ...target, within: { kind: 'business-hours', seconds: 3600 * (5 + round) } } }] });
  const start = performance.now();
  const { rows } = await client.compliance.rows({ id, ...realYear, by: ['priority', 'month'] });
  const ms = performance.now() - start;
  if (rows.length !== 48) throw new Error(`Compliance gave ${rows.length} rows instead of 48.`);
  return ms;
}

function selectMs(store: Store): { readonly ms: number; readonly rows: number } {
  const start = performance.now();
  const rows = store.read((reader) => reader.all('SELECT tickets.no, tickets.opened_at, timeline.bytes FROM tickets JOIN ticket_timelines AS timeline ON timeline.ticket_no = tickets.no ORDER BY tickets.no'));
  return { ms: performance.now() - start, rows: rows.length };
}
