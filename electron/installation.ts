import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#db/make-folder.ts';
import { ParleyError } from '#shared/errors.ts';

/** What this installation knows of one workspace file: as which device it writes there, how far it has written, and who "I am" is. */
const acquaintanceSchema = z.object({ device: z.string().min(1), lastSequence: z.int().min(0), person: z.string().nullable() });
type Acquaintance = z.infer<typeof acquaintanceSchema>;

const identitySchema = z.object({
  schema: z.literal('parley/identity/1'),
  label: z.string(),
  /** By the file's absolute path: a file that was copied elsewhere is another one, with another device. */
  workspaces: z.record(z.string(), acquaintanceSchema),
  lastWorkspace: z.string().nullable(),
});
type Identity = z.infer<typeof identitySchema>;

/** What belongs to this installation and never into a workspace file: the device, and who is at the keyboard. */
export type Installation = {
  readonly directory: string;
  readonly lastWorkspace: string | null;
  /** The device of one workspace file; made at the first time. */
  deviceFor(file: string): { readonly id: string; readonly label: string; readonly lastSeq: number };
  personFor(file: string): string | null;
  choosePerson(file: string, person: string): void;
  /** Keeps how far a device has written, so that an older copy put in the file's place is noticed. */
  rememberSequence(file: string, device: string, sequence: number): void;
  rememberWorkspace(file: string): void;
  /** The workspace stands at another place now: what was known of it goes with it. */
  move(from: string, to: string): void;
  /** The file has become another workspace: what was known of the one before no longer holds. */
  forget(file: string): void;
};

/**
 * Opens `identity.json` of the configuration folder, or makes it.
 * A file that cannot be read is kept beside as `identity.broken.json` and a new one is begun: a device id is never guessed.
 */
export function openInstallation(directory: string): Installation {
  const place = path.join(directory, 'identity.json');
  function change(edit: (identity: Identity) => Identity): void {
    save(place, edit(readIdentity(place)));
  }
  function acquaintance(file: string): Acquaintance | null {
    return readIdentity(place).workspaces[path.resolve(file)] ?? null;
  }
  function acquaint(file: string, edit: (known: Acquaintance) => Acquaintance): void {
    const key = path.resolve(file);
    change((identity) => {
      const known = identity.workspaces[key] ?? { device: randomUUID(), lastSequence: 0, person: null };
      return { ...identity, workspaces: { ...identity.workspaces, [key]: edit(known) } };
    });
  }
  return {
    directory,
    get lastWorkspace() {
      return readIdentity(place).lastWorkspace;
    },
    deviceFor: (file) => {
      if (acquaintance(file) === null) acquaint(file, (known) => known);
      const known = acquaintance(file);
      if (known === null) throw new Error('The identity file was taken away while it was read.');
      return { id: known.device, label: readIdentity(place).label, lastSeq: known.lastSequence };
    },
    personFor: (file) => acquaintance(file)?.person ?? null,
    choosePerson: (file, person) => acquaint(file, (known) => ({ ...known, person })),
    rememberSequence: (file, device, sequence) => {
      const known = acquaintance(file);
      if (known?.device === device && known.lastSequence >= sequence) return;
      acquaint(file, (before) => ({ ...before, device, lastSequence: sequence }));
    },
    move: (from, to) =>
      change(({ workspaces: { [path.resolve(from)]: known, ...workspaces }, ...identity }) => ({
        ...identity,
        workspaces: known === undefined ? workspaces : { ...workspaces, [path.resolve(to)]: known },
        lastWorkspace: path.resolve(to),
      })),
    forget: (file) => change(({ workspaces: { [path.resolve(file)]: _known, ...workspaces }, ...identity }) => ({ ...identity, workspaces })),
    rememberWorkspace: (file) => {
      const key = path.resolve(file);
      if (readIdentity(place).lastWorkspace !== key) change((identity) => ({ ...identity, lastWorkspace: key }));
    },
  };
}

/** The configuration folder: what `--config` says, else the user's own by the system's custom. */
export function configurationDirectory(option: string | null, environment: NodeJS.ProcessEnv = process.env): string {
  if (option !== null) return path.resolve(option);
  if (process.platform === 'win32') return path.join(environment['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming'), 'Parley');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Parley');
  return path.join(environment['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'parley');
}

/**
 * The workspace file: `--data FILE.parley` is the file, `--data DIR` holds `workspace.parley`;
 * without it the one opened last, else `Documents/Parley/Workspace.parley`.
 */
export function workspaceFile(option: string | null, lastWorkspace: string | null): string {
  if (option !== null) {
    const resolved = path.resolve(option);
    return resolved.endsWith('.parley') ? resolved : path.join(resolved, 'workspace.parley');
  }
  if (lastWorkspace !== null && existsSync(lastWorkspace)) return lastWorkspace;
  return path.join(homedir(), 'Documents', 'Parley', 'Workspace.parley');
}

function readIdentity(place: string): Identity {
  if (!existsSync(place)) return { schema: 'parley/identity/1', label: hostname(), workspaces: {}, lastWorkspace: null };
  const parsed = identitySchema.safeParse(jsonOf(readFileSync(place, 'utf8')));
  if (parsed.success) return parsed.data;
  renameSync(place, path.join(path.dirname(place), 'identity.broken.json'));
  return readIdentity(place);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function save(place: string, identity: Identity): void {
  try {
    makeFolder(path.dirname(place));
    const draft = `${place}.${process.pid}.tmp`;
    writeFileSync(draft, `${JSON.stringify(identity, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, place);
  } catch (cause) {
    throw new ParleyError('storage', `The configuration folder ${path.dirname(place)} cannot be written.`, {
      wayOut: 'Say another folder with --config.',
      cause,
    });
  }
}
