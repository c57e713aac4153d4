import { useMemo, type ReactNode } from 'react';
import { api, client } from '#renderer/app/client.ts';
import type { SourceGroup } from '#renderer/ui/table/columns.ts';
import { usePagedRows } from '#renderer/ui/table/use-paged-rows.ts';
import type { FigureTicket, FigureTickets } from '#shared/compliance/contract.ts';
import type { figureInput } from './figure.ts';

export type FigureQuestion = ReturnType<typeof figureInput>;

/** Few enough that the strips of a page are drawn at once. */
const pageSize = 60;

/** The tickets behind a figure as a grouped source of the table, and the figure itself. */
export function useFigureRows(input: FigureQuestion, head: (group: FigureTickets['groups'][number]) => Pick<SourceGroup, 'head' | 'sums'>) {
  const paged = usePagedRows<FigureTicket, FigureTickets>({
    queryKey: api.compliance.tickets.queryKey({ input }),
    load: (offset, limit) => client.compliance.tickets({ ...input, offset, limit }),
    read: (answer) => ({ total: answer.total.count, rows: answer.rows }),
    pageSize,
  });
  const groups = useMemo(() => paged.answer?.groups.map((group) => ({ key: group.verdict, count: group.count, ...head(group) })), [paged.answer, head]);
  return { ...paged, source: groups === undefined ? paged.source : { ...paged.source, groups } };
}

export type GroupHead = { readonly head: ReactNode; readonly sums: Readonly<Record<string, ReactNode>> };
