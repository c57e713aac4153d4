import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ParleyError } from '#shared/errors.ts';
import type { CoreContext } from '#electron/core.ts';

const copiedSchema = z.object({ bytes: z.int() });

/** Where a file of the workspace shall be: a whole path with a name that is free, in a folder that is there. Its name gets the ending of a workspace. */
export function freePlace(wanted: string): string {
  const refuse = (code: 'invalid-input' | 'conflict' | 'read-only', message: string, wayOut: string): ParleyError => new ParleyError(code, message, { wayOut, details: [{ path: 'path', message: 'Not a free place' }] });
  if (!path.isAbsolute(wanted)) throw refuse('invalid-input', `${wanted} is not a whole path.`, 'Say the folder and the name, from the first folder on.');
  const full = path.normalize(wanted);
  if (full.endsWith(path.sep) || isFolder(full)) throw refuse('invalid-input', `${wanted} is a folder.`, 'Say a name for the file too.');
  const target = full.endsWith('.parley') ? full : `${full}.parley`;
  const folder = path.dirname(target);
  if (existsSync(target)) throw refuse('conflict', `${target} is there already.`, 'Choose another name: nothing is overwritten.');
  if (!isFolder(folder)) throw refuse('invalid-input', `The folder ${folder} is not there.`, 'Make it first, or choose another one.');
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw Object.assign(refuse('read-only', `The folder ${folder} cannot be written.`, 'Choose another folder, or ask for the right to write there.'), { cause });
  }
  return target;
}

/** Copies the workspace as long work that can be seen and cancelled. Answers the copy's size in bytes. */
export async function copyTo(context: CoreContext, target: string): Promise<number> {
  return copiedSchema.parse(await context.jobs.result(context.jobs.start('backup', { target }).id)).bytes;
}

/** Copies it to its new place and lets the host go on there. */
export async function moveTo(context: CoreContext, target: string): Promise<number> {
  if (context.goOnAt === null) throw new ParleyError('conflict', 'A workspace is moved from its window.', { wayOut: 'Open it, and move it from the menu under its name.' });
  if (context.store.isReadOnly) throw new ParleyError('read-only', 'This workspace can only be read here, so it cannot be taken away from its place.', { wayOut: 'Copy it instead.' });
  if (context.jobs.list().some(({ event }) => event.state === 'running')) throw new ParleyError('conflict', 'An import or other long work is running.', { wayOut: 'Wait until it has finished, or cancel it.' });
  const bytes = await copyTo(context, target);
  context.goOnAt(target);
  return bytes;
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}
