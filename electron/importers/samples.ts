import { outageRowReader } from '#shared/imports/outage-rows.ts';
import { reasonOf, type Problem } from '#shared/imports/problems.ts';
import { readingRowReader } from '#shared/imports/reading-rows.ts';
import type { CsvRecord } from '#shared/imports/csv.ts';
import type { RowReading } from '#shared/imports/cells.ts';
import type { Preview, SampleRow } from '#shared/imports/screen-model.ts';
import { isProblem, ticketRowReader } from '#shared/imports/ticket-rows.ts';
import type { ImportInput } from './input.ts';
import type { Prepared } from './prepare.ts';
import { readRecords } from './records.ts';

const sampleSize = 5;
const oddSize = 50;
/** Records that are looked at for samples: enough to find odd rows, without reading a long file again. */
const lookedAt = 250_000;

class Enough extends Error {}

/** The first rows, the rows of one ticket that has several, and rows that are odd: quarantined, or of an unknown state. */
export function sampleRows(input: ImportInput, prepared: Prepared): Preview['samples'] {
  const { scan, dialect } = prepared;
  const reading: RowReading = { ...prepared.reading, zone: prepared.reading.zone ?? prepared.workspaceZone };
  const read = rowReader(reading);
  const keyIndex = reading.fit.columns.find(({ field }) => field === 'key')?.index;
  const first: CsvRecord[] = [];
  const odd: SampleRow[] = [];
  let ticket: CsvRecord[] = [];
  let current: CsvRecord[] = [];
  let currentKey = '';
  let seen = 0;
  function take(record: CsvRecord): void {
    seen += 1;
    if (first.length < sampleSize) first.push(record);
    if (odd.length < oddSize) {
      const row = read(record);
      if (isProblem(row)) odd.push(sampleOf(record, row));
    }
    if (ticket.length === sampleSize) return;
    const key = keyIndex === undefined ? '' : (record.fields[keyIndex] ?? '');
    if (key !== currentKey) {
      if (current.length > ticket.length) ticket = current;
      current = [];
      currentKey = key;
    }
    if (current.length < sampleSize) current.push(record);
  }
  try {
    readRecords(input.file, scan.encoding.label, dialect, take, () => {
      if (seen > lookedAt) throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  if (current.length > ticket.length) ticket = current;
  const sample = (record: CsvRecord): SampleRow => sampleOf(record, read(record));
  return { first: first.map(sample), ticket: ticket.map(sample), odd };
}

function rowReader(reading: RowReading): (record: CsvRecord) => object | Problem {
  const { kind } = reading.fit.profile;
  if (kind === 'tickets') return ticketRowReader(reading);
  return kind === 'outages' ? outageRowReader(reading) : readingRowReader(reading);
}

function sampleOf(record: CsvRecord, row: object | Problem): SampleRow {
  const cells = record.fields.map((cell) => Buffer.from(cell.slice(0, 200)).toString());
  if (isProblem(row)) return { line: record.line, cells, values: {}, problem: { code: row.code, reason: reasonOf(row) } };
  const values = Object.entries(row).filter(([name]) => name !== 'raw' && name !== 'fingerprint' && name !== 'line');
  return { line: record.line, cells, values: Object.fromEntries(values.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 200) : typeof value === 'number' ? value : null])), problem: null };
}
