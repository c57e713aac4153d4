import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, openSync, readSync, closeSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ParleyError } from '#shared/errors.ts';
import { JobCancelled } from '#electron/jobs/job.ts';

/** A delimited text file ready to be read: the given one, or the one inside a zip, unpacked into a temporary folder. */
export type ImportInput = {
  /** Path of the text. */
  readonly file: string;
  readonly bytes: number;
  /** Name of the text for people. */
  readonly name: string;
  /** The file as it was given: this is what is kept. `sha256` is that of a packed one; that of a text is known when it was read. */
  readonly original: { readonly file: string; readonly name: string; readonly bytes: number; readonly isPacked: boolean; readonly sha256: string | null };
  /** Removes what was unpacked. */
  close(): void;
};

/** Largest text that is read, bytes. */
export const largestText = 4_000_000_000;
/** A zip entry above `suspiciousBytes` that shrank by more than this is no export. */
export const largestRatio = 200;
const suspiciousBytes = 50_000_000;

/**
 * Opens a file for import. Throws `not-found` where it is not there, `invalid-input` where it is a folder, empty, or a zip with
 * a path outside of itself, several texts, a password or a bomb in it. `checkpoint` may throw to stop the unpacking.
 */
export async function openInput(file: string, name: string = path.basename(file), checkpoint: () => void = () => undefined): Promise<ImportInput> {
  const bytes = sizeOf(file, name);
  if (!isZip(file, name)) return { file, bytes, name, original: { file, name, bytes, isPacked: false, sha256: null }, close: () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-import-'));
  try {
    const target = path.join(folder, 'text');
    const entry = await unpack(file, name, target, checkpoint);
    return {
      file: target,
      bytes: entry.uncompressedSize,
      name: `${name} › ${path.posix.basename(entry.fileName)}`,
      original: { file, name, bytes, isPacked: true, sha256: await hashOf(file) },
      close: () => rmSync(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function sizeOf(file: string, name: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new ParleyError('not-found', `${name} is not there.`, { wayOut: 'Check the name of the file.' });
  if (!stat.isFile()) throw new ParleyError('invalid-input', `${name} is not a file.`, { wayOut: 'Choose a CSV file, or a zip with one inside.' });
  if (stat.size === 0) throw new ParleyError('invalid-input', `${name} is empty.`, { wayOut: 'Export it again.' });
  if (stat.size > largestText) throw new ParleyError('invalid-input', `${name} is larger than ${largestText / 1_000_000_000} GB.`, { wayOut: 'Split the export by year.' });
  return stat.size;
}

function isZip(file: string, name: string): boolean {
  const head = Buffer.alloc(4);
  const handle = openReadable(file, name);
  try {
    readSync(handle, head, 0, 4, 0);
  } finally {
    closeSync(handle);
  }
  return head.readUInt32LE(0) === 0x04034b50 || head.readUInt32LE(0) === 0x06054b50;
}

function openReadable(file: string, name: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw new ParleyError('invalid-input', `${name} may not be read.`, { details: [{ path: 'file', message: 'no permission' }], wayOut: 'Copy the file to a folder of yours and import the copy.', cause: error });
  }
}

async function unpack(file: string, name: string, target: string, checkpoint: () => void): Promise<Entry> {
  const zip = await openZip(file, name);
  try {
    const entry = onlyText(await entriesOf(zip, name), name);
    checkSize(entry, name);
    const stream = await zip.openReadStreamPromise(entry);
    let seen = 0;
    const guard = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        seen += chunk.byteLength;
        done(thrownBy(checkpoint) ?? (seen > entry.uncompressedSize ? bomb(name) : null), chunk);
      },
    });
    await pipeline(stream, guard, createWriteStream(target, { mode: 0o600 }));
    return entry;
  } catch (error) {
    throw asRefusal(error, name);
  } finally {
    zip.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}

async function openZip(file: string, name: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(file, { autoClose: false });
  } catch (error) {
    throw asRefusal(error, name);
  }
}

const mostEntries = 10_000;

async function entriesOf(zip: ZipFile, name: string): Promise<Entry[]> {
  if (zip.entryCount > mostEntries) throw new ParleyError('invalid-input', `${name} holds ${zip.entryCount} files.`, { wayOut: 'Pack the one CSV file that you want to import.' });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function onlyText(entries: readonly Entry[], name: string): Entry {
  const outside = entries.find(({ fileName }) => fileName.startsWith('/') || fileName.split(/[\\/]/u).includes('..') || /^[A-Za-z]:/u.test(fileName));
  if (outside) throw new ParleyError('invalid-input', `${name} holds a file with a path outside of the zip: ${outside.fileName}.`, { wayOut: 'Pack the CSV file again, without folders.' });
  if (entries.some(({ fileName }) => fileName.startsWith('xl/'))) throw new ParleyError('invalid-input', `${name} is an Excel workbook.`, { wayOut: 'Save the sheet as CSV UTF-8 and import that.' });
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/') && !path.posix.basename(fileName).startsWith('.'));
  const texts = files.filter(({ fileName }) => /\.(?:csv|tsv|txt|tab|log)$/iu.test(fileName));
  const [first, second] = texts.length > 0 ? texts : files;
  if (!first) throw new ParleyError('invalid-input', `${name} holds no file.`, { wayOut: 'Pack the CSV file into it.' });
  if (second) {
    throw new ParleyError('invalid-input', `${name} holds several files: ${(texts.length > 0 ? texts : files).slice(0, 5).map(({ fileName }) => fileName).join(', ')}.`, {
      wayOut: 'Import one CSV file at a time.',
    });
  }
  if (first.isEncrypted()) throw new ParleyError('invalid-input', `${name} is locked with a password.`, { wayOut: 'Unpack it first and import the CSV file.' });
  return first;
}

function checkSize(entry: Entry, name: string): void {
  if (entry.uncompressedSize === 0) throw new ParleyError('invalid-input', `${entry.fileName} inside ${name} is empty.`, { wayOut: 'Export it again.' });
  if (entry.uncompressedSize > largestText) throw bomb(name);
  if (entry.uncompressedSize > suspiciousBytes && entry.uncompressedSize > largestRatio * Math.max(1, entry.compressedSize)) throw bomb(name);
}

function bomb(name: string): ParleyError {
  return new ParleyError('invalid-input', `${name} would unpack into far more than it holds. It was not unpacked.`, { wayOut: 'Unpack it yourself and import the CSV file, if you trust where it comes from.' });
}

function thrownBy(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function asRefusal(error: unknown, name: string): unknown {
  if (error instanceof ParleyError || error instanceof JobCancelled) return error;
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'ENOSPC') return new ParleyError('storage', 'There is no room to unpack the zip.', { wayOut: 'Free some space and do it again.', cause: error });
  if (/relative path|absolute path|invalid characters/iu.test(error.message)) {
    return new ParleyError('invalid-input', `${name} holds a file with a path outside of the zip.`, { wayOut: 'Pack the CSV file again, without folders.', cause: error });
  }
  if (/too many bytes|not enough bytes/iu.test(error.message)) return bomb(name);
  return new ParleyError('invalid-input', `${name} is a damaged zip: ${error.message}.`, { wayOut: 'Pack or download it again.', cause: error });
}
