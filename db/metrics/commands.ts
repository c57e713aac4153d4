import { newId } from '../ids.ts';
import type { Tx } from '../transaction.ts';

/** A reading as it is written: thousandths of the unit, or parts per billion of a share in per cent. */
export type ReadingValues = {
  readonly metric: string;
  readonly from: string;
  readonly to: string;
  readonly valueMilli: number | null;
  readonly valuePpb: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly serviceId: string | null;
  readonly customerId: string | null;
  readonly note: string | null;
};

export function createReading(tx: Tx, reading: ReadingValues, personId: string | null): string {
  const id = newId();
  tx.run(
    'INSERT INTO readings (id, indicator, service_id, organisation_id, from_on, to_on, value_ppb, value_count, numerator, denominator, note, person_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id, reading.metric, reading.serviceId, reading.customerId, reading.from, reading.to, reading.valuePpb, reading.valueMilli, reading.numerator, reading.denominator, reading.note, personId,
  );
  tx.run('DELETE FROM target_results');
  return id;
}

export function changeReading(tx: Tx, id: string, reading: ReadingValues): void {
  tx.run(
    'UPDATE readings SET indicator = ?, service_id = ?, organisation_id = ?, from_on = ?, to_on = ?, value_ms = NULL, value_ppb = ?, value_count = ?, numerator = ?, denominator = ?, note = ? WHERE id = ?',
    reading.metric, reading.serviceId, reading.customerId, reading.from, reading.to, reading.valuePpb, reading.valueMilli, reading.numerator, reading.denominator, reading.note, id,
  );
  tx.run('DELETE FROM target_results');
}

/** Writes values of which some are there already: one of the same metric, span, service and customer is changed. */
export function pasteReadings(tx: Tx, readings: readonly ReadingValues[], personId: string | null): { created: number; changed: number } {
  let changed = 0;
  for (const reading of readings) {
    const present = readingIdOf(tx, reading);
    if (present === null) {
      createReading(tx, reading, personId);
    } else {
      changeReading(tx, present, reading);
      changed += 1;
    }
  }
  return { created: readings.length - changed, changed };
}

/** The one of the same metric, span, service and customer; null where there is none. */
export function readingIdOf(tx: Tx, reading: ReadingValues): string | null {
  return tx.value<string>(
    'SELECT id FROM readings WHERE indicator = ? AND from_on = ? AND to_on = ? AND service_id IS ? AND organisation_id IS ? ORDER BY id LIMIT 1',
    reading.metric, reading.from, reading.to, reading.serviceId, reading.customerId,
  ) ?? null;
}

export function removeReading(tx: Tx, id: string): void {
  tx.run('DELETE FROM readings WHERE id = ?', id);
  tx.run('DELETE FROM target_results');
}
