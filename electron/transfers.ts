import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ParleyError } from '#shared/errors.ts';

/**
 * A file on its way in or out: it has an id, travels as a stream, and is gone when the program ends, when it was used, or when
 * `mostTransfers` or `mostTransferBytes` of later ones came after it.
 */
export type Transfer = { readonly id: string; readonly name: string; readonly mediaType: string; readonly path: string; readonly bytes: number };

export type Transfers = {
  /** Takes a dropped file in; refuses `invalid-input` above the cap. */
  receive(stream: ReadableStream<Uint8Array>, name: string, mediaType: string): Promise<Transfer>;
  /** Lets the command line name a file of its own, which stays where it is. */
  adopt(file: string, bytes: number): Transfer;
  /** Offers made bytes (a Word file, a CSV) for download. */
  offer(name: string, mediaType: string, bytes: Uint8Array): Transfer;
  /** Takes a file that a job made, and its folder, for download. */
  take(file: string, name: string, mediaType: string): Transfer;
  /** Throws `not-found` for an unknown or forgotten id. */
  get(id: string): Transfer;
  read(id: string): Uint8Array;
  open(transfer: Transfer): ReadableStream<Uint8Array>;
  forget(id: string): void;
  close(): void;
};

/** Largest upload: ten times the largest log that we know, with room. */
export const largestUploadBytes = 2_000_000_000;

/** How many files, and bytes of files, wait at most beside the latest one. */
export const mostTransfers = 40;
export const mostTransferBytes = 4_000_000_000;

export function openTransfers(cap: number = largestUploadBytes): Transfers {
  let folder: string | null = null;
  const known = new Map<string, Transfer>();
  const adopted = new Set<string>();
  function place(id: string): string {
    folder ??= mkdtempSync(path.join(tmpdir(), 'parley-'));
    mkdirSync(folder, { recursive: true });
    return path.join(folder, id);
  }
  function keep(transfer: Transfer): Transfer {
    known.set(transfer.id, transfer);
    forgetOldest();
    return transfer;
  }
  function forgetOldest(): void {
    let [count, bytes] = [0, 0];
    for (const transfer of [...known.values()].toReversed()) {
      count += 1;
      bytes += adopted.has(transfer.id) ? 0 : transfer.bytes;
      if (count > 1 && (count > mostTransfers || bytes > mostTransferBytes)) transfers.forget(transfer.id);
    }
  }
  const transfers: Transfers = {
    receive: async (stream, name, mediaType) => {
      const id = randomUUID();
      const target = place(id);
      let bytes = 0;
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.byteLength;
          done(bytes > cap ? tooLarge(cap) : null, chunk);
        },
      });
      try {
        await pipeline(Readable.fromWeb(stream), counter, createWriteStream(target, { mode: 0o600 }));
      } catch (error) {
        rmSync(target, { force: true });
        throw error;
      }
      return keep({ id, name: safeName(name), mediaType, path: target, bytes });
    },
    adopt: (file, bytes) => {
      const id = randomUUID();
      adopted.add(id);
      return keep({ id, name: path.basename(file), mediaType: 'application/octet-stream', path: file, bytes });
    },
    offer: (name, mediaType, bytes) => {
      const id = randomUUID();
      const target = place(id);
      writeFileSync(target, bytes, { mode: 0o600 });
      return keep({ id, name: safeName(name), mediaType, path: target, bytes: bytes.byteLength });
    },
    take: (file, name, mediaType) => {
      const id = randomUUID();
      const target = place(id);
      const { size } = statSync(file);
      renameSync(file, target);
      rmSync(path.dirname(file), { recursive: true, force: true });
      return keep({ id, name: safeName(name), mediaType, path: target, bytes: size });
    },
    get: (id) => {
      const transfer = known.get(id);
      if (!transfer) throw new ParleyError('not-found', 'That file is not here any more.', { wayOut: 'Choose the file again.' });
      return transfer;
    },
    read: (id) => readFileSync(transfers.get(id).path),
    open: (transfer) => Readable.toWeb(createReadStream(transfer.path)),
    forget: (id) => {
      const transfer = known.get(id);
      if (transfer && !adopted.has(id)) rmSync(transfer.path, { force: true });
      known.delete(id);
      adopted.delete(id);
    },
    close: () => {
      known.clear();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
  return transfers;
}

/** A name that is only a name: no folders, no control characters, at most 200 characters. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}"<>|:*?]/gu, ' ').trim().slice(0, 200);
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean;
}

function tooLarge(cap: number): ParleyError {
  return new ParleyError('invalid-input', `The file is larger than ${Math.floor(cap / 1_000_000)} MB.`, {
    wayOut: 'Split the export into smaller files.',
  });
}
