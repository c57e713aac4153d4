import { inflateRawSync } from 'node:zlib';
import { ParleyError } from '#shared/errors.ts';
import type { Reader } from '../reader.ts';

export type StoredFile = {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of the file itself, not of its packed pieces. */
  readonly byteCount: number;
};

type FileRow = StoredFile & { readonly no: number; readonly encoding: 'raw' | 'deflate' };

const columns = 'no, id, sha256, name, media_type AS mediaType, byte_count AS byteCount, encoding';

/** What is known of a stored file; null where the id is of none. */
export function fileWithId(reader: Reader, id: string): StoredFile | null {
  const row = rowOf(reader, id);
  return row === undefined ? null : { id: row.id, sha256: row.sha256, name: row.name, mediaType: row.mediaType, byteCount: row.byteCount };
}

/** The id of the file with these bytes (SHA-256 as hex); null where they are not stored. */
export function fileIdOfBytes(reader: Reader, sha256: string): string | null {
  return reader.value<string>('SELECT id FROM files WHERE sha256 = ?', sha256) ?? null;
}

/** All bytes of a file. Throws `not-found`, also where only the hash of an import was kept. */
export function readFile(reader: Reader, id: string): Uint8Array<ArrayBuffer> {
  const file = rowOf(reader, id);
  if (file === undefined) throw notFound();
  const bytes = new Uint8Array(file.byteCount);
  let at = 0;
  for (const piece of pieces(reader, file, 0)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  if (at !== file.byteCount) throw new ParleyError('not-found', `Of ${file.name} only the SHA-256 was kept, not its bytes.`, { wayOut: 'Take the file from where it was imported.' });
  return bytes;
}

/** The file piece by piece, at most 1 MiB at a time. Throws `not-found`. While it runs the connection cannot write. */
export function* readFilePieces(reader: Reader, id: string): Generator<Uint8Array> {
  const file = rowOf(reader, id);
  if (file === undefined) throw notFound();
  yield* pieces(reader, file, 0);
}

/** The lines `from` … `from + count - 1` of a stored text (1-based, as bytes without line ends), read from the piece that holds them. */
export function readFileLines(reader: Reader, id: string, from: number, count: number): Uint8Array[] {
  const file = rowOf(reader, id);
  if (file === undefined) throw notFound();
  const start = reader.get<{ chunk_no: number; first_line: number }>(
    'SELECT chunk_no, first_line FROM file_chunks WHERE file_no = ? AND first_line < ? ORDER BY chunk_no DESC LIMIT 1',
    file.no, from,
  ) ?? { chunk_no: 0, first_line: 1 };
  const lines: Uint8Array[] = [];
  let line = start.first_line;
  let rest: Uint8Array = new Uint8Array();
  for (const piece of pieces(reader, file, start.chunk_no)) {
    const bytes = Buffer.concat([rest, piece]);
    let at = 0;
    for (let end = bytes.indexOf(10, at); end >= 0; end = bytes.indexOf(10, at)) {
      if (line >= from) lines.push(withoutReturn(bytes.subarray(at, end)));
      if (lines.length === count) return lines;
      line += 1;
      at = end + 1;
    }
    rest = bytes.subarray(at);
  }
  if (rest.length > 0 && line >= from) lines.push(withoutReturn(rest));
  return lines;
}

function* pieces(reader: Reader, file: FileRow, fromChunk: number): Generator<Uint8Array> {
  const chunks = reader.prepare<{ bytes: Uint8Array }>('SELECT bytes FROM file_chunks WHERE file_no = ? AND chunk_no >= ? ORDER BY chunk_no').iterate(file.no, fromChunk);
  for (const { bytes } of chunks) yield file.encoding === 'deflate' ? inflateRawSync(bytes) : bytes;
}

function rowOf(reader: Reader, id: string): FileRow | undefined {
  return reader.get<FileRow>(`SELECT ${columns} FROM files WHERE id = ?`, id);
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line;
}

function notFound(): ParleyError {
  return new ParleyError('not-found', 'There is no such file in the workspace.');
}
