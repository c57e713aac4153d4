import { client } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#shared/format/figures.ts';
import type { LineSyntax } from '#shared/imports/corrections.ts';
import type { ProblemSort } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import { proposalFor, type QuarantinedRow } from './correction.tsx';
import styles from './quarantine.module.css';
import { mostAtOnce, proposedLines, type Correcting } from './use-correct.ts';
import type { LeavingOut } from './use-leave-out.ts';

type GroupQuery = { readonly id: string; readonly code: string; readonly find: string; readonly sort: { by: ProblemSort; descending: boolean }[] };

/** What can be done with all rows of a reason at once: mend them as the first one is proposed to be mended, or leave them out for good. */
export function GroupDeeds({ query, count, first, syntax, correcting, leaving }: { query: GroupQuery; count: number; first: QuarantinedRow | undefined; syntax: LineSyntax; correcting: Correcting; leaving: LeavingOut }) {
  if (count < 2) return null;
  const kind = first === undefined ? null : proposalFor(first, syntax).kind;
  const all = async (): Promise<readonly QuarantinedRow[]> => (await client.imports.problems({ ...query, limit: mostAtOnce })).rows;
  const correctAll = async (): Promise<void> => correcting.correct(proposedLines(await all(), syntax));
  const leaveAll = async (): Promise<void> => leaving.leave((await all()).map(({ line }) => line));
  const shown = countText(Math.min(count, mostAtOnce));
  return (
    <span className={styles.deeds}>
      {kind !== 'swap' && kind !== 'join' && kind !== 'clean' ? null : <Button size="small" disabledReason={correcting.isBusy ? t('imports.correcting') : null} onClick={() => void correctAll()}>{t(`imports.${kind}All`, { count: shown })}</Button>}
      <Button size="small" onClick={() => void leaveAll()}>{t('imports.leaveOutAll', { count: shown })}</Button>
    </span>
  );
}
