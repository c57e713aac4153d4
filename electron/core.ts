import path from 'node:path';
import { openDocumentsConnection, type DocumentsConnection } from '#db/documents-connection.ts';
import { openStore, type Store } from '#db/store.ts';
import { createWorkspace } from '#db/workspace/commands.ts';
import { findWorkspace, lastSequenceOf } from '#db/workspace/queries.ts';
import type { Announcement } from '#shared/workspace/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { actorOf, type ActorRef } from './actor.ts';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { openIncidentLog, type IncidentLog } from './incident-log.ts';
import { openBackups, type Backups } from './features/backups/backups.ts';
import { configurationDirectory, openInstallation, workspaceFile, type Installation } from './installation.ts';
import { openJobs, type Jobs } from './jobs/jobs.ts';
import { openTransfers, type Transfers } from './transfers.ts';

/** What every handler gets. Reads go through `store.read`, writes through `store.write` with `actorId: actor.personId`. */
export type CoreContext = {
  readonly store: Store;
  /** What leaves the house is read from here: nothing internal is on it. */
  readonly documents: Pick<DocumentsConnection, 'read'>;
  readonly actor: ActorRef;
  readonly clock: () => Instant;
  readonly jobs: Jobs;
  /** Files on their way in (uploads) and out (exports), by id. */
  readonly files: Transfers;
  readonly installation: Installation;
  readonly backups: Backups;
  readonly log: IncidentLog;
  readonly announcements: Announcer<Announcement>;
  /** How the host goes on with a workspace that was copied to its new place; null where one command runs. */
  readonly goOnAt: ((file: string) => void) | null;
  /** Version of the program. */
  readonly version: string;
};

export type CoreOptions = {
  /** `--data`: a folder, a `.parley` file, or null for the default. */
  readonly data: string | null;
  /** `--config`: the configuration folder, or null for the user's own. */
  readonly config: string | null;
  /** `--as`: who acts, by name or id; null: the person chosen on this installation, else the workspace's first user. */
  readonly as?: string | null;
  readonly clock?: () => Instant;
  readonly goOnAt?: (file: string) => void;
};

/** `close` may be called again: the core is closed once. */
export type Core = { readonly context: CoreContext; close(): Promise<void> };

/** The version that the program shows and writes into what it makes. */
export const programVersion = '0.1.0';

/** Where the workspace of these options is, without opening it. */
export function workspaceOf(options: Pick<CoreOptions, 'data' | 'config'>): string {
  const installation = openInstallation(configurationDirectory(options.config));
  return workspaceFile(options.data, installation.lastWorkspace);
}

/**
 * Opens (or makes) the workspace and composes what every host runs on.
 * Throws ParleyError: `read-only`, `storage` or `conflict` (a file from a newer version) with a way out.
 */
export function openCore(options: CoreOptions): Core {
  const clock = options.clock ?? Date.now;
  const installation = openInstallation(configurationDirectory(options.config));
  const file = workspaceFile(options.data, installation.lastWorkspace);
  const log = openIncidentLog(path.join(path.dirname(file), 'log', `${path.basename(file, '.parley')}.log`), clock);
  const store = openStore({ file, device: installation.deviceFor(file), clock });
  prepare(store, clock);
  if (options.data === null) installation.rememberWorkspace(file);
  const actor = actorOf(store, installation, options.as ?? null);
  const announcements = createAnnouncer<Announcement>();
  store.onCommit((change) => announcements.announce({ command: change.command, subject: change.subjectId }));
  const stopWatching = watchOtherWriters(store, () => announcements.announce({ command: 'elsewhere', subject: null }));
  const jobs = openJobs({
    file,
    device: () => store.device,
    actorId: () => actor.personId,
    log,
    clock,
    onDone: (kind) => announcements.announce({ command: kind, subject: null }),
  });
  const backups = openBackups({ store, jobs, installation, clock, log, announce: (command) => announcements.announce({ command, subject: null }) });
  const files = openTransfers();
  let opened: DocumentsConnection | null = null;
  let closing: Promise<void> | null = null;
  const documents: CoreContext['documents'] = { read: (read) => (opened ??= openDocumentsConnection(file)).read(read) };
  return {
    context: { store, documents, actor, clock, jobs, files, installation, backups, log, announcements, goOnAt: options.goOnAt ?? null, version: programVersion },
    close: () => (closing ??= close()),
  };

  async function close(): Promise<void> {
    stopWatching();
    backups.end();
    announcements.close();
    await jobs.close();
    files.close();
    opened?.close();
    if (!store.isReadOnly) installation.rememberSequence(file, store.device.id, store.read((reader) => lastSequenceOf(reader, store.device.id)));
    store.close();
  }
}

/** A new file gets its one row, named after the file until the first start names the organisation. */
function prepare(store: Store, clock: () => Instant): void {
  if (store.isReadOnly || store.read(findWorkspace) !== null) return;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  store.write({ command: 'workspace.create', cause: 'system' }, (tx) => {
    if (findWorkspace(tx) === null) createWorkspace(tx, { name: path.basename(store.file, '.parley'), zone: timeZone, createdAt: clock() });
  });
}

/** How often another process's commits (the command line, a job) are looked for: a screen that is a second late is not noticed. */
const otherWritersIntervalMs = 1000;

function watchOtherWriters(store: Store, onChange: () => void): () => void {
  let seen = store.dataVersion();
  const timer = setInterval(() => {
    const version = store.dataVersion();
    if (version === seen) return;
    seen = version;
    onChange();
  }, otherWritersIntervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
