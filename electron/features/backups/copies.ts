import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { factsOfFile } from '#db/backups/facts.ts';
import { copyKinds, type BackupCopy, type CopyKind } from '#shared/backups/model.ts';
import type { Instant } from '#shared/time/instant.ts';

/** The folder of copies beside a workspace, where those before a change of the format always go. */
export function folderBeside(file: string): string {
  return path.join(path.dirname(file), 'backups');
}

/**
 * The copies of a workspace in the folder that was chosen and in the one beside it, newest first. Files of other workspaces are left out;
 * one that cannot be read is there without facts.
 */
export function copiesIn(folders: readonly string[], file: string, workspace: string): (BackupCopy & { readonly path: string })[] {
  const base = `${path.basename(file, '.parley')}-`;
  const found = [...new Set(folders)].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.startsWith(base) && name.endsWith('.parley'))
      .flatMap((name) => copyAt(path.join(folder, name), workspace)),
  );
  const newest = found.toSorted((a, b) => b.madeAt - a.madeAt);
  return newest.filter((copy, index) => newest.findIndex((other) => other.name === copy.name) === index);
}

/** A path that is free, with the moment and the reason in its name. */
export function freePath(folder: string, file: string, kind: CopyKind, now: Instant): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+Z$/gu, '');
  const place = path.join(folder, `${path.basename(file, '.parley')}-${stamp}-${kind}.parley`);
  return existsSync(place) ? freePath(folder, file, kind, now + 1000) : place;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

type Known = { readonly mark: string; readonly content: ReturnType<typeof factsOfFile> };
const known = new Map<string, Known>();

/** What was read of a copy is remembered: its file never changes. */
function copyAt(place: string, workspace: string): (BackupCopy & { readonly path: string })[] {
  const status = statSync(place, { throwIfNoEntry: false });
  if (status === undefined) return [];
  const mark = `${status.size} ${status.mtimeMs}`;
  const before = known.get(place);
  const content = before?.mark === mark ? before.content : factsOfFile(place);
  known.set(place, { mark, content });
  if (content !== null && content.workspace !== workspace) return [];
  const { kind, madeAt } = saidByName(path.basename(place));
  return [{ name: path.basename(place), path: place, kind, madeAt: madeAt ?? Math.round(status.mtimeMs), bytes: status.size, facts: content?.facts ?? null }];
}

/** The moment in the name stands also where the file was copied about. */
function saidByName(name: string): { kind: CopyKind; madeAt: Instant | null } {
  const [, year, month, day, hour, minute, second, word] = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:-([a-z]+))?\.parley$/u.exec(name) ?? [];
  const kind = copyKinds.find((one) => one === word) ?? (/-format-\d+-/u.test(name) ? 'update' : 'hand');
  const madeAt = year === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return { kind, madeAt: Number.isNaN(madeAt) ? null : madeAt };
}
