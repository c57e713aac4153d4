import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/time/plain-date.ts';

/** A month of a coverage: `parts` are shares of it, 0 to 1; `days` of `all` are covered. */
export type MonthState = { readonly month: string; readonly state: 'measured' | 'partly' | 'none'; readonly parts: readonly (readonly [number, number])[]; readonly days: number; readonly all: number };
export type CoveredLine = { readonly name: string; readonly from: PlainDate; readonly months: readonly MonthState[] };
type Span = { readonly name: string; readonly from: PlainDate; /** The last day inside. */ readonly to: PlainDate };

/** The last `most` months up to `last` of every name, in the order of the names; spans of one name are united. */
export function monthsCovered(spans: readonly Span[], last: string, most: number): readonly CoveredLine[] {
  const earliest = spans.reduce((least, { from }) => (from < least ? from : least), `${last}-01`).slice(0, 7);
  const months = Array.from({ length: most }, (_, index) => addMonths(`${last}-01`, index - most + 1).slice(0, 7)).filter((month) => month >= earliest);
  const byName = Map.groupBy(spans, ({ name }) => name);
  return [...byName].map(([name, own]) => ({ name, from: own.reduce((least, { from }) => (from < least ? from : least), own[0]?.from ?? ''), months: months.map((month) => monthState(month, own)) }));
}

function monthState(month: string, spans: readonly Span[]): MonthState {
  const first = `${month}-01`;
  const all = daysBetween(first, addMonths(first, 1));
  const covered = Array.from({ length: all }, (_, index) => addDays(first, index)).map((day) => spans.some(({ from, to }) => from <= day && day <= to));
  const days = covered.filter(Boolean).length;
  const parts: [number, number][] = [];
  covered.forEach((isCovered, index) => {
    const present = parts.at(-1);
    if (!isCovered) return;
    if (present !== undefined && Math.round(present[1] * all) === index) present[1] = (index + 1) / all;
    else parts.push([index / all, (index + 1) / all]);
  });
  return { month, state: days === 0 ? 'none' : days === all ? 'measured' : 'partly', parts, days, all };
}
