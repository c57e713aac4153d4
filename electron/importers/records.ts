import { closeSync, openSync, readSync } from 'node:fs';
import { CsvSplitter, type CsvRecord } from '#shared/imports/csv.ts';
import type { Dialect } from '#shared/imports/dialect.ts';

/** Bytes that are read at once; memory does not depend on the size of the file. */
export const pieceBytes = 64 * 1024;

/**
 * Reads a delimited text from front to end and calls `take` for each record after the header, synchronously, so that it can run
 * inside one transaction. `onPiece` is told the bytes read so far after each piece and may throw to stop.
 */
export function readRecords(file: string, encoding: string, dialect: Dialect, take: (record: CsvRecord) => void, onPiece: (bytes: number) => void): void {
  const handle = openSync(file, 'r');
  const decoder = new TextDecoder(encoding);
  const splitter = new CsvSplitter(dialect);
  const piece = Buffer.allocUnsafe(pieceBytes);
  let bytes = 0;
  function afterHeader(record: CsvRecord): void {
    if (record.line > dialect.headerLine) take(record);
  }
  try {
    for (;;) {
      const count = readSync(handle, piece, 0, pieceBytes, null);
      if (count === 0) break;
      bytes += count;
      splitter.push(decoder.decode(piece.subarray(0, count), { stream: true }), afterHeader);
      onPiece(bytes);
    }
    splitter.push(decoder.decode(), afterHeader);
    splitter.end(afterHeader);
  } finally {
    closeSync(handle);
  }
}

/** The first bytes of a file. */
export function readHead(file: string, length: number): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(handle, head, filled, length - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return head.subarray(0, filled);
  } finally {
    closeSync(handle);
  }
}

/** A copy that does not keep the piece of text alive from which it was cut. */
export function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
