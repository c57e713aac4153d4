import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { newId } from '../ids.ts';
import type { Tx } from '../transaction.ts';
import { fileIdOfBytes } from './queries.ts';

/** Plain bytes per piece: packed or not, a piece stays below 1 MiB. */
const pieceSize = 1_048_576 - 4096;

/** Stores bytes once: the same bytes again answer the id that is there. */
export function storeFile(tx: Tx, name: string, mediaType: string, bytes: Uint8Array): string {
  return storeFileFrom(tx, name, mediaType, [bytes]);
}

/**
 * Stores a file from a synchronous stream of pieces of any size, without ever holding more than one piece; answers its id.
 * The same bytes are stored once, by SHA-256. Texts are kept with the line in which each piece begins, so one line can be read alone.
 */
export function storeFileFrom(tx: Tx, name: string, mediaType: string, source: Iterable<Uint8Array>): string {
  const no = (tx.value<number>('SELECT max(coalesce((SELECT max(no) FROM files), 0), coalesce((SELECT max(file_no) FROM file_chunks), 0))') ?? 0) + 1;
  const insert = tx.prepare('INSERT INTO file_chunks (file_no, chunk_no, first_line, bytes) VALUES (?, ?, ?, ?)');
  const digest = createHash('sha256');
  const hasLines = mediaType.startsWith('text/');
  let encoding: 'raw' | 'deflate' | null = null;
  let level = 6;
  let byteCount = 0;
  let chunk = 0;
  let line = 1;
  for (const piece of regrouped(source)) {
    digest.update(piece);
    if (encoding === null) {
      level = piece.length < pieceSize ? 6 : 1;
      encoding = isWorthPacking(piece) ? 'deflate' : 'raw';
    }
    const firstLine = hasLines ? line : null;
    if (encoding === 'deflate') withPacked(piece, level, (packed) => insert.run(no, chunk, firstLine, packed));
    else insert.run(no, chunk, firstLine, piece);
    if (hasLines) line += lineEnds(piece);
    byteCount += piece.length;
    chunk += 1;
  }
  const sha256 = digest.digest('hex');
  const known = fileIdOfBytes(tx, sha256);
  if (known !== null) {
    tx.run('DELETE FROM file_chunks WHERE file_no = ?', no);
    return known;
  }
  const id = newId();
  tx.run('INSERT INTO files (no, id, sha256, name, media_type, byte_count, encoding) VALUES (?, ?, ?, ?, ?, ?, ?)', no, id, sha256, name, mediaType, byteCount, encoding ?? 'raw');
  tx.touch('files');
  return id;
}

/** Pieces of exactly `pieceSize`, the last one shorter. Each is overwritten by the next. */
function* regrouped(source: Iterable<Uint8Array>): Generator<Uint8Array> {
  const pending = Buffer.allocUnsafe(pieceSize);
  let filled = 0;
  for (const bytes of source) {
    let at = 0;
    while (at < bytes.length) {
      const take = Math.min(pieceSize - filled, bytes.length - at);
      pending.set(bytes.subarray(at, at + take), filled);
      filled += take;
      at += take;
      if (filled === pieceSize) {
        yield pending;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield pending.subarray(0, filled);
}

/** Gives the packed piece to `use` and frees its memory at once: the engine would keep dozens of megabytes before it looks for them. */
function withPacked(piece: Uint8Array, level: number, use: (packed: Uint8Array) => void): void {
  const chunkSize = Math.max(ownMemory, piece.length + Math.ceil(piece.length / 1000) + 64);
  const packed = deflateRawSync(piece, { level, chunkSize });
  use(packed);
  if (packed.buffer instanceof ArrayBuffer && packed.buffer.byteLength === chunkSize) packed.buffer.transfer(0);
}

/** A buffer of this size shares its memory with no other. */
const ownMemory = 262_144;

/** Packed formats (docx, zip, png, pdf) gain nothing: their first bytes decide by being packed once. */
function isWorthPacking(piece: Uint8Array): boolean {
  const sample = piece.subarray(0, 65_536);
  return deflateRawSync(sample, { level: 1 }).length < sample.length * 0.9;
}

function lineEnds(piece: Uint8Array): number {
  let count = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}
