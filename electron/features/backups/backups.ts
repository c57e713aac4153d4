import { randomUUID } from 'node:crypto';
import { accessSync, constants, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { lastChangeOf } from '#db/backups/facts.ts';
import { restoreWorkspace } from '#db/backups/restore.ts';
import { makeFolder } from '#db/make-folder.ts';
import { goneWorkspace } from '#db/place.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import type { Store } from '#db/store.ts';
import type { BackupCopy, BackupFailure, BackupInterval, BackupSettings, BackupState, CopyKind } from '#shared/backups/model.ts';
import { surplusCopies } from '#shared/backups/rotation.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { IncidentLog } from '#electron/incident-log.ts';
import type { Installation } from '#electron/installation.ts';
import type { Jobs } from '#electron/jobs/jobs.ts';
import { refusalFrom } from '#electron/refuse.ts';
import { copiesIn, folderBeside, freePath } from './copies.ts';
import { keepBackupSettings, readBackupSettings } from './settings.ts';

export type FoundCopy = BackupCopy & { readonly path: string };

export type Backups = {
  state(): BackupState;
  /** Newest first. */
  copies(): FoundCopy[];
  /** Makes a checked copy, then lets surplus ones go. Throws ParleyError; the workspace and older copies are untouched then. */
  make(kind: CopyKind): Promise<FoundCopy>;
  /** Refuses a folder that is not there or cannot be written. */
  change(changes: Partial<BackupSettings>): BackupState;
  remove(name: string): boolean;
  /** Puts a copy in the workspace's place after making one of what is there now, which it answers. Refused while long work runs. */
  restore(name: string): Promise<FoundCopy>;
  /** From now on copies are made by themselves: the hosts begin this, a single command does not. */
  begin(): void;
  /** A copy before something large is taken back, where copies are made by themselves. What fails is told, and nothing is held up by it. */
  beforeUndo(): Promise<void>;
  end(): void;
};

export type BackupsOptions = {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly installation: Pick<Installation, 'directory' | 'rememberSequence'>;
  readonly clock: () => Instant;
  readonly log: IncidentLog;
  readonly announce: (command: string) => void;
};

const intervalsMs: Readonly<Record<Exclude<BackupInterval, 'off'>, number>> = { quarter: 900_000, hour: 3_600_000, day: 86_400_000 };

/** How often it is looked whether a copy is due, and for how long nobody may have written then. */
const lookMs = 30_000;
const restMs = 60_000;

export function openBackups({ store, jobs, installation, clock, log, announce }: BackupsOptions): Backups {
  let failure: BackupFailure | null = null;
  let running: Promise<unknown> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isFirstLook = true;
  let triedAt = Number.NEGATIVE_INFINITY;

  const settings = (): BackupSettings => readBackupSettings(installation.directory, store.file);
  const folder = (): string => settings().folder ?? folderBeside(store.file);
  const copies = (): FoundCopy[] => copiesIn([folder(), folderBeside(store.file)], store.file, store.read(workspaceRow).id);
  const state = (): BackupState => ({ settings: settings(), folder: folder(), isRunning: running !== null, failure });

  async function make(kind: CopyKind, spared: string | null = null): Promise<FoundCopy> {
    while (running !== null) await running.catch(() => undefined);
    const work = copy(kind, spared);
    running = work;
    try {
      return await work;
    } finally {
      running = null;
      announce('backups.made');
    }
  }

  async function copy(kind: CopyKind, spared: string | null): Promise<FoundCopy> {
    try {
      if (!store.isInPlace()) throw goneWorkspace(store.file);
      prepareFolder(settings().folder, store.file);
      const target = freePath(folder(), store.file, kind, clock());
      await jobs.result(jobs.start('backup', { target }).id);
      const all = copies();
      const made = all.find((one) => one.path === target);
      if (made === undefined || made.facts === null) throw new ParleyError('storage', 'The copy is gone again.', { wayOut: 'Check the disk that the copies go to.' });
      rotate(all, [made.name, spared]);
      failure = null;
      return made;
    } catch (error) {
      const { message, wayOut } = refusalFrom(error, 'backup', log);
      if (failure?.message !== message) failure = { id: randomUUID(), at: clock(), message, wayOut };
      throw error;
    }
  }

  /** What was just made stays also where the clock was set back. */
  function rotate(all: readonly FoundCopy[], spared: readonly (string | null)[]): void {
    const readable = all.filter((one) => one.facts !== null && path.dirname(one.path) === folder());
    const surplus = new Set(surplusCopies(readable, settings().keep, store.read(workspaceRow).zone));
    for (const one of readable) if (surplus.has(one.name) && !spared.includes(one.name)) rmSync(one.path, { force: true });
  }

  /** Changed since the last copy, nobody writing just now, and long enough ago; at the start also what the last session left. */
  function isDue(): boolean {
    const { every } = settings();
    if (every === 'off' || running !== null || store.isReadOnly) return false;
    const now = clock();
    const last = store.read(lastChangeOf);
    const [newest] = copies().filter((one) => one.facts !== null);
    if (last.no <= 1 || newest?.facts?.lastChange?.id === last.id) return false;
    const rests = Math.abs(now - last.at) >= restMs;
    // A clock that was set back makes no copy wait for the day that was.
    const isOld = newest === undefined || Math.abs(now - newest.madeAt) >= intervalsMs[every];
    const isRetryDue = failure === null || Math.abs(now - triedAt) >= Math.min(intervalsMs[every], intervalsMs.quarter);
    return isRetryDue && rests && (isOld || isFirstLook);
  }

  async function look(): Promise<void> {
    const isDueNow = isDue();
    isFirstLook = false;
    if (isDueNow) await byItself('auto');
  }

  /** A failure is kept for the screens, which tell it once. */
  async function byItself(kind: CopyKind): Promise<void> {
    triedAt = clock();
    await make(kind).catch(() => undefined);
  }

  async function restore(name: string): Promise<FoundCopy> {
    const found = copies().find((one) => one.name === name);
    if (found === undefined) throw new ParleyError('not-found', 'That copy is not there.', { wayOut: 'Choose another one, or plug the disk in that it is on.' });
    if (found.facts === null) throw new ParleyError('storage', `The copy ${name} cannot be read.`, { wayOut: 'Choose another copy. The workspace was not changed.' });
    refuseWhileWorking();
    const kept = await make('restore', name);
    refuseWhileWorking();
    await restoreWorkspace(store.file, found.path, clock());
    installation.rememberSequence(store.file, store.takeNewDevice(), 0);
    announce('workspace.restore');
    return kept;
  }

  function refuseWhileWorking(): void {
    if (store.isReadOnly) throw new ParleyError('read-only', 'This workspace can only be read here.', { wayOut: 'Copy it to a folder where you can write and open the copy.' });
    if (jobs.list().some(({ event }) => event.state === 'running')) throw new ParleyError('conflict', 'An import or other long work is running.', { wayOut: 'Wait until it has finished, or cancel it.' });
  }

  return {
    state,
    copies,
    make,
    restore,
    change: (changes) => {
      const next = { ...settings(), ...changes };
      if (next.folder !== null) checkFolder(next.folder);
      keepBackupSettings(installation.directory, store.file, next);
      if (changes.folder !== undefined) failure = null;
      triedAt = Number.NEGATIVE_INFINITY;
      announce('backups.changed');
      return state();
    },
    remove: (name) => {
      const found = copies().find((one) => one.name === name);
      if (found === undefined) return false;
      rmSync(found.path, { force: true });
      announce('backups.removed');
      return true;
    },
    begin: () => {
      timer ??= setInterval(() => void look().catch((error: unknown) => refusalFrom(error, 'backup', log)), lookMs);
      timer.unref();
    },
    beforeUndo: async () => {
      if (timer === null || settings().every === 'off') return;
      const last = store.read(lastChangeOf);
      if (!copies().some((one) => one.facts?.lastChange?.id === last.id)) await byItself('undo');
    },
    end: () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}

/** The folder beside the workspace is made; a chosen one is not: where a stick was pulled out, its place would fill the wrong disk. */
function prepareFolder(chosen: string | null, file: string): void {
  if (chosen !== null) return checkFolder(chosen, 'storage');
  makeFolder(folderBeside(file));
}

function checkFolder(folder: string, code: 'invalid-input' | 'storage' = 'invalid-input'): void {
  const refuse = (message: string): ParleyError =>
    new ParleyError(code, message, { wayOut: 'Plug the disk in again, or choose another folder for the copies.', details: [{ path: 'folder', message }] });
  if (!path.isAbsolute(folder)) throw refuse(`${folder} is not a whole path.`);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw refuse(`No copy can be made: the folder ${folder} is not there.`);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw refuse(`No copy can be made: the folder ${folder} cannot be written.`);
  }
}
