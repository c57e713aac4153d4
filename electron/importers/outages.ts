import { createHash } from 'node:crypto';
import { outageLookup, OutageWriter } from '#db/outages/import-writer.ts';
import { mappedName } from '#shared/imports/profile.ts';
import { outageRowReader, type OutageRow } from '#shared/imports/outage-rows.ts';
import { isProblem } from '#shared/imports/ticket-rows.ts';
import type { RunContext, RunResult } from './import-run.ts';
import { SeenKeys } from './seen-keys.ts';

/** Takes outages, degradations and planned work in. */
export function importOutages(context: RunContext): RunResult {
  const { reader, tx, source, reading, parties, problems, counts } = context;
  const read = outageRowReader(reading);
  const find = source === null ? null : outageLookup(reader, source.no);
  const writer = tx === null || source === null ? null : new OutageWriter(tx, source.no, context.importNo);
  const seen = new SeenKeys();
  const services = new Set<number | null>();
  const digest = createHash('sha256');
  let [from, to, open] = [Infinity, -Infinity, 0];

  function put(row: OutageRow): void {
    const serviceNo = parties.service(mappedName(reading.fit.profile.values.service, row.service)).no;
    services.add(serviceNo);
    from = Math.min(from, row.start);
    to = Math.max(to, row.end ?? row.start);
    if (row.end === null) open += 1;
    const content = `${serviceNo} ${row.start} ${row.end ?? ''} ${row.fingerprint}`;
    digest.update(content);
    const known = find?.(row.key);
    if (known === undefined) {
      counts.new += 1;
      writer?.insert(row, serviceNo, content);
    } else if (known.digest === content) {
      counts.unchanged += 1;
    } else {
      counts.updated += 1;
      writer?.update(known, row, serviceNo, content);
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
  return {
    counts,
    tickets: null,
    findings: open === 0 ? [] : [{ code: 'outage-open', count: open, text: 'outages have no end: they count until the end of the data' }],
    span: from <= to ? { from, to } : null,
    digest: digest.digest('hex'),
    services,
    remapped: 0,
  };
}
