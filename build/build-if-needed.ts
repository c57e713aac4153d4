import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFile, projectFolder } from './project.ts';
import { runQuietly } from './run-quietly.ts';

type Part = { readonly name: 'page' | 'main'; readonly config: string; readonly sources: readonly string[]; readonly result: string };

const page: Part = {
  name: 'page',
  config: 'build/vite.renderer.ts',
  sources: ['renderer', 'shared', 'docs/guide', 'build/guide.ts', 'build/vite.renderer.ts', 'package-lock.json'],
  result: 'dist/renderer/index.html',
};
const main: Part = {
  name: 'main',
  config: 'build/vite.main.ts',
  sources: ['electron', 'db', 'shared', 'build/vite.main.ts', 'package-lock.json'],
  result: 'dist/main/serve.js',
};

/**
 * Builds what is missing or older than its sources, without a word. Several processes may ask at once: one builds, the others wait.
 * `PARLEY_KEEP_BUILD` takes whatever is there. Throws with the builder's own output where it fails.
 */
export async function buildIfNeeded(parts: 'all' | 'main' = 'all'): Promise<void> {
  const wanted = parts === 'all' ? [page, main] : [main];
  if (wanted.every(isCurrent)) return;
  const release = await takeTurn();
  try {
    for (const part of wanted) if (!isCurrent(part)) await build(part);
  } finally {
    release();
  }
}

/** The privileged side is built beside the one in use and then takes its place, so that a running command never sees half of it. */
async function build(part: Part): Promise<void> {
  const startedAt = new Date();
  const vite = projectFile('node_modules/vite/bin/vite.js');
  const fresh = projectFile('dist', `main-${process.pid}`);
  const outcome = await runQuietly(process.execPath, [vite, 'build', '-c', part.config], {
    cwd: projectFolder,
    limitMs: 300_000,
    env: { ...process.env, PARLEY_MAIN_FOLDER: fresh },
  });
  if (outcome.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The ${part.name} did not build.\n${outcome.output}`);
  }
  if (part.name === 'main') replaceFolder(projectFile('dist/main'), fresh);
  writeFileSync(marker(part), '');
  utimesSync(marker(part), startedAt, startedAt);
}

function replaceFolder(place: string, fresh: string): void {
  const old = `${place}-old-${process.pid}`;
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** One builder at a time; a lock that nobody has touched for two minutes was left by a process that died. */
async function takeTurn(): Promise<() => void> {
  const lock = projectFile('dist', '.building');
  mkdirSync(projectFile('dist'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true });
      await wait(100);
    }
  }
}

function isCurrent(part: Part): boolean {
  if (process.env['PARLEY_KEEP_BUILD'] && existsSync(projectFile(part.result))) return true;
  const built = statSync(marker(part), { throwIfNoEntry: false });
  if (!built || !existsSync(projectFile(part.result))) return false;
  return part.sources.every((source) => newestIn(projectFile(source)) <= built.mtimeMs);
}

function marker(part: Part): string {
  return projectFile('dist', `.built-${part.name}`);
}

function newestIn(place: string): number {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(place).reduce((newest, name) => Math.max(newest, newestIn(path.join(place, name))), stat.mtimeMs);
}
