import { createHash } from 'node:crypto';
import { insertReading, knownReading, sameReading, updateReading } from '#db/metrics/import-writer.ts';
import type { Finding } from '#shared/imports/problems.ts';
import { mappedName } from '#shared/imports/profile.ts';
import { readingRowReader, type ReadingRow } from '#shared/imports/reading-rows.ts';
import { isProblem } from '#shared/imports/ticket-rows.ts';
import { addDays, startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import type { RunContext, RunResult } from './import-run.ts';
import { SeenKeys } from './seen-keys.ts';

/** Takes values of metrics in. `zone` is that of the days. */
export function importReadings(context: RunContext, zone: string): RunResult {
  const { reader, tx, source, reading, parties, problems, counts, importNo } = context;
  const { values } = reading.fit.profile;
  const read = readingRowReader(reading);
  const seen = new SeenKeys();
  const services = new Set<number | null>();
  const units = new Map<string, Set<string>>();
  const digest = createHash('sha256');
  let first: PlainDate | null = null;
  let last: PlainDate | null = null;

  function put(row: ReadingRow): void {
    const service = row.service === null ? null : parties.service(mappedName(values.service, row.service));
    const customer = row.customer === null ? null : parties.customer(mappedName(values.customer, row.customer));
    services.add(service === null ? null : service.no);
    if (first === null || row.from < first) first = row.from;
    if (last === null || row.to > last) last = row.to;
    if (row.unit !== null) units.set(row.metric, (units.get(row.metric) ?? new Set()).add(row.unit));
    digest.update(row.fingerprint);
    const ids = { serviceId: service === null ? null : service.id, organisationId: customer === null ? null : customer.id };
    const known = source === null ? null : knownReading(reader, source.no, row, ids);
    if (known === null) {
      counts.new += 1;
      if (tx !== null) insertReading(tx, row, ids, importNo);
    } else if (sameReading(known, row)) {
      counts.unchanged += 1;
    } else {
      counts.updated += 1;
      if (tx !== null) updateReading(tx, known.id, row, importNo);
    }
  }

  try {
    context.eachRecord((record) => {
      counts.read += 1;
      const row = read(record);
      const problem = isProblem(row) ? row : seen.problemOf(row);
      if (problem !== null) {
        counts.quarantined += 1;
        problems.add(problem);
      } else if (!isProblem(row)) {
        put(row);
      }
    });
  } finally {
    seen.close();
  }
  const span = first === null || last === null ? null : { from: startOfDay(first, zone), to: startOfDay(addDays(last, 1), zone) };
  return { counts, tickets: null, findings: unitFindings(units), span, digest: digest.digest('hex'), services, remapped: 0 };
}

function unitFindings(units: ReadonlyMap<string, ReadonlySet<string>>): Finding[] {
  return [...units].filter(([, names]) => names.size > 1).map(([metric, names]) => ({ code: 'units-differ', count: names.size, text: `units are used for ${metric}: ${[...names].join(', ')}` }));
}
