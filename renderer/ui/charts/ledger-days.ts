import type { TimeClass } from './time-class.tsx';

/** A stretch of a ledger: [from, to) in ms, its class, and what is said about it. */
export type LedgerStretch = { readonly from: number; readonly to: number; readonly kind: TimeClass; readonly title?: string };

/** A day of the strip: its own beginning and end in ms (23, 24 or 25 hours apart) and its name. */
export type LedgerDay = { readonly from: number; readonly to: number; readonly label: string };

export type StripRow =
  | { readonly kind: 'day'; readonly day: LedgerDay; readonly parts: readonly LedgerStretch[] }
  | { readonly kind: 'fold'; readonly days: number; readonly timeClass: TimeClass; readonly first: string; readonly key: number; readonly day: LedgerDay; readonly parts: readonly LedgerStretch[] };

/**
 * The rows of a strip: one a day with its stretches cut to it. From `foldFrom` whole days on that hold one class beside the time
 * outside the hours, and no mark, they fold into one row that shows the first of them.
 */
export function stripRows(days: readonly LedgerDay[], stretches: readonly LedgerStretch[], marks: readonly number[], foldFrom = 3): readonly StripRow[] {
  const rows = days.map((day) => ({ day, parts: partsOf(day, stretches) }));
  const kinds = rows.map((row) => dayClass(row, marks));
  const out: StripRow[] = [];
  let index = 0;
  while (index < rows.length) {
    let kind = kinds[index] ?? null;
    let end = index;
    for (let next = kinds[end]; kind !== null && next !== null && next !== undefined && (next === kind || isOutside(next) !== isOutside(kind)); next = kinds[end]) {
      if (!isOutside(next)) kind = next;
      end += 1;
    }
    const row = rows[index];
    if (row === undefined) break;
    if (kind !== null && end - index >= foldFrom) {
      const shown = rows.slice(index, end).find((_, offset) => kinds[index + offset] === kind) ?? row;
      out.push({ kind: 'fold', days: end - index, timeClass: kind, first: row.day.label, key: row.day.from, ...shown });
      index = end;
    } else {
      out.push({ kind: 'day', ...row });
      index += 1;
    }
  }
  return out;
}

function partsOf(day: LedgerDay, stretches: readonly LedgerStretch[]): readonly LedgerStretch[] {
  const found: LedgerStretch[] = [];
  for (let index = firstEndingAfter(stretches, day.from); index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.from >= day.to) break;
    found.push({ ...stretch, from: Math.max(day.from, stretch.from), to: Math.min(day.to, stretch.to) });
  }
  return found;
}

function firstEndingAfter(stretches: readonly LedgerStretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.to ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one class of a wholly covered day beside out of hours; null where there are several, or a mark stands on it. */
function dayClass({ day, parts }: { readonly day: LedgerDay; readonly parts: readonly LedgerStretch[] }, marks: readonly number[]): TimeClass | null {
  const [first] = parts;
  if (first === undefined || marks.some((mark) => mark >= day.from && mark < day.to)) return null;
  const covered = parts.reduce((sum, part) => sum + part.to - part.from, 0);
  const inside = new Set(parts.filter((part) => !isOutside(part.kind)).map((part) => part.kind));
  if (covered !== day.to - day.from || inside.size > 1) return null;
  return [...inside][0] ?? first.kind;
}

function isOutside(kind: TimeClass): boolean {
  return kind === 'outOfHours' || kind === 'closure';
}
