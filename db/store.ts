import path from 'node:path';
import { ParleyError } from '#shared/errors.ts';
import { type ChangeInput, closeChange, type Device, openChange } from './changes/log.ts';
import { applyUndo, refuseUndo, type UndoTarget } from './changes/undo.ts';
import type { Connection } from './connection.ts';
import { toParleyError } from './errors.ts';
import { newId } from './ids.ts';
import { openFile } from './open.ts';
import { goneWorkspace, watchPlace } from './place.ts';
import { type Reader, StatementReader } from './reader.ts';
import { isSearchMissing, rebuildSearch, refreshSearch } from './search/indexer.ts';
import { StoreTransaction, type Tx } from './transaction.ts';

export type { ChangeInput, Device } from './changes/log.ts';
export type { Reader } from './reader.ts';
export type { Tx } from './transaction.ts';

export type StoreOptions = {
  readonly file: string;
  /** This installation's device for this file; `lastSeq` is the highest sequence that it knows to have written. */
  readonly device: Device & { readonly lastSeq?: number };
  /** The present instant, ms UTC. */
  readonly clock: () => number;
  readonly mustExist?: boolean;
  readonly readOnly?: boolean;
  /** How long a write waits for another writer; default 5,000 ms. */
  readonly busyTimeoutMs?: number;
};

/** What listeners hear after a commit. */
export type Committed = {
  readonly changeNo: number;
  readonly changeId: string;
  readonly deviceId: string;
  readonly seq: number;
  readonly command: string;
  readonly cause: string;
  readonly subjectId: string | null;
  /** Every table that was written, bulk and derived ones as far as the writer named them. */
  readonly tables: readonly string[];
};

export type UndoInput = { readonly actorId?: string | null; readonly reason?: string | null; readonly command?: string };

/** One open workspace file. Everything is synchronous; one transaction at a time. */
export type Store = {
  readonly file: string;
  readonly isReadOnly: boolean;
  /** The copy that was made before the file was brought to a newer format; null where none was needed. */
  readonly backup: string | null;
  /** The device that writes here; its id is a new one where the file turned out to be an older copy. */
  readonly device: Device;
  /** Reads in one snapshot. */
  read<T>(read: (reader: Reader) => T): T;
  /** Writes one change in one immediate transaction: all or nothing, logged, hashed, announced after the commit. */
  write<T>(input: ChangeInput, write: (tx: Tx) => T): T;
  /** Writes derived rows only, outside of any change: an entity or fact refuses. */
  derive<T>(write: (tx: Tx) => T): T;
  /** Takes back a change by a new one; answers the new change's id. Refused where it cannot be exact. */
  undo(changeId: string, input?: UndoInput): string;
  onCommit(listener: (committed: Committed) => void): () => void;
  /** The file was put back to what it was earlier: another device writes from now on, so that no sequence number is used twice. Answers its id. */
  takeNewDevice(): string;
  /** Moves on whenever another connection has committed: another window, a job. */
  dataVersion(): number;
  /** False where the file was removed, moved or replaced since it was opened: writes are refused then. */
  isInPlace(): boolean;
  close(): void;
};

/**
 * Opens the workspace, makes it where there is none, brings an older one up to date.
 * Errors: `not-found` (mustExist), `invalid-input` (no workspace), `storage` (newer format, disk), `read-only` (older format in a read-only folder).
 */
export function openStore(options: StoreOptions): Store {
  const file = path.resolve(options.file);
  const opened = openFile({
    file,
    now: options.clock(),
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
    mustExist: options.mustExist ?? false,
    readOnly: options.readOnly ?? false,
  });
  try {
    return new FileStore(file, opened.connection, opened.isReadOnly, opened.backup, options);
  } catch (error) {
    opened.connection.close();
    throw toParleyError(error);
  }
}

class FileStore implements Store {
  readonly file: string;
  readonly isReadOnly: boolean;
  readonly backup: string | null;
  #device: Device;
  readonly #connection: Connection;
  readonly #clock: () => number;
  readonly #reader: StatementReader;
  readonly #tx: StoreTransaction;
  readonly isInPlace: () => boolean;
  readonly #listeners = new Set<(committed: Committed) => void>();

