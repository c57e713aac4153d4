import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storeFile, storeFileFrom } from '#db/files/commands.ts';
import { fileIdOfBytes, fileWithId, readFile, readFileLines, readFilePieces } from '#db/files/queries.ts';
import { temporaryStore } from '#tests/fixtures/store.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it.each([
  ['an empty file', Buffer.alloc(0), 'raw'],
  ['a text', Buffer.from('name;value\n'.repeat(300_000)), 'deflate'],
  ['packed bytes', randomBytes(3_000_000), 'raw'],
  ['exactly one piece', Buffer.alloc(1_048_576 - 4096, 65), 'deflate'],
])('gives back %s byte by byte, in pieces of at most 1 MiB', (_name, bytes, encoding) => {
  const store = temporaryStore();
  const id = store.write({ command: 'files.store' }, (tx) => storeFile(tx, 'name.bin', 'application/octet-stream', bytes));
  expect(sha256(store.read((reader) => readFile(reader, id)))).toBe(sha256(bytes));
  const pieces = store.read((reader) => [...readFilePieces(reader, id)].map((piece) => piece.length));
  expect(Math.max(0, ...pieces)).toBeLessThanOrEqual(1_048_576);
  expect(store.read((reader) => reader.value('SELECT encoding FROM files'))).toBe(encoding);
  expect(store.read((reader) => fileWithId(reader, id))).toEqual({ id, sha256: sha256(bytes), name: 'name.bin', mediaType: 'application/octet-stream', byteCount: bytes.length });
});

it('stores the same bytes once', () => {
  const store = temporaryStore();
  const bytes = randomBytes(2_500_000);
  const first = store.write({ command: 'files.store' }, (tx) => storeFile(tx, 'a', 'image/png', bytes));
  const second = store.write({ command: 'files.store' }, (tx) => storeFile(tx, 'b', 'image/png', bytes));
  expect(second).toBe(first);
  expect(store.read((reader) => fileIdOfBytes(reader, sha256(bytes)))).toBe(first);
  expect(store.read((reader) => reader.get('SELECT count(DISTINCT file_no) AS files, count(*) AS pieces FROM file_chunks'))).toEqual({ files: 1, pieces: 3 });
});

it('stores a stream of 46 MB without holding it', () => {
  const store = temporaryStore();
  const line = Buffer.from(`${'x'.repeat(99)}\n`);
  const block = Buffer.concat(Array.from({ length: 640 }, () => line));
  function* source(): Generator<Uint8Array> {
    for (let at = 0; at < 720; at += 1) yield block;
  }
  const before = process.memoryUsage().rss;
  const id = store.write({ command: 'files.store' }, (tx) => storeFileFrom(tx, 'log.csv', 'text/csv', source()));
  expect(store.read((reader) => fileWithId(reader, id)?.byteCount)).toBe(64_000 * 720);
  expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
});

it('reads single lines from the piece that holds them', () => {
  const store = temporaryStore();
  const lines = Array.from({ length: 400_000 }, (_, index) => `line ${index + 1}`);
  const id = store.write({ command: 'files.store' }, (tx) => storeFile(tx, 'log.csv', 'text/csv', Buffer.from(lines.join('\r\n'))));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 1, max: 3 }), (from, count) => {
      const read = store.read((reader) => readFileLines(reader, id, from, count)).map((line) => Buffer.from(line).toString());
      expect(read).toEqual(lines.slice(from - 1, from - 1 + count));
    }),
    { numRuns: 40 },
  );
});

it('says so where only the hash of a file was kept', () => {
  const store = temporaryStore();
  store.write({ command: 'files.hash' }, (tx) => tx.run("INSERT INTO files (id, sha256, name, media_type, byte_count, encoding) VALUES ('f', printf('%064d', 1), 'log.csv', 'text/csv', 10, 'raw')"));
  expect(() => store.read((reader) => readFile(reader, 'f'))).toThrow(expect.objectContaining({ code: 'not-found', message: expect.stringContaining('only the SHA-256') }));
});

it('issues a document only with the SHA-256 of its bytes', () => {
  const store = temporaryStore();
  const issue = (sha: string): unknown =>
    store.write({ command: 'documents.issue' }, (tx) => {
      const file = storeFile(tx, 'sla.docx', 'application/octet-stream', Buffer.from('bytes'));
      tx.run("INSERT INTO documents (id, kind, edition, title, language, file_id, sha256, issued_at) VALUES (?, 'agreement', 1, 'SLA', 'en', ?, ?, 1)", sha.slice(0, 8), file, sha);
    });
  expect(() => issue('00'.repeat(32))).toThrow(expect.objectContaining({ code: 'rule-violated' }));
  issue(sha256(Buffer.from('bytes')));
  expect(store.read((reader) => reader.value('SELECT count(*) FROM documents'))).toBe(1);
});
