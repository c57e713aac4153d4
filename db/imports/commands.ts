import type { Finding, Problem } from '#shared/imports/problems.ts';
import type { Instant } from '#shared/time/instant.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../transaction.ts';

export type SourceRef = { readonly no: number; readonly id: string };

/** Makes a source: one exporting system, as one customer uses it. */
export function createSource(tx: Tx, source: { readonly name: string; readonly kind: string; readonly organisationId: string | null }): SourceRef {
  const id = newId();
  const no = (tx.value<number>('SELECT max(no) FROM sources') ?? 0) + 1;
  tx.run('INSERT INTO sources (no, id, name, kind, organisation_id) VALUES (?, ?, ?, ?, ?)', no, id, source.name, source.kind, source.organisationId);
  return { no, id };
}

/** Says again to whom a source belongs, where that was taken back with its last import. */
export function completeSource(tx: Tx, no: number, organisationId: string): void {
  tx.run('UPDATE sources SET organisation_id = ? WHERE no = ? AND organisation_id IS NULL', organisationId, no);
}

/** The number that the next import gets. Its row is written last, so the keys to it are checked at the commit. */
export function reserveImport(tx: Tx): number {
  tx.run('PRAGMA defer_foreign_keys = ON');
  return (tx.value<number>('SELECT max(no) FROM imports') ?? 0) + 1;
}

export type ImportRecord = {
  readonly no: number;
  readonly sourceNo: number;
  readonly kind: 'tickets' | 'outages' | 'readings';
  readonly fileId: string;
  readonly settings: unknown;
  readonly counts: { readonly read: number; readonly new: number; readonly updated: number; readonly unchanged: number; readonly quarantined: number };
  readonly contentSha256: string;
  readonly quality: readonly Finding[];
};

/** Writes the import itself; answers its id. */
export function insertImport(tx: Tx, record: ImportRecord): string {
  const id = newId();
  tx.run(
    `INSERT INTO imports (no, id, source_no, kind, file_id, settings_json, row_count, new_count, updated_count, unchanged_count, quarantined_count, content_sha256, quality_json, change_no)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record.no, id, record.sourceNo, record.kind, record.fileId, JSON.stringify(record.settings), record.counts.read, record.counts.new, record.counts.updated,
    record.counts.unchanged, record.counts.quarantined, record.contentSha256, JSON.stringify(record.quality), tx.change.no,
  );
  return id;
}

/** Writes quarantined rows of an import one by one, as they come. */
export function problemWriter(tx: Tx, importNo: number): (problem: Problem) => void {
  const insert = tx.prepare('INSERT OR IGNORE INTO import_problems (import_no, line, code, detail, raw) VALUES (?, ?, ?, ?, ?)');
  tx.touch('import_problems');
  return ({ line, code, detail, raw }) => void insert.run(importNo, line, code, detail, raw);
}

/** Drops the stored figures, which new rows make untrue; with `sourceNo` also the verdicts of that source's tickets. */
export function forgetResults(tx: Tx, sourceNo: number | null): void {
  if (sourceNo !== null) tx.run('DELETE FROM ticket_results WHERE ticket_no IN (SELECT no FROM tickets WHERE source_no = ?)', sourceNo);
  tx.run('DELETE FROM target_results');
  tx.touch('ticket_results', 'target_results');
}

/** Says what span of a source and service is known. */
export function insertCoverage(tx: Tx, coverage: { readonly sourceNo: number; readonly serviceNo: number | null; readonly kind: 'tickets' | 'outages' | 'readings'; readonly from: Instant; readonly to: Instant; readonly importNo: number | null }): void {
  tx.run('INSERT INTO coverages (source_no, service_no, kind, from_at, to_at, import_no) VALUES (?, ?, ?, ?, ?, ?)', coverage.sourceNo, coverage.serviceNo, coverage.kind, coverage.from, coverage.to, coverage.importNo);
  tx.touch('coverages');
}
