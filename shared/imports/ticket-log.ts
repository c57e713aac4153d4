import type { Instant } from '#shared/time/instant.ts';
import { longestTicketRows } from './limits.ts';
import type { Problem } from './problems.ts';
import type { TicketRow } from './ticket-rows.ts';

/**
 * The log of one ticket from its rows in a file: in the order time, then count, then row, without rows that are there twice.
 * Where two rows of one key say different things, the first is kept and the other is a contradiction.
 * `isLog` false: one row per ticket, every further one is a problem.
 */
export function orderRows(rows: readonly TicketRow[], isLog: boolean): { rows: readonly TicketRow[]; problems: readonly Problem[] } {
  const [first, second] = rows;
  if (!second) return first && first.opened === null ? { rows: [], problems: [openingMissing(first)] } : { rows, problems: noProblems };
  const ordered = isLog ? [...rows].sort(inOrder) : rows;
  const kept: TicketRow[] = [];
  const problems: Problem[] = [];
  for (const row of ordered) {
    const before = isLog ? sameEvent(kept, row) : kept[0];
    if (before === undefined) kept.push(row);
    else if (before.fingerprint === row.fingerprint) problems.push({ line: row.line, code: 'duplicate', detail: `the same as line ${before.line}`, raw: row.raw });
    else problems.push({ line: row.line, code: 'contradiction', detail: `line ${before.line} says something else`, raw: row.raw });
  }
  if (kept.every((row) => row.opened === null)) return { rows: [], problems: [...problems, ...kept.map(openingMissing)] };
  return { rows: kept, problems };
}

/** What the latest row says about the ticket as a whole; what it leaves out of opening, texts and parties comes from the rows before. */
export type TicketSummary = Pick<TicketRow, 'title' | 'customer' | 'service' | 'site' | 'state' | 'priority' | 'type' | 'group' | 'firstResponse' | 'resolved' | 'closed' | 'due' | 'holdMs' | 'verdict'> & {
  readonly openedAt: Instant;
};

export function summaryOf(rows: readonly TicketRow[]): TicketSummary {
  const last = rows.at(-1);
  function latest<Field extends keyof TicketRow>(field: Field): TicketRow[Field] | null {
    for (let index = rows.length - 1; index >= 0; index -= 1) {
      const value = rows[index]?.[field] ?? null;
      if (value !== null) return value;
    }
    return null;
  }
  return {
    openedAt: latest('opened') ?? last?.at ?? 0,
    title: latest('title'),
    customer: latest('customer'),
    service: latest('service'),
    site: latest('site'),
    state: latest('state'),
    priority: latest('priority'),
    type: latest('type'),
    group: latest('group'),
    firstResponse: last?.firstResponse ?? null,
    resolved: last?.resolved ?? null,
    closed: last?.closed ?? null,
    due: last?.due ?? null,
    holdMs: last?.holdMs ?? null,
    verdict: last?.verdict ?? null,
  };
}

/** How many updates the source's own count says are missing, from 0 to the highest one seen. */
export function missingUpdates(counts: readonly (number | null)[]): number {
  const seen = new Set<number>();
  let highest = -1;
  for (const count of counts) {
    if (count === null) return 0;
    seen.add(count);
    if (count > highest) highest = count;
  }
  return Math.max(0, highest + 1 - seen.size);
}

/** Whether a ticket has too many rows to be one: a column that is no key. */
export function isTooLong(rows: number): boolean {
  return rows > longestTicketRows;
}

const noProblems: readonly Problem[] = [];

function inOrder(a: TicketRow, b: TicketRow): number {
  return a.at - b.at || (a.updates ?? 0) - (b.updates ?? 0) || a.line - b.line;
}

/** Rows of one key stand beside each other in the order; without counts only equal rows are the same event. */
function sameEvent(kept: readonly TicketRow[], row: TicketRow): TicketRow | undefined {
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const before = kept[index];
    if (before === undefined || before.at !== row.at || before.updates !== row.updates) return undefined;
    if (row.updates !== null || before.fingerprint === row.fingerprint) return before;
  }
  return undefined;
}

function openingMissing(row: TicketRow): Problem {
  return { line: row.line, code: 'time-missing', detail: 'when it was opened', raw: row.raw };
}
