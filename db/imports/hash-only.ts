import { newId } from '../ids.ts';
import type { Tx } from '../transaction.ts';

/** Keeps the name, size and SHA-256 of a file whose bytes are not kept; answers the file's id. */
export function storeHashOnly(tx: Tx, name: string, sha256: string, byteCount: number): string {
  const known = tx.value<string>('SELECT id FROM files WHERE sha256 = ?', sha256);
  if (known !== undefined) return known;
  const id = newId();
  tx.run("INSERT INTO files (id, sha256, name, media_type, byte_count, encoding) VALUES (?, ?, ?, 'text/csv', ?, 'raw')", id, sha256, name, byteCount);
  tx.touch('files');
  return id;
}
