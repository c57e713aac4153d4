import type { TimeClass } from './time-class.tsx';

/** A stretch of a ledger: [from, to) in ms, its class, and what is said about it. */
export type LedgerStretch = { readonly from: number; readonly to: number; readonly kind: TimeClass; readonly title?: string };

/** A day of the strip: its own beginning and end in ms (23, 24 or 25 hours apart) and its name. */
export type LedgerDay = { readonly from: number; readonly to: number; readonly label: string };

export type StripRow =
  | { readonly kind: 'day'; readonly day: LedgerDay; readonly parts: readonly LedgerStretch[] }
  | { readonly kind: 'fold'; readonly days: number; readonly timeClass: TimeClass; readonly first: string; readonly key: number };

/**
 * The rows of a strip: one a day with its stretches cut to it. From `foldFrom` whole days on, each of one and the same class and
 * without a mark, they fold into one row.
 */
export function stripRows(days: readonly LedgerDay[], stretches: readonly LedgerStretch[], marks: readonly number[], foldFrom = 3): readonly StripRow[] {
  const rows = days.map((day) => ({ day, parts: partsOf(day, stretches) }));
  const out: StripRow[] = [];
  let index = 0;
  while (index < rows.length) {
    const kind = wholeDayClass(rows[index], marks);
    let end = index;
    while (kind !== null && end < rows.length && wholeDayClass(rows[end], marks) === kind) end += 1;
    const row = rows[index];
    if (row === undefined) break;
    if (kind !== null && end - index >= foldFrom) {
      out.push({ kind: 'fold', days: end - index, timeClass: kind, first: row.day.label, key: row.day.from });
      index = end;
    } else {
      out.push({ kind: 'day', ...row });
      index += 1;
    }
  }
  return out;
}

function partsOf(day: LedgerDay, stretches: readonly LedgerStretch[]): readonly LedgerStretch[] {
  return stretches.filter((stretch) => stretch.from < day.to && stretch.to > day.from).map((stretch) => ({ ...stretch, from: Math.max(day.from, stretch.from), to: Math.min(day.to, stretch.to) }));
}

function wholeDayClass(row: { readonly day: LedgerDay; readonly parts: readonly LedgerStretch[] } | undefined, marks: readonly number[]): TimeClass | null {
  const first = row?.parts[0];
  if (row === undefined || first === undefined || marks.some((mark) => mark >= row.day.from && mark < row.day.to)) return null;
  const covered = row.parts.reduce((sum, part) => sum + part.to - part.from, 0);
  return covered === row.day.to - row.day.from && row.parts.every((part) => part.kind === first.kind) ? first.kind : null;
}
