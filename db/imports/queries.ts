import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

export type SourceRow = { readonly no: number; readonly id: string; readonly name: string; readonly kind: string };

export function sourceNamed(reader: Reader | Tx, name: string): SourceRow | null {
  return reader.get<SourceRow>('SELECT no, id, name, kind FROM sources WHERE name = ?', name) ?? null;
}

/** The settings of the last import of a source that still stands. */
export function lastSettings(reader: Reader | Tx, sourceNo: number): unknown {
  const json = reader.value<string>('SELECT settings_json FROM imports WHERE source_no = ? AND undone_by_no IS NULL ORDER BY no DESC LIMIT 1', sourceNo);
  return json === undefined ? null : JSON.parse(json);
}

/** Whether a standing import of the source has this content. */
export function hasImported(reader: Reader | Tx, sourceNo: number, contentSha256: string): boolean {
  return reader.value('SELECT 1 FROM imports WHERE source_no = ? AND content_sha256 = ? AND undone_by_no IS NULL', sourceNo, contentSha256) !== undefined;
}

/** Whether a coverage as wide as this is known already. */
export function hasCoverage(reader: Reader | Tx, coverage: { readonly sourceNo: number; readonly serviceNo: number | null; readonly from: number; readonly to: number }): boolean {
  return (
    reader.value('SELECT 1 FROM coverages WHERE source_no = ? AND service_no IS ? AND from_at <= ? AND to_at >= ?', coverage.sourceNo, coverage.serviceNo, coverage.from, coverage.to) !== undefined
  );
}
