import { z } from 'zod';
import type { SortBy } from '../table/columns.ts';

/** What a list shows of a column: one of the values, a part of the text, or a span; days and figures as they are typed. */
export const conditionSchema = z.object({
  column: z.string().max(100),
  is: z.array(z.string().max(1000)).max(200).optional().catch(undefined),
  text: z.string().max(500).optional().catch(undefined),
  from: z.string().max(50).optional().catch(undefined),
  to: z.string().max(50).optional().catch(undefined),
});
export type Condition = z.infer<typeof conditionSchema>;

const word = z.string().min(1).max(200).optional().catch(undefined);

/** The search parameters of a page with a list: spread them into its `validateSearch`. */
export const tableSearchShape = {
  sort: z.string().max(600).optional().catch(undefined),
  group: word,
  where: z.array(conditionSchema).max(50).optional().catch(undefined),
  view: word,
};
export const tableSearchSchema = z.object(tableSearchShape);
export type TableSearch = z.infer<typeof tableSearchSchema>;

/** A sorting as it stands in the address: `name`, `-agreements.name`. */
export function sortText(sort: readonly SortBy[]): string | undefined {
  return sort.length === 0 ? undefined : sort.map((entry) => `${entry.descending ? '-' : ''}${entry.column}`).join('.');
}

export function sortOf(text: string | undefined): readonly SortBy[] {
  return (text ?? '').split(/[.,]/u).filter((part) => part !== '').map((part) => ({ column: part.replace(/^-/u, ''), descending: part.startsWith('-') }));
}

/** Parameters that name what is at hand, not how the list stands: no view keeps them. */
const passing = ['view', 'new', 'copy', 'no', 'id', 'tab', 'ticket'];

/** What of a page's parameters a view keeps. */
export function keptSearch(search: Readonly<Record<string, unknown>>, also: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(search).filter(([key, value]) => value !== undefined && !passing.includes(key) && !also.includes(key)));
}
