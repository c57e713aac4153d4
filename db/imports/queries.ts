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

export type ImportRow = {
  readonly no: number;
  readonly id: string;
  readonly kind: 'tickets' | 'outages' | 'maintenance' | 'readings' | 'responses';
  readonly sourceName: string;
  readonly sourceId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly fileSha256: string;
  readonly settingsJson: string;
  readonly rowCount: number;
  readonly newCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly quarantinedCount: number;
  readonly qualityJson: string;
  readonly happenedAt: number;
  readonly actor: string | null;
  readonly undoneByNo: number | null;
};

const importColumns = `imports.no, imports.id, imports.kind, sources.name AS sourceName, sources.id AS sourceId, files.id AS fileId, files.name AS fileName,
  files.byte_count AS fileBytes, files.sha256 AS fileSha256, settings_json AS settingsJson, row_count AS rowCount, new_count AS newCount, updated_count AS updatedCount,
  unchanged_count AS unchangedCount, quarantined_count AS quarantinedCount, quality_json AS qualityJson, changes.happened_at AS happenedAt, people.name AS actor, undone_by_no AS undoneByNo
  FROM imports JOIN sources ON sources.no = imports.source_no JOIN files ON files.id = imports.file_id JOIN changes ON changes.no = imports.change_no LEFT JOIN people ON people.id = changes.actor_id`;

/** All imports, the latest first. */
export function listImports(reader: Reader): ImportRow[] {
  return reader.all<ImportRow>(`SELECT ${importColumns} ORDER BY imports.no DESC`);
}

export function importWithId(reader: Reader, id: string): ImportRow | null {
  return reader.get<ImportRow>(`SELECT ${importColumns} WHERE imports.id = ?`, id) ?? null;
}

/** Whether an import that stands came after it. */
export function hasLaterImport(reader: Reader, no: number): boolean {
  return reader.value('SELECT 1 FROM imports WHERE no > ? AND undone_by_no IS NULL', no) !== undefined;
}

/** Ids of the agreements that have a signed version. */
export function signedAgreements(reader: Reader): string[] {
  return reader.all<{ id: string }>("SELECT DISTINCT agreement_id AS id FROM agreement_versions WHERE state = 'signed'").map(({ id }) => id);
}

export type CoverageRow = {
  readonly source: string;
  readonly sourceId: string;
  readonly serviceId: string | null;
  readonly service: string | null;
  readonly kind: 'tickets' | 'outages' | 'readings';
  readonly from: number;
  readonly to: number;
  readonly nextExpectedOn: string | null;
};

/** What span of which source and service is known. */
export function listCoverages(reader: Reader): CoverageRow[] {
  return reader.all<CoverageRow>(
    `SELECT sources.name AS source, sources.id AS sourceId, services.id AS serviceId, services.name AS service, coverages.kind, from_at AS "from", to_at AS "to", next_expected_on AS nextExpectedOn
     FROM coverages JOIN sources ON sources.no = coverages.source_no LEFT JOIN services ON services.no = coverages.service_no ORDER BY sources.name, services.name, from_at`,
  );
}

/** The import that a change made and that still stands; null for any other change. */
export function importOfChange(reader: Reader, changeId: string): string | null {
  return reader.value<string>('SELECT imports.id FROM imports JOIN changes ON changes.no = imports.change_no WHERE changes.id = ? AND undone_by_no IS NULL', changeId) ?? null;
}
