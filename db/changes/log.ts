import { randomBytes } from 'node:crypto';
import { newId } from '../ids.ts';
import type { StoreTransaction } from '../transaction.ts';
import { changeHash, rowDigest, type RowImage } from './hash.ts';
import { nextStamp } from './stamp.ts';

export type Cause = 'user' | 'import' | 'undo' | 'merge' | 'migration' | 'purge' | 'system';

/** One command, as the log will name it. */
export type ChangeInput = {
  /** The command's name, `organisations.create`. */
  readonly command: string;
  readonly cause?: Cause;
  readonly reason?: string | null;
  /** The person who acts, as chosen on this device. */
  readonly actorId?: string | null;
  readonly subjectId?: string | null;
  /** Hundreds of thousands of rows: logged by one digest in place of images. */
  readonly isBulk?: boolean;
  readonly undoesNo?: number | null;
};

/** The laptop that writes: one id per installation and file. */
export type Device = { readonly id: string; readonly label: string };

export type ClosedChange = { readonly hash: string; readonly tables: readonly string[]; readonly seq: number };

type OpenRow = { no: number; id: string; seq: number; stamp: string; happened_at: number; device_id: string };

/** Opens the one change of this transaction: device, dense sequence, stamp. */
export function openChange(tx: StoreTransaction, device: Device, input: ChangeInput, now: number): OpenRow {
  ensureDevice(tx, device, now);
  const seq = (tx.value<number>('SELECT max(seq) FROM changes WHERE device_id = ?', device.id) ?? 0) + 1;
  const stamp = nextStamp(tx.value<string>('SELECT max(stamp) FROM changes') ?? null, now, device.id);
  const id = newId();
  const result = tx.run(
    `INSERT INTO changes (id, device_id, seq, stamp, happened_at, actor_id, cause, command, subject_id, reason, undoes_no, is_bulk)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id, device.id, seq, stamp, now, input.actorId ?? null, input.cause ?? 'user', input.command, input.subjectId ?? null, input.reason ?? null, input.undoesNo ?? null, input.isBulk ? 1 : 0,
  );
  return { no: Number(result.lastInsertRowid), id, seq, stamp, happened_at: now, device_id: device.id };
}

/** Salts, digests and hashes what was written. A change that wrote nothing is forgotten: then the answer is null. */
export function closeChange(tx: StoreTransaction, open: OpenRow, input: ChangeInput): ClosedChange | null {
  const rows = tx.all<RowImage & { no: number }>('SELECT no, table_name, row_id, op, before_json, after_json FROM change_rows WHERE change_no = ? ORDER BY no', open.no);
  if (rows.length === 0 && tx.bulkDigest === null) {
    tx.run('DELETE FROM changes WHERE no = ?', open.no);
    return null;
  }
  const salts = randomBytes(16 * rows.length);
  const store = tx.prepare('UPDATE change_rows SET salt = ?, digest = ? WHERE no = ?');
  const digests = rows.map((row, index) => {
    const salt = salts.toString('hex', 16 * index, 16 * index + 16);
    const digest = rowDigest(salt, row);
    store.run(salt, digest, row.no);
    return digest;
  });
  const previous = tx.value<string>('SELECT hash FROM changes WHERE device_id = ? AND seq = ?', open.device_id, open.seq - 1) ?? null;
  const undoes = tx.value<string>('SELECT id FROM changes WHERE no = ?', input.undoesNo ?? null) ?? null;
  const hash = changeHash(
    previous,
    {
      id: open.id,
      device_id: open.device_id,
      seq: open.seq,
      stamp: open.stamp,
      happened_at: open.happened_at,
      actor_id: input.actorId ?? null,
      cause: input.cause ?? 'user',
      command: input.command,
      subject_id: input.subjectId ?? null,
      reason: input.reason ?? null,
      undoes,
      is_bulk: input.isBulk ? 1 : 0,
      bulk_sha256: tx.bulkDigest,
    },
    digests,
  );
  tx.run('UPDATE changes SET bulk_sha256 = ?, prev_hash = ?, hash = ? WHERE no = ?', tx.bulkDigest, previous, hash, open.no);
  return { hash, seq: open.seq, tables: [...new Set(rows.map((row) => row.table_name))] };
}

/** The first device of a file has the empty lane: its human numbers carry no letter. Every further one has the next letter. */
function ensureDevice(tx: StoreTransaction, device: Device, now: number): void {
  if (tx.value<number>('SELECT 1 FROM devices WHERE id = ?', device.id) !== undefined) return;
  const count = tx.value<number>('SELECT count(*) FROM devices') ?? 0;
  tx.run('INSERT INTO devices (id, label, lane, first_seen_at) VALUES (?, ?, ?, ?)', device.id, device.label, laneOf(count), now);
}

function laneOf(index: number): string {
  if (index === 0) return '';
  let rest = index;
  let lane = '';
  while (rest >= 0) {
    lane = String.fromCharCode(65 + (rest % 26)) + lane;
    rest = Math.floor(rest / 26) - 1;
  }
  return lane;
}
