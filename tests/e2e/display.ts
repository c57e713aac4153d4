import { spawn, type ChildProcess } from 'node:child_process';
import { hasDisplay, onPath } from '#build/find-tools.ts';

/** A display for windows: the one that is there, or an Xvfb of our own; null where neither can be had. */
export async function startDisplay(): Promise<{ readonly name: string; stop(): void } | null> {
  if (hasDisplay()) return { name: process.env['DISPLAY'] ?? '', stop: () => {} };
  const xvfb = onPath('Xvfb');
  if (xvfb === null) return null;
  const server = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1500x1100x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await firstLine(server);
  return number === null ? null : { name: `:${number}`, stop: () => void server.kill() };
}

function firstLine(server: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), 10_000);
    server.stdout?.once('data', (chunk: Buffer) => {
      clearTimeout(timer);
      resolve(chunk.toString().trim());
    });
    server.once('error', () => resolve(null));
  });
}
