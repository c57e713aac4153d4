import type { Reader } from '../reader.ts';
import { changeHash, type ChangeHeader, rowDigest, type RowImage } from './hash.ts';

export type ChainVerdict = { readonly ok: boolean; readonly changes: number; readonly problems: readonly string[] };

type StoredChange = ChangeHeader & { readonly no: number; readonly prev_hash: string | null; readonly hash: string | null };
type StoredRow = RowImage & { readonly no: number; readonly salt: string | null; readonly digest: string | null };

/** Recomputes the log from each device's first change; names every altered, missing or moved row and change. */
export function verifyChain(reader: Reader): ChainVerdict {
  const problems: string[] = [];
  const rowsOf = reader.prepare<StoredRow>('SELECT no, table_name, row_id, op, before_json, after_json, salt, digest FROM change_rows WHERE change_no = ? ORDER BY no');
  const changes = reader.prepare<StoredChange>(
    `SELECT changes.no, changes.id, changes.device_id, changes.seq, changes.stamp, changes.happened_at, changes.actor_id, changes.cause, changes.command, changes.subject_id, changes.reason,
       undone.id AS undoes, changes.is_bulk, changes.bulk_sha256, changes.prev_hash, changes.hash
     FROM changes LEFT JOIN changes AS undone ON undone.no = changes.undoes_no ORDER BY changes.device_id, changes.seq`,
  );
  let count = 0;
  let device = '';
  let seq = 0;
  let previous: string | null = null;
  for (const change of changes.iterate()) {
    count += 1;
    if (change.device_id !== device) {
      device = change.device_id;
      seq = 0;
      previous = null;
    }
    const name = `Change ${change.no} (${change.command})`;
    if (change.seq !== seq + 1) problems.push(`${name}: changes ${seq + 1} to ${change.seq - 1} of its device are missing.`);
    if (change.prev_hash !== previous) problems.push(`${name} does not follow the change before it.`);
    const rows = rowsOf.all(change.no);
    for (const row of rows) if (!isWhole(row)) problems.push(`${name}: the image of ${row.table_name} ${row.row_id} was altered.`);
    if (change.hash !== changeHash(change.prev_hash, change, rows.map((row) => row.digest ?? ''))) problems.push(`${name} was altered, or rows of it are missing.`);
    seq = change.seq;
    previous = change.hash;
  }
  const orphans = reader.value<number>('SELECT count(*) FROM change_rows WHERE change_no NOT IN (SELECT no FROM changes)') ?? 0;
  if (orphans > 0) problems.push(`${orphans} images belong to no change.`);
  return { ok: problems.length === 0, changes: count, problems };
}

/** A purged row has neither images nor salt; its digest alone is left and cannot be recomputed. */
function isWhole(row: StoredRow): boolean {
  if (row.digest === null) return false;
  if (row.salt === null) return row.before_json === null && row.after_json === null;
  return row.digest === rowDigest(row.salt, row);
}
