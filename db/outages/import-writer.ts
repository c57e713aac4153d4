import type { OutageRow } from '#shared/imports/outage-rows.ts';
import type { Reader, SqlValue, WriteStatement } from '../reader.ts';
import { nextRowNo } from '../tickets/import-writer.ts';
import type { Tx } from '../transaction.ts';

export type KnownOutage = { readonly no: number; readonly revision: number; readonly digest: string | null };

/** Finds a source's outage by its key. */
export function outageLookup(reader: Reader | Tx, sourceNo: number): (key: string) => KnownOutage | undefined {
  const find = reader.prepare<KnownOutage>('SELECT no, revision, digest FROM outages WHERE source_no = ? AND key = ?');
  return (key) => find.get(sourceNo, key);
}

/** Writes the outages of one import; keeps images of what it replaces. */
export class OutageWriter {
  readonly #tx: Tx;
  readonly #sourceNo: number;
  readonly #importNo: number;
  #nextNo: number;
  readonly #row: WriteStatement<{ [column: string]: SqlValue }>;

  constructor(tx: Tx, sourceNo: number, importNo: number) {
    this.#tx = tx;
    this.#sourceNo = sourceNo;
    this.#importNo = importNo;
    this.#row = tx.prepare('SELECT * FROM outages WHERE no = ?');
    this.#nextNo = nextRowNo(tx, 'outage');
    tx.touch('outages');
  }

  insert(row: OutageRow, serviceNo: number, digest: string): void {
    this.#tx.run(
      `INSERT INTO outages (no, source_no, key, service_no, kind, starts_at, ends_at, weight_ppb, user_count, reason, ticket_key, approved_by, revision, import_no, digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
      this.#nextNo, this.#sourceNo, row.key, serviceNo, row.kind, row.start, row.end, row.weightPpb, row.users, row.reason, row.ticket, row.approvedBy, this.#importNo, digest,
    );
    this.#nextNo += 1;
  }

  update(known: KnownOutage, row: OutageRow, serviceNo: number, digest: string): void {
    const before = this.#row.get(known.no);
    if (before === undefined) throw new Error('An outage to update is not there.');
    this.#tx.run("INSERT INTO import_images (kind, row_no, revision, import_no, image) VALUES ('outage', ?, ?, ?, ?)", known.no, known.revision, this.#importNo, Buffer.from(JSON.stringify(before)));
    this.#tx.run(
      `UPDATE outages SET service_no = ?, kind = ?, starts_at = ?, ends_at = ?, weight_ppb = ?, user_count = ?, reason = ?, ticket_key = ?, approved_by = ?, revision = ?, import_no = ?, digest = ? WHERE no = ?`,
      serviceNo, row.kind, row.start, row.end, row.weightPpb, row.users, row.reason, row.ticket, row.approvedBy, known.revision + 1, this.#importNo, digest, known.no,
    );
  }
}
