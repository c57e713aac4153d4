import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Ends the Parley that was started on its own with this file as its argument. */
export async function endProcessOn(file: string): Promise<void> {
  await expect.poll(() => readdirSync('/proc').some((name) => /^\d+$/.test(name) && commandOf(name).includes(file)), { timeout: 30_000, interval: 200 }).toBe(true);
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes(file));
  for (const pid of found) process.kill(Number(pid), 'SIGTERM');
  await expect.poll(() => found.filter((pid) => existsSync(`/proc/${pid}`) && commandOf(pid) !== ''), { timeout: 20_000, interval: 100 }).toEqual([]);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
