import { useInfiniteQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { countText } from '#shared/format/figures.ts';
import type { LineSyntax } from '#shared/imports/corrections.ts';
import { t } from '#shared/messages/messages.ts';
import { Correction, proposalFor, type QuarantinedRow } from './correction.tsx';
import { RawLine } from './raw-line.tsx';
import type { Reason } from './reasons.tsx';
import styles from './result.module.css';
import { useCorrect, type CorrectedRow } from './use-correct.ts';
import { useLeaveOut, type LeavingOut } from './use-leave-out.ts';

const firstRows = 3;
const moreRows = 100;
/** Rows that one correction takes. */
const mostAtOnce = 1000;

/** The rows of one reason: line, original with its fault, and what mends it; one press where all are mended alike. */
export function QuarantineGroup({ id, reason, syntax }: { id: string; reason: Reason; syntax: LineSyntax | null }) {
  const correcting = useCorrect(id);
  const leaving = useLeaveOut(id);
  const { data, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...api.imports.problems.key(), id, reason.code],
    initialPageParam: { offset: 0, limit: firstRows },
    queryFn: ({ pageParam }) => client.imports.problems({ id, code: reason.code, ...pageParam }),
    getNextPageParam: (_last, pages, { offset, limit }) => (pages.reduce((sum, page) => sum + page.rows.length, 0) < reason.count ? { offset: offset + limit, limit: moreRows } : undefined),
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const rest = reason.count - rows.length;
  return (
    <Section title={reason.text} count={countText(reason.count)} ruled end={syntax === null ? undefined : <span className={styles.forAll}><ForAll id={id} reason={reason} rows={rows} syntax={syntax} onCorrect={correcting.correct} isBusy={correcting.isBusy} />{reason.count < 2 ? null : <LeaveAll id={id} reason={reason} leaving={leaving} />}</span>}>
      <ul>
        {rows.map((row) => (
          <li key={row.line} className={styles.problem}>
            <span>{t('imports.line', { line: countText(row.line) })}</span>
            <RawLine raw={row.raw} detail={row.detail} />
            {syntax === null ? <span className={styles.becomes}>{row.detail}</span> : <div className={styles.mend}><Correction row={row} syntax={syntax} correcting={correcting} /><Button kind="quiet" size="small" icon="x" iconOnly onClick={() => leaving.leave([row.line])}>{t('imports.leaveOut', { line: countText(row.line) })}</Button></div>}
          </li>
        ))}
      </ul>
      {rest > 0 && data !== undefined ? <div className={styles.more}><Button kind="link" onClick={() => { if (!isFetchingNextPage) void fetchNextPage(); }}>{t('imports.more', { count: countText(rest) })}</Button></div> : null}
    </Section>
  );
}

/** All rows of a reason stay out for good. */
function LeaveAll({ id, reason, leaving }: { id: string; reason: Reason; leaving: LeavingOut }) {
  const leaveAll = async (): Promise<void> => {
    const all = await client.imports.problems({ id, code: reason.code, limit: mostAtOnce });
    leaving.leave(all.rows.map(({ line }) => line));
  };
  return <Button size="small" onClick={() => void leaveAll()}>{t('imports.leaveOutAll', { count: countText(Math.min(reason.count, mostAtOnce)) })}</Button>;
}

type ForAllProps = { readonly id: string; readonly reason: Reason; readonly rows: readonly QuarantinedRow[]; readonly syntax: LineSyntax; readonly onCorrect: (rows: readonly CorrectedRow[]) => Promise<void>; readonly isBusy: boolean };

/** One correction for all rows of a reason, where every shown one has a proposal of the same kind. */
function ForAll({ id, reason, rows, syntax, onCorrect, isBusy }: ForAllProps) {
  const kinds = new Set(rows.map((row) => proposalFor(row, syntax).kind));
  const [kind] = kinds;
  if (reason.count < 2 || kinds.size !== 1 || (kind !== 'swap' && kind !== 'join' && kind !== 'clean')) return null;
  const correctAll = async (): Promise<void> => {
    const all = await client.imports.problems({ id, code: reason.code, limit: mostAtOnce });
    await onCorrect(all.rows.flatMap((row) => {
      const proposal = proposalFor(row, syntax);
      return proposal.kind === kind ? [{ line: row.line, raw: proposal.raw }] : [];
    }));
  };
  return <Button size="small" disabledReason={isBusy ? t('imports.correcting') : null} onClick={() => void correctAll()}>{t(`imports.${kind}All`, { count: countText(Math.min(reason.count, mostAtOnce)) })}</Button>;
}
