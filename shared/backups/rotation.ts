import { localDate } from '#shared/format/instants.ts';
import { daysApart } from '#shared/format/dates.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { BackupCopy, CopyKind } from './model.ts';

type Rotated = Pick<BackupCopy, 'name' | 'kind' | 'madeAt'>;

/** Copies that a person made, and those before a change of the format, stay until a person removes them. */
const lasting: ReadonlySet<CopyKind> = new Set(['hand', 'update']);

const newestKept = 3;
const daysKept = 7;

/**
 * The names of the copies that may go: of those made by themselves the three newest stay, then the last one of each day for a week,
 * then the last one of each week, `keep` in all. The newest always stays. Days are those of `zone`.
 */
export function surplusCopies(copies: readonly Rotated[], keep: number, zone: string): string[] {
  const rotated = copies.filter((copy) => !lasting.has(copy.kind)).toSorted((a, b) => b.madeAt - a.madeAt);
  const [newest] = rotated;
  if (newest === undefined) return [];
  const spans = new Set<string>();
  const wanted = rotated.filter((copy, index) => {
    const span = spanOf(copy.madeAt, newest.madeAt, zone);
    const isLastOfSpan = !spans.has(span);
    spans.add(span);
    return index < newestKept || isLastOfSpan;
  });
  const kept = new Set(wanted.slice(0, Math.max(1, keep)).map((copy) => copy.name));
  return rotated.filter((copy) => !kept.has(copy.name)).map((copy) => copy.name);
}

/** Day of a copy of the last week, week (counted back from the newest) of an older one. */
function spanOf(madeAt: Instant, newestAt: Instant, zone: string): string {
  const day = localDate(madeAt, zone);
  const age = daysApart(day, localDate(newestAt, zone));
  return age < daysKept ? day : `week ${Math.floor(age / daysKept)}`;
}
