import type { SortBy } from '#renderer/ui/table/columns.ts';

/** A sorting as it stands in the address: `name`, `-agreements.name`. */
export function sortSearch(sort: readonly SortBy[]): string | undefined {
  return sort.length === 0 ? undefined : sort.map((entry) => `${entry.descending ? '-' : ''}${entry.column}`).join('.');
}

export function sortOfSearch(text: string | undefined): readonly SortBy[] {
  return (text ?? '').split('.').filter((part) => part !== '').map((part) => ({ column: part.replace(/^-/, ''), descending: part.startsWith('-') }));
}
