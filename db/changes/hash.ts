import { hash } from 'node:crypto';

/** What of a changed row goes into its digest. */
export type RowImage = {
  readonly table_name: string;
  readonly row_id: string;
  readonly op: string;
  readonly before_json: string | null;
  readonly after_json: string | null;
};

/** What of a change goes into its hash; `undoes` is the id of the undone change, never its local number. */
export type ChangeHeader = {
  readonly id: string;
  readonly device_id: string;
  readonly seq: number;
  readonly stamp: string;
  readonly happened_at: number;
  readonly actor_id: string | null;
  readonly cause: string;
  readonly command: string;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly undoes: string | null;
  readonly is_bulk: number;
  readonly bulk_sha256: string | null;
};

/** SHA-256 of one row's images with its salt: a purge forgets salt and images, nobody can guess them back from the digest. */
export function rowDigest(salt: string, row: RowImage): string {
  return hash('sha256', JSON.stringify([salt, row.table_name, row.row_id, row.op, row.before_json, row.after_json]));
}

/** SHA-256 of the device's previous hash, the header and all digests in order. */
export function changeHash(previous: string | null, header: ChangeHeader, digests: readonly string[]): string {
  const { id, device_id, seq, stamp, happened_at, actor_id, cause, command, subject_id, reason, undoes, is_bulk, bulk_sha256 } = header;
  return hash(
    'sha256',
    JSON.stringify([previous, [id, device_id, seq, stamp, happened_at, actor_id, cause, command, subject_id, reason, undoes, is_bulk, bulk_sha256], digests]),
  );
}
