import { ppbToPercent } from '#shared/ratio/decimal.ts';
import type { Reading } from '#shared/metrics/model.ts';
import type { Reader } from '../reader.ts';

export type ReadingQuery = { readonly metric?: string | undefined; readonly serviceId?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined; readonly offset: number; readonly limit: number };

type Row = Omit<Reading, 'value' | 'unit' | 'isTyped'> & { value_ms: number | null; value_ppb: number | null; value_count: number | null; import_no: number | null };

const columns = `readings.id, coalesce(indicator, terms.code) AS metric, from_on AS "from", to_on AS "to", value_ms, value_ppb, value_count, numerator, denominator,
  readings.service_id AS serviceId, services.name AS service, readings.organisation_id AS customerId, organisations.name AS customer, note, import_no
  FROM readings LEFT JOIN services ON services.id = readings.service_id LEFT JOIN organisations ON organisations.id = readings.organisation_id LEFT JOIN terms ON terms.id = readings.term_id`;
const where = `WHERE (:metric IS NULL OR indicator = :metric COLLATE NOCASE) AND (:service IS NULL OR readings.service_id = :service) AND (:from IS NULL OR to_on >= :from) AND (:to IS NULL OR from_on < :to)`;

/** Values of metrics that touch the days from `from` to the day before `to`, the latest first. */
export function listReadings(reader: Reader, query: ReadingQuery): { total: number; rows: Reading[] } {
  const values = { metric: query.metric ?? null, service: query.serviceId ?? null, from: query.from ?? null, to: query.to ?? null };
  const total = reader.value<number>(`SELECT count(*) FROM readings ${where}`, values) ?? 0;
  const rows = reader.all<Row>(`SELECT ${columns} ${where} ORDER BY from_on DESC, metric LIMIT :limit OFFSET :offset`, { ...values, limit: query.limit, offset: query.offset });
  return { total, rows: rows.map(readingOf) };
}

export function readingWithId(reader: Reader, id: string): Reading | null {
  const row = reader.get<Row>(`SELECT ${columns} WHERE readings.id = ?`, id);
  return row === undefined ? null : readingOf(row);
}

function readingOf({ value_ms: ms, value_ppb: ppb, value_count: milli, import_no: importNo, ...row }: Row): Reading {
  return { ...row, value: milli !== null ? milli / 1000 : ppb !== null ? ppbToPercent(ppb) : ms !== null ? ms / 1000 : null, unit: ppb === null ? null : '%', isTyped: importNo === null };
}
