import type { Reader, Tx } from '#db/store.ts';
import type { PartyResolver } from '#db/imports/parties.ts';
import type { SourceRef } from '#db/imports/commands.ts';
import type { Counts, TicketCounts } from '#shared/imports/counts.ts';
import type { RowReading } from '#shared/imports/cells.ts';
import type { CsvRecord } from '#shared/imports/csv.ts';
import type { Finding } from '#shared/imports/problems.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { ProblemSink } from './problem-sink.ts';

/** What the rows of one kind are taken in with. `tx` is null in a dry run: then nothing is written, and `source` may be none yet. */
export type RunContext = {
  readonly reader: Reader | Tx;
  readonly tx: Tx | null;
  readonly source: SourceRef | null;
  readonly importNo: number;
  /** What came of the rows so far: added to as they are taken. */
  readonly counts: Counts;
  readonly reading: RowReading;
  readonly parties: PartyResolver;
  readonly problems: ProblemSink;
  /** Rows of one key stand together in the file. */
  readonly isGrouped: boolean;
  /** The profile was given as a whole: its value maps replace what the source's values mean. */
  readonly isEdited: boolean;
  /** Feeds every data row of the file, in order, to `take`. */
  readonly eachRecord: (take: (record: CsvRecord) => void) => void;
  /** Tells how many rows were taken in the order of their keys; throws when the work shall stop. */
  readonly reportSorted: (done: number) => void;
};

/** What came of it. `digest` covers all rows that were taken in. */
export type RunResult = {
  readonly counts: Counts;
  readonly tickets: TicketCounts | null;
  readonly findings: readonly Finding[];
  readonly span: { readonly from: Instant; readonly to: Instant } | null;
  readonly digest: string;
  /** Services that the rows belong to, by number; null among them: rows without one. */
  readonly services: ReadonlySet<number | null>;
  /** Values that got another meaning. */
  readonly remapped: number;
};
