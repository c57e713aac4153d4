import { keepPreviousData, useQueries, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { WindowSource } from './columns.ts';

/**
 * Rows that come in pages, read as they come into sight: `load(offset, limit)` asks, `read` takes the number of all rows and the
 * page's rows out of the answer. `queryKey` names everything that the answer depends on (filters, sorting). While new conditions
 * load, the old rows stay. `answer` is the first page's, for what stands beside the rows.
 */
export function usePagedRows<Row, Answer>({ queryKey, load, read, pageSize = 100 }: {
  queryKey: QueryKey;
  load: (offset: number, limit: number) => Promise<Answer>;
  read: (answer: Answer) => { readonly total: number; readonly rows: readonly Row[] };
  pageSize?: number;
}): { readonly source: WindowSource<Row>; readonly answer: Answer | undefined; readonly error: Error | null; readonly retry: () => void } {
  const queries = useQueryClient();
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const onWindow = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
    setSpan((before) => (before.first === next.first && before.last === next.last ? before : next));
  }, [pageSize]);
  const keyOf = (number: number): QueryKey => [...queryKey, 'page', pageSize, number];
  const page = (number: number) => ({ queryKey: keyOf(number), queryFn: () => load(number * pageSize, pageSize) });
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const inSight = Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index).filter((number) => number > 0);
  const answers = useQueries({ queries: inSight.map(page) });
  const pages = new Map(inSight.map((number, index) => [number, answers[index]?.data]));
  const getRow = (index: number): Row | undefined => {
    const number = Math.floor(index / pageSize);
    const answer = number === 0 ? head.data : (pages.get(number) ?? queries.getQueryData<Answer>(keyOf(number)));
    return answer === undefined ? undefined : read(answer).rows[index - number * pageSize];
  };
  const readRows = async (first: number, last: number): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    for (let number = Math.floor(first / pageSize); number <= Math.floor(last / pageSize); number += 1) rows.push(...read(await queries.fetchQuery(page(number))).rows);
    const skipped = Math.floor(first / pageSize) * pageSize;
    return rows.slice(first - skipped, last + 1 - skipped);
  };
  const failed = answers.find((answer) => answer.error !== null);
  return {
    source: { rowCount: head.data === undefined ? 0 : read(head.data).total, getRow, onWindow, read: readRows },
    answer: head.data,
    error: head.error ?? failed?.error ?? null,
    retry: () => void head.refetch(),
  };
}
