import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { workspaceRow } from '#db/workspace/queries.ts';
import { defineJob, type JobContext } from '#electron/jobs/job.ts';
import { cellText, sheetFormats, sheetValue } from '#shared/exports/cells.ts';
import { exportInputSchema, type Cell, type ExportColumn, type ExportFormat } from '#shared/exports/model.ts';
import { offsetsOf } from '#shared/exports/offset.ts';
import { csvLine } from '#shared/format/csv.ts';
import type { Instant } from '#shared/time/instant.ts';
import { ticketTable } from './ticket-table.ts';

/** A table on its way into a file: rows come as they are read. */
export type TableStream = { readonly columns: readonly ExportColumn[]; readonly count: number; readonly rows: Iterable<readonly Cell[]> };

/** Width of a letter of a spreadsheet's own face, in pixels. */
const letterPx = 7;
const linesAtOnce = 2000;
const sheetNameLength = 31;

/** Writes a list into a file of its own, row by row, so that 200,000 rows need no more memory than 200. */
export const exportJob = defineJob(exportInputSchema, async (input, job) => {
  const offset = offsetsOf(job.store.read((reader) => workspaceRow(reader).zone));
  const table: TableStream = input.kind === 'tickets' ? ticketTable(job.store, input) : { columns: input.columns, count: input.rows.length, rows: input.rows };
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-export-'));
  const file = path.join(folder, 'export');
  try {
    const rows = told(table, job);
    const bytes = input.format === 'csv' ? Readable.from(csvChunks(table.columns, rows, offset)) : Readable.fromWeb(sheetBytes(input.name, table.columns, rows, offset));
    await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { path: file, rows: table.count, ...kindOfFile[input.format] };
});

const kindOfFile: Readonly<Record<ExportFormat, { readonly ending: string; readonly mediaType: string }>> = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
};

/** The rows as they go by: says how far it is, and stops where the job was cancelled. */
function* told(table: TableStream, job: JobContext): Generator<readonly Cell[]> {
  let done = 0;
  job.report('write', 0, table.count, 'rows');
  for (const row of table.rows) {
    yield row;
    done += 1;
    if (done % linesAtOnce === 0 || done === table.count) job.report('write', done, table.count, 'rows');
  }
}

function* csvChunks(columns: readonly ExportColumn[], rows: Iterable<readonly Cell[]>, offset: (at: Instant) => number): Generator<string> {
  let text = `\ufeff${csvLine(columns.map(({ head }) => cellText(head, 'text', offset)))}`;
  let lines = 0;
  for (const row of rows) {
    text += csvLine(columns.map(({ kind }, index) => cellText(row[index] ?? null, kind, offset)));
    lines += 1;
    if (lines % linesAtOnce !== 0) continue;
    yield text;
    text = '';
  }
  yield text;
}

function sheetBytes(name: string, columns: readonly ExportColumn[], rows: Iterable<readonly Cell[]>, offset: (at: Instant) => number) {
  return writeXlsxStream(sheetRows(columns, rows, offset), {
    name: name.replace(/[\\/?*[\]:']/gu, ' ').trim().slice(0, sheetNameLength) || 'Parley',
    freezePane: { rows: 1 },
    columns: columns.map(({ head, kind, width }) => {
      const format = sheetFormats[kind];
      return { header: head, width: Math.min(80, Math.max(8, Math.round((width ?? 120) / letterPx))), ...(format === null ? {} : { numFmt: format }) };
    }),
  });
}

function* sheetRows(columns: readonly ExportColumn[], rows: Iterable<readonly Cell[]>, offset: (at: Instant) => number) {
  for (const row of rows) yield columns.map(({ kind }, index) => sheetValue(row[index] ?? null, kind, offset));
}
