import { useMemo } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import styles from '#renderer/features/monitoring/monitoring.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { sortOf } from '#renderer/ui/list/search.ts';
import { usePagedRows } from '#renderer/ui/table/use-paged-rows.ts';
import { countText } from '#shared/format/figures.ts';
import type { LineSyntax } from '#shared/imports/corrections.ts';
import { problemSorts, problemText } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import type { QuarantinedRow } from './correction.tsx';
import { GroupDeeds } from './group-deeds.tsx';
import { quarantineColumns } from './quarantine-columns.tsx';
import type { Reason } from './reasons.tsx';
import type { QuarantineSearch } from './search.ts';
import { mostAtOnce, proposedLines, useCorrect } from './use-correct.ts';
import { useLeaveOut } from './use-leave-out.ts';

type Asked = { readonly total: number; readonly rows: readonly QuarantinedRow[]; readonly reasons: readonly { readonly code: string; readonly count: number }[] };

/** Quarantined rows by line or under their reasons, found and sorted by the store, each with what mends it. `syntax` null: nothing can be mended any more. */
export function QuarantineList({ id, reasons, syntax, search, onSearch }: { id: string; reasons: readonly Reason[]; syntax: LineSyntax | null; search: QuarantineSearch; onSearch: (changes: Partial<QuarantineSearch>) => void }) {
  const correcting = useCorrect(id);
  const leaving = useLeaveOut(id);
  const isGrouped = search.group === REASON;
  const query = { id, code: search.code ?? null, find: search.find ?? '', sort: [...(isGrouped ? [{ by: 'frequency' as const, descending: false }] : []), ...sortsIn(search.sort)] };
  const { source, answer, error, retry } = usePagedRows<QuarantinedRow, Asked>({
    queryKey: api.imports.problems.queryKey({ input: query }),
    load: (offset, limit) => client.imports.problems({ ...query, offset, limit }),
    read: (page) => page,
  });
  const columns = useMemo(() => quarantineColumns({ syntax, correcting, onLeave: (line) => leaving.leave([line]), isGrouped }), [syntax, correcting, leaving, isGrouped]);
  if (error !== null && answer === undefined) return <Failure error={error} onRetry={retry} />;
  const groups = !isGrouped || answer === undefined ? undefined : answer.reasons.map(({ code, count }, index) => {
    const first = source.getRow(answer.reasons.slice(0, index).reduce((sum, before) => sum + before.count, 0));
    return {
      key: problemText(code), count,
      head: <><span className="clip">{problemText(code)}</span> <span className="t3 tn">{countText(count)}</span></>,
      ...(syntax === null ? {} : { sums: { mend: <GroupDeeds query={{ ...query, code }} count={count} first={first} syntax={syntax} correcting={correcting} leaving={leaving} /> } }),
    };
  });
  const empty = answer === undefined ? t('kit.loading') : <EmptyPlace title={t('table.noneFits')} text={t('table.noneFitsText')} actions={<Button onClick={() => onSearch({ code: undefined, find: undefined })}>{t('table.removeFilters')}</Button>} />;
  return (
    <ListTable<QuarantinedRow> place="quarantine" defaultSort="line" label={t('imports.quarantine')} columns={columns} rowId={rowId} rowHeight={44} empty={empty}
      source={{ ...source, ...(groups === undefined ? {} : { groups }) }} groupings={[{ id: REASON, name: t('imports.problem') }]} chips={null}
      tools={<>
        <Pick label={t('imports.problem')} value={search.code ?? ALL} choices={[{ value: ALL, label: t('imports.allReasons') }, ...reasons.map(({ code, text, count }) => ({ value: code, label: text, hint: countText(count) }))]} onChange={(code) => onSearch({ code: code === ALL ? undefined : code })} />
        <div className={styles.find}><TextField label={t('imports.findLine')} labelHidden placeholder={t('imports.findLine')} size="small" optional value={search.find ?? ''} onChangeText={(text) => onSearch({ find: text === '' ? undefined : text })} onCommit={() => undefined} /></div>
      </>}
      actions={(rows, clear) => (syntax === null ? null : <ChosenDeeds rows={rows} syntax={syntax} onCorrect={async (lines) => { clear(); await correcting.correct(lines); }} onLeave={() => { clear(); leaving.leave(rows.slice(0, mostAtOnce).map(({ line }) => line)); }} />)} />
  );
}

function ChosenDeeds({ rows, syntax, onCorrect, onLeave }: { rows: readonly QuarantinedRow[]; syntax: LineSyntax; onCorrect: (lines: ReturnType<typeof proposedLines>) => Promise<void>; onLeave: () => void }) {
  const proposed = proposedLines(rows, syntax);
  return (
    <>
      {proposed.length === 0 ? null : <Button size="small" onClick={() => void onCorrect(proposed)}>{t('imports.correctProposed', { count: proposed.length })}</Button>}
      <Button size="small" onClick={onLeave}>{t('imports.leaveOutAll', { count: countText(Math.min(rows.length, mostAtOnce)) })}</Button>
    </>
  );
}

const ALL = '';
const REASON = 'reason';
const rowId = (row: QuarantinedRow): string => String(row.line);

function sortsIn(text: string | undefined): { by: (typeof problemSorts)[number]; descending: boolean }[] {
  return sortOf(text).flatMap(({ column, descending }) => problemSorts.filter((by) => by === column).map((by) => ({ by, descending })));
}
