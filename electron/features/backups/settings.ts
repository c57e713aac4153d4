import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#db/make-folder.ts';
import { backupSettingsSchema, defaultBackupSettings, type BackupSettings } from '#shared/backups/model.ts';
import { ParleyError } from '#shared/errors.ts';

const fileSchema = z.object({ schema: z.literal('parley/backups/1'), workspaces: z.record(z.string(), backupSettingsSchema) });
type SettingsFile = z.infer<typeof fileSchema>;

/** How the workspace of `file` is copied on this computer. What cannot be read counts as never chosen: copies are then made as by default. */
export function readBackupSettings(directory: string, file: string): BackupSettings {
  return read(directory).workspaces[path.resolve(file)] ?? defaultBackupSettings;
}

/** Throws ParleyError `storage` where the configuration folder cannot be written. */
export function keepBackupSettings(directory: string, file: string, settings: BackupSettings): void {
  keep(directory, { ...read(directory).workspaces, [path.resolve(file)]: settings });
}

/** A workspace that stands at another place now is copied as before. Throws as `keepBackupSettings`. */
export function moveBackupSettings(directory: string, from: string, to: string): void {
  const { [path.resolve(from)]: known, ...workspaces } = read(directory).workspaces;
  if (known !== undefined) keep(directory, { ...workspaces, [path.resolve(to)]: known });
}

function keep(directory: string, workspaces: SettingsFile['workspaces']): void {
  const place = placeOf(directory);
  const next: SettingsFile = { schema: 'parley/backups/1', workspaces };
  try {
    makeFolder(directory);
    const draft = `${place}.${process.pid}.tmp`;
    writeFileSync(draft, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, place);
  } catch (cause) {
    throw new ParleyError('storage', `The configuration folder ${directory} cannot be written.`, { wayOut: 'Free some space there, or start Parley with another --config.', cause });
  }
}

function read(directory: string): SettingsFile {
  const none: SettingsFile = { schema: 'parley/backups/1', workspaces: {} };
  const place = placeOf(directory);
  if (!existsSync(place)) return none;
  return fileSchema.safeParse(jsonOf(readFileSync(place, 'utf8'))).data ?? none;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function placeOf(directory: string): string {
  return path.join(directory, 'backups.json');
}
