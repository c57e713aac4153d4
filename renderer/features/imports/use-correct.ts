import { useCallback, useMemo, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { markSaved } from '#renderer/app/saved.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { countText } from '#shared/format/figures.ts';
import type { LineSyntax } from '#shared/imports/corrections.ts';
import { t } from '#shared/messages/messages.ts';
import { proposalFor, type QuarantinedRow } from './correction.tsx';

export type CorrectedRow = { readonly line: number; readonly raw: string };

export type Correcting = {
  readonly isBusy: boolean;
  /** Takes rows in as they were corrected, all or none. `faults` says what still keeps a row out, by its line. */
  readonly correct: (rows: readonly CorrectedRow[]) => Promise<void>;
  readonly faults: ReadonlyMap<number, string>;
};

/** Corrects quarantined rows of an import; each correction is an import that Ctrl Z takes back. */
export function useCorrect(id: string): Correcting {
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<ReadonlyMap<number, string>>(new Map());
  const correct = useCallback(async (rows: readonly CorrectedRow[]): Promise<void> => {
    setBusy(true);
    setFaults(new Map());
    try {
      const job = await client.imports.correct({ id, rows: [...rows] });
      const answer = await client.imports.result(job);
      if (answer.quarantine.length > 0) {
        setFaults(new Map(answer.quarantine.map(({ row, reason }) => [rows[row - firstLine]?.line ?? 0, reason])));
        if (rows.length > 1) toast(t('imports.correctedNone', { count: answer.counts.quarantined }));
      } else {
        const correction = answer.import;
        markSaved(correction === null ? null : () => client.imports.undo({ id: correction }));
        toast(correction === null ? t('imports.correctedNothing') : t('imports.corrected', { count: rows.length, rows: countText(rows.length) }));
      }
    } catch (error) {
      const { title, wayOut } = wordsOfFailure(error);
      toast(`${title} ${wayOut ?? ''}`);
    }
    setBusy(false);
  }, [id]);
  return useMemo(() => ({ isBusy, correct, faults }), [isBusy, correct, faults]);
}

/** Rows that one correction takes. */
export const mostAtOnce = 1000;

/** The rows for which a whole line is proposed, as it would be. */
export function proposedLines(rows: readonly QuarantinedRow[], syntax: LineSyntax): readonly CorrectedRow[] {
  return rows.slice(0, mostAtOnce).flatMap((row) => {
    const proposal = proposalFor(row, syntax);
    return 'raw' in proposal ? [{ line: row.line, raw: proposal.raw }] : [];
  });
}

/** Rows of a correction stand after its header. */
const firstLine = 2;
