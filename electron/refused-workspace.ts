import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ParleyError } from '#shared/errors.ts';
import type { RefusedWorkspace } from '#shared/workspace/refused.ts';
import { programVersion } from './core.ts';

/** What the window says of a workspace that could not be opened. Nothing of the file is read but its size and date. */
export function refusedWorkspace(file: string, error: ParleyError): RefusedWorkspace {
  const found = statSync(file, { throwIfNoEntry: false });
  return {
    refusal: { code: error.code, message: error.message, details: [...error.details], wayOut: error.wayOut, incident: null },
    file,
    bytes: found?.size ?? null,
    changedAt: found === undefined ? null : Math.round(found.mtimeMs),
    copies: copiesBeside(file),
    version: programVersion,
  };
}

/** The copy of that name beside a workspace, or null where there is none: a name, never a path. */
export function copyBeside(file: string, name: string): string | null {
  return copiesBeside(file).some((copy) => copy.name === name) ? path.join(path.dirname(file), 'backups', name) : null;
}

function copiesBeside(file: string): RefusedWorkspace['copies'] {
  const folder = path.join(path.dirname(file), 'backups');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.parley'))
    .map((entry) => ({ name: entry.name, madeAt: Math.round(statSync(path.join(folder, entry.name)).mtimeMs) }))
    .sort((a, b) => b.madeAt - a.madeAt)
    .slice(0, 20);
}