  constructor(file: string, connection: Connection, isReadOnly: boolean, backup: string | null, options: StoreOptions) {
    this.file = file;
    this.isReadOnly = isReadOnly;
    this.backup = backup;
    this.#connection = connection;
    this.#clock = options.clock;
    this.#reader = new StatementReader(connection);
    this.#tx = new StoreTransaction(connection);
    this.isInPlace = watchPlace(file);
    this.#device = this.#deviceOf(options.device);
    if (!isReadOnly && isSearchMissing(this.#reader)) this.derive(() => rebuildSearch(this.#tx));
  }

  get device(): Device {
    return this.#device;
  }

  read<T>(read: (reader: Reader) => T): T {
    if (isAsync(read)) throw new Error('An async function never runs inside a transaction.');
    if (this.#connection.inTransaction) return settled(read(this.#reader));
    return this.#transaction('BEGIN', () => settled(read(this.#reader)));
  }

  write<T>(input: ChangeInput, write: (tx: Tx) => T): T {
    return this.#change(input, write).result;
  }

  derive<T>(write: (tx: Tx) => T): T {
    this.#refuse(write);
    return this.#transaction('BEGIN IMMEDIATE', () => {
      this.#tx.begin(null);
      return settled(write(this.#tx));
    });
  }

  undo(changeId: string, input: UndoInput = {}): string {
    let target: UndoTarget | null = null;
    const find = (tx: Tx): UndoTarget => (target ??= refuseUndo(tx, changeId));
    const { committed } = this.#change(
      { command: input.command ?? 'changes.undo', cause: 'undo', actorId: input.actorId ?? null, reason: input.reason ?? null, subjectId: changeId },
      (tx) => applyUndo(tx, find(tx)),
      (tx) => find(tx).no,
    );
    if (committed === null) throw new ParleyError('rule-violated', 'This change left nothing to undo.');
    return committed.changeId;
  }

  onCommit(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  takeNewDevice(): string {
    this.#device = { id: newId(), label: this.#device.label };
    return this.#device.id;
  }

  dataVersion(): number {
    return Number(this.#connection.pragma('data_version', { simple: true }));
  }

  close(): void {
    this.#listeners.clear();
    this.#connection.close();
  }

  #change<T>(input: ChangeInput, write: (tx: Tx) => T, undoes?: (tx: Tx) => number): { result: T; committed: Committed | null } {
    this.#refuse(write);
    const outcome = this.#transaction('BEGIN IMMEDIATE', () => {
      const tx = this.#tx;
      tx.begin(null);
      const full = undoes === undefined ? input : { ...input, undoesNo: undoes(tx) };
      const open = openChange(tx, this.device, full, this.#clock());
      tx.begin({ no: open.no, id: open.id, happenedAt: open.happened_at });
      const result = settled(write(tx));
      refreshSearch(tx, open.no);
      const closed = closeChange(tx, open, full);
      const tables = [...new Set([...(closed?.tables ?? []), ...tx.touched])];
      const committed: Committed | null =
        closed === null && tables.length === 0
          ? null
          : { changeNo: open.no, changeId: open.id, deviceId: open.device_id, seq: open.seq, command: input.command, cause: input.cause ?? 'user', subjectId: input.subjectId ?? null, tables };
      return { result, committed };
    });
    if (outcome.committed !== null) this.#announce(outcome.committed);
    return outcome;
  }

  #refuse(write: unknown): void {
    if (this.isReadOnly) {
      throw new ParleyError('read-only', 'This workspace can only be read here.', { wayOut: 'Copy it to a folder where you can write and open the copy.' });
    }
    if (isAsync(write)) throw new Error('An async function never runs inside a transaction.');
    if (this.#connection.inTransaction) throw new Error('A transaction is already open: pass its tx on.');
    if (!this.isInPlace()) throw goneWorkspace(this.file);
  }

  #transaction<T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', run: () => T): T {
    try {
      this.#connection.exec(begin);
      const result = run();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      throw toParleyError(error);
    }
  }

  /** The commit stands, whatever a listener does: its error becomes an incident of its own. */
  #announce(committed: Committed): void {
    for (const listener of this.#listeners) {
      try {
        listener(committed);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** A file that has fewer changes of this device than the device wrote is an older copy: it gets a new device before its first write. */
  #deviceOf(device: Device & { readonly lastSeq?: number }): Device {
    const written = this.#reader.value<number>('SELECT max(seq) FROM changes WHERE device_id = ?', device.id) ?? 0;
    return { id: (device.lastSeq ?? 0) > written ? newId() : device.id, label: device.label };
  }
}

function isAsync(value: unknown): boolean {
  return typeof value === 'function' && value.constructor.name === 'AsyncFunction';
}

function settled<T>(value: T): T {
  if (typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function') {
    throw new Error('A transaction never waits: its function returned a promise.');
  }
  return value;
}
