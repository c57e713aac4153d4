import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { dateText } from '#shared/format/dates.ts';
import { cellOf, hasCells, kindOf, type Column } from '../table/columns.ts';
import type { Condition } from './search.ts';

/** How a column is filtered: by choosing values and parts of texts, by days, or by figures. Durations have no filter of their own. */
export type FilterKind = 'words' | 'days' | 'figures';

export function filterKindOf<Row>(column: Column<Row>): FilterKind | null {
  if (!hasCells(column)) return null;
  const kind = kindOf(column);
  if (kind === 'duration') return null;
  return kind === 'number' ? 'figures' : kind === 'text' ? 'words' : 'days';
}

/** A cell as filters and groups compare it: words, the day 'YYYY-MM-DD' on the clock of the zone, or a figure as text. */
export function filterText<Row>(column: Column<Row>, row: Row, zone: string): string {
  const value = cellOf(column, row);
  if (value === null) return '';
  return kindOf(column) === 'instant' && typeof value === 'number' ? localDate(value, zone) : String(value);
}

/** The rows that fit all conditions; one on a column that is not there is passed over. */
export function fitting<Row>(rows: readonly Row[], columns: readonly Column<Row>[], conditions: readonly Condition[], zone: string): readonly Row[] {
  const tests = conditions.flatMap((condition) => {
    const column = columns.find((one) => one.id === condition.column);
    const kind = column === undefined ? null : filterKindOf(column);
    return column === undefined || kind === null ? [] : [(row: Row): boolean => fits(filterText(column, row, zone), kind, condition)];
  });
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

function fits(text: string, kind: FilterKind, { is, text: part, from, to }: Condition): boolean {
  if (is !== undefined && !is.includes(text)) return false;
  if (part !== undefined && !text.toLowerCase().includes(part.toLowerCase())) return false;
  if (from === undefined && to === undefined) return true;
  if (text === '') return false;
  if (kind === 'days') return (from === undefined || text >= from) && (to === undefined || text.slice(0, 10) <= to);
  return (from === undefined || Number(text) >= Number(from)) && (to === undefined || Number(text) <= Number(to));
}

/** The values of a column, most frequent first, at most `most`; null where there are more. */
export function valuesOf<Row>(rows: readonly Row[], column: Column<Row>, zone: string, most = 200): readonly { readonly value: string; readonly count: number }[] | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = filterText(column, row, zone);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > most) return null;
  }
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((one, other) => other.count - one.count);
}

/** A condition as its chip says it. */
export function conditionText(condition: Condition, kind: FilterKind): string {
  const shown = (value: string): string => (kind === 'days' ? dateText(value) : value);
  const { is, text, from, to } = condition;
  if (is !== undefined) return is.map((value) => (value === '' ? t('table.groupEmpty') : shown(value))).join(', ');
  if (text !== undefined) return t('table.contains', { text });
  if (from !== undefined && to !== undefined) return t('table.between', { from: shown(from), to: shown(to) });
  if (from !== undefined) return t('table.from', { value: shown(from) });
  return to === undefined ? '' : t('table.to', { value: shown(to) });
}

/** The conditions with this one in the place of an earlier one on its column; one that asks for nothing goes. */
export function withCondition(conditions: readonly Condition[], next: Condition): Condition[] | undefined {
  const others = conditions.filter((condition) => condition.column !== next.column);
  const asks = (next.is?.length ?? 0) > 0 || [next.text, next.from, next.to].some((part) => part !== undefined && part !== '');
  const all = asks ? [...others, next] : others;
  return all.length === 0 ? undefined : all;
}
