import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { ParleyError } from '#shared/errors.ts';

/** The right to be the one window or server of a workspace on this computer. The command line needs none: SQLite keeps it in order. */
export type Claim = { release(): void };

/**
 * Claims a workspace for this process; the system gives the claim back when the process ends, however it ends.
 * `onKnock` is called when a second one tries (the desktop window then comes to the front).
 * Throws `conflict` where another process has the workspace open.
 */
export async function claimWorkspace(file: string, onKnock: () => void = () => {}): Promise<Claim> {
  const place = meetingPlace(file);
  if (await knock(place)) {
    throw new ParleyError('conflict', `The workspace ${file} is already open in another Parley on this computer.`, {
      wayOut: 'Use that one, close it first, or say another workspace with --data.',
    });
  }
  if (process.platform !== 'win32') rmSync(place, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end('open\n');
    onKnock();
  });
  await listen(server, place);
  return { release: () => void server.close() };
}

function meetingPlace(file: string): string {
  const hash = createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 24);
  const user = userInfo().username.replace(/[^A-Za-z0-9_-]/g, '_');
  return process.platform === 'win32' ? `\\\\.\\pipe\\parley-${user}-${hash}` : path.join(tmpdir(), `parley-${user}-${hash}.sock`);
}

function knock(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place);
    socket.setTimeout(2000, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function listen(server: Server, place: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      server.unref();
      resolve();
    });
  });
}
