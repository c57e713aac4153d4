import type { MetricTerm } from '#shared/agreements/terms.ts';
import type { Reading } from '#shared/compliance/metrics.ts';
import { ppbToPercent } from '#shared/ratio/decimal.ts';
import type { Reader } from '../store.ts';
import type { Scope } from './scope.ts';

type ReadingRow = {
  from_on: string; to_on: string; value_ms: number | null; value_ppb: number | null; value_count: number | null; numerator: number | null; denominator: number | null;
  service_id: string | null; organisation_id: string | null;
};

/** Values of a metric target: those recorded for the term, and those of its name for the agreement's services and customers. */
export function readingsOf(reader: Reader, agreementId: string, term: MetricTerm, scope: Scope): Reading[] {
  const rows = reader.all<ReadingRow>(
    `SELECT from_on, to_on, value_ms, value_ppb, value_count, numerator, denominator, service_id, organisation_id FROM readings
     WHERE term_id = (SELECT id FROM terms WHERE agreement_id = :agreement AND code = :code)
        OR (indicator = :name COLLATE NOCASE AND term_id IS NULL AND (agreement_id IS NULL OR agreement_id = :agreement))
     ORDER BY from_on, id`,
    { agreement: agreementId, code: term.id, name: term.name },
  );
  const services = new Set(scope.services.map((service) => service.id));
  return rows
    .filter((row) => (row.service_id === null || services.size === 0 || services.has(row.service_id)) && (row.organisation_id === null || scope.customerIds.size === 0 || scope.customerIds.has(row.organisation_id)))
    .flatMap((row) => {
      const value = valueOf(row);
      return value === null ? [] : [{ from: row.from_on, to: row.to_on, value, numerator: row.numerator, denominator: row.denominator }];
    });
}

/** Thousandths, parts per billion of a share, or milliseconds as seconds, as a number of the metric's unit. */
function valueOf(row: ReadingRow): number | null {
  if (row.value_count !== null) return row.value_count / 1000;
  if (row.value_ppb !== null) return ppbToPercent(row.value_ppb);
  if (row.value_ms !== null) return row.value_ms / 1000;
  return row.numerator !== null && row.denominator !== null && row.denominator > 0 ? row.numerator / row.denominator : null;
}
