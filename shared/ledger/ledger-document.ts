import { formatInstant, type Instant } from '#shared/time/instant.ts';
import type { DueMove, Ledger, LedgerStretch } from './model.ts';

/** A ledger as `tickets ledger --json` prints it: instants as ISO with the offset of `zone`, durations in ms. */
export type LedgerDocument = {
  readonly ticket: string;
  readonly term: string;
  readonly start: string;
  readonly stop: string | null;
  readonly due: string | null;
  readonly verdict: Ledger['verdict'];
  readonly stretches: readonly (Omit<LedgerStretch, 'from' | 'to'> & { readonly from: string; readonly to: string })[];
  readonly sums: Ledger['sums'];
  /** How far it can be trusted, in words. */
  readonly marks: readonly string[];
  readonly dueMoves: readonly (Omit<DueMove, 'from' | 'to' | 'due'> & { readonly from: string; readonly to: string | null; readonly due: string })[];
  readonly countedByTeam: Ledger['countedByTeam'];
};

export function ledgerDocument(ledger: Ledger, zone: string): LedgerDocument {
  const iso = (at: Instant): string => formatInstant(at, zone);
  const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
  return {
    ticket: ledger.ticket,
    term: ledger.term,
    start: iso(ledger.start),
    stop: isoOrNull(ledger.stop),
    due: isoOrNull(ledger.due),
    verdict: ledger.verdict,
    stretches: ledger.stretches.map((stretch) => ({ ...stretch, from: iso(stretch.from), to: iso(stretch.to) })),
    sums: ledger.sums,
    marks: markTexts(ledger),
    dueMoves: ledger.dueMoves.map((move) => ({ ...move, from: iso(move.from), to: isoOrNull(move.to), due: iso(move.due) })),
    countedByTeam: ledger.countedByTeam,
  };
}

/** The marks of a result in words: `history incomplete: 3 updates missing`. */
export function markTexts(result: Pick<Ledger, 'marks' | 'missingUpdates'>): string[] {
  return result.marks.map((mark) => (mark === 'history incomplete' ? `history incomplete: ${result.missingUpdates} ${result.missingUpdates === 1 ? 'update' : 'updates'} missing` : mark));
}
