import type { ReadingRow } from '#shared/imports/reading-rows.ts';
import { newId } from '../ids.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

type KnownReading = {
  readonly id: string;
  readonly value_ppb: number | null;
  readonly value_count: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
  readonly organisation_id: string | null;
};

export type ReadingParties = { readonly serviceId: string | null; readonly organisationId: string | null };

/** The reading that a source gave for the same metric, service and days; null where there is none. */
export function knownReading(reader: Reader | Tx, sourceNo: number, row: ReadingRow, { serviceId, organisationId }: ReadingParties): KnownReading | null {
  return (
    reader.get<KnownReading>(
      `SELECT readings.id, value_ppb, value_count, numerator, denominator, note, readings.organisation_id FROM readings JOIN imports ON imports.no = readings.import_no
       WHERE imports.source_no = ? AND indicator = ? COLLATE NOCASE AND readings.service_id IS ? AND readings.organisation_id IS ? AND from_on = ? AND to_on = ?`,
      sourceNo, row.metric, serviceId, organisationId, row.from, row.to,
    ) ?? null
  );
}

export function sameReading(known: KnownReading, row: ReadingRow): boolean {
  return known.value_ppb === row.valuePpb && known.value_count === row.valueMilli && known.numerator === row.numerator && known.denominator === row.denominator && known.note === noteOf(row);
}

export function insertReading(tx: Tx, row: ReadingRow, { serviceId, organisationId }: ReadingParties, importNo: number): void {
  tx.run(
    'INSERT INTO readings (id, indicator, service_id, organisation_id, from_on, to_on, value_ppb, value_count, numerator, denominator, note, import_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    newId(), row.metric, serviceId, organisationId, row.from, row.to, row.valuePpb, row.valueMilli, row.numerator, row.denominator, noteOf(row), importNo,
  );
}

export function updateReading(tx: Tx, id: string, row: ReadingRow, importNo: number): void {
  tx.run('UPDATE readings SET value_ppb = ?, value_count = ?, numerator = ?, denominator = ?, note = ?, import_no = ? WHERE id = ?', row.valuePpb, row.valueMilli, row.numerator, row.denominator, noteOf(row), importNo, id);
}

/** The unit has no column of its own: where it is not the per cent of a share it stands with the note. */
function noteOf(row: ReadingRow): string | null {
  if (row.unit === null || row.unit === '%') return row.note;
  return row.note === null ? row.unit : `${row.unit}; ${row.note}`;
}
