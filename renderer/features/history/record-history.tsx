import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { HistoryList } from '#renderer/ui/history-list.tsx';
import type { HistorySubject } from '#shared/history/model.ts';
import { t } from '#shared/messages/messages.ts';
import { daysOf } from './entry.tsx';

const pageSize = 50;

/**
 * Who changed what, by day, the newest first, each with its way back: of one record with what belongs to it, of what one person did, or of
 * the whole workspace. Days and times are of `zone`.
 */
export function RecordHistory({ kind, id, actor, zone }: { kind?: HistorySubject; id?: string; actor?: string | undefined; zone: string }) {
  const input = { ...(kind === undefined || id === undefined ? {} : { of: { kind, id } }), ...(actor === undefined ? {} : { actor }), limit: pageSize };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (before: number | null) => ({ ...input, ...(before === null ? {} : { before }) }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    }),
  );
  if (error !== null) return <Failure error={error} />;
  if (data === undefined) return null;
  const entries = data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <p className="t13 t3">{t('history.empty')}</p>;
  return (
    <>
      <HistoryList days={daysOf(entries, zone)} />
      {hasNextPage ? <Button kind="plain" size="small" disabledReason={isFetchingNextPage ? t('kit.loading') : undefined} onClick={() => void fetchNextPage()}>{t('history.more')}</Button> : null}
    </>
  );
}
