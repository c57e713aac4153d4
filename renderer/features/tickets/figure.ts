import { shiftMonth } from '#renderer/ui/period-picker.tsx';
import type { SortBy } from '#renderer/ui/table/columns.ts';
import { ticketSorts } from '#shared/compliance/contract.ts';
import { monthText, periodText } from '#shared/format/dates.ts';
import { addDays } from '#shared/time/plain-date.ts';
import type { FigureSearch, OutagesSearch } from './search.ts';

type Span = { readonly from: string; readonly to: string };

/** The days of a figure, half-open; null where its address names none. */
export function spanOf(search: Pick<FigureSearch | OutagesSearch, 'month' | 'from' | 'to'>): Span | null {
  if (search.month !== undefined) return { from: `${search.month}-01`, to: `${shiftMonth(search.month, 1)}-01` };
  return search.from !== undefined && search.to !== undefined && search.from < search.to ? { from: search.from, to: search.to } : null;
}

/** "October 2026", "Nov 2025 to Oct 2026". */
export function spanText({ from, to }: Span): string {
  return to === `${shiftMonth(from.slice(0, 7), 1)}-01` && from.endsWith('-01') ? monthText(from) : periodText(from, addDays(to, -1));
}

/** The period before or after: a month, or as many months as the span has. */
export function shifted(search: Pick<FigureSearch, 'month' | 'from' | 'to'>, by: number): Pick<FigureSearch, 'month' | 'from' | 'to'> {
  if (search.month !== undefined) return { month: shiftMonth(search.month, by), from: undefined, to: undefined };
  if (search.from === undefined || search.to === undefined) return {};
  const months = Math.max(1, monthNumber(search.to) - monthNumber(search.from));
  return { month: undefined, from: `${shiftMonth(search.from.slice(0, 7), by * months)}${search.from.slice(7)}`, to: `${shiftMonth(search.to.slice(0, 7), by * months)}${search.to.slice(7)}` };
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

type SortName = (typeof ticketSorts)[number];
const worstFirst: readonly SortBy[] = [{ column: 'toTarget', descending: true }];

/** The order as it stands in the address, `-toTarget.key`; worst first where none stands. */
function sortOf(text: string | undefined): readonly SortBy[] {
  const order = (text ?? '').split('.').map((part) => ({ column: part.replace(/^-/, ''), descending: part.startsWith('-') })).filter((entry) => isSort(entry.column));
  return order.length === 0 ? worstFirst : order;
}

/** What the list of a figure asks for. */
export function figureInput(id: string, search: FigureSearch, span: Span) {
  const [first, ...rest] = sortOf(search.sort).flatMap(({ column, descending }) => (isSort(column) ? [{ by: column, descending }] : []));
  return {
    id,
    term: search.term ?? '',
    ...span,
    ...given('version', search.version), ...given('measuring', search.measuring), ...given('asOf', search.asOf), ...given('part', search.part), ...given('verdicts', search.result), ...given('without', search.left),
    ...given('states', search.state), ...given('priorities', search.priority), ...given('groups', search.team), ...given('services', search.service), ...given('customers', search.customer),
    ...given('openedFrom', search.openedFrom), ...given('openedTo', search.openedTo), ...given('search', search.q),
    sort: first?.by ?? 'toTarget', descending: first?.descending ?? true, thenBy: rest,
  };
}

function isSort(name: string): name is SortName {
  return ticketSorts.some((sort) => sort === name);
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  const set: { [K in Key]?: Value } = {};
  if (value !== undefined) set[key] = value;
  return set;
}
