import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFile, projectFolder } from './project.ts';
import { runQuietly } from './run-quietly.ts';

const pageSources = ['renderer', 'shared', 'build/vite.renderer.ts', 'package-lock.json'];
const mainSources = ['electron', 'db', 'shared', 'build/vite.main.ts', 'package-lock.json'];

type Part = { readonly name: string; readonly config: string; readonly sources: readonly string[]; readonly result: string };

const parts: readonly Part[] = [
  { name: 'page', config: 'build/vite.renderer.ts', sources: pageSources, result: 'dist/renderer/index.html' },
  { name: 'main', config: 'build/vite.main.ts', sources: mainSources, result: 'dist/main/serve.js' },
];

/**
 * Builds what is missing or older than its sources, without a word.
 * Throws with the builder's own output where it fails.
 */
export async function buildIfNeeded(): Promise<void> {
  for (const part of parts) {
    if (isCurrent(part)) continue;
    if (part.name === 'main') rmSync(projectFile('dist/main'), { recursive: true, force: true });
    const vite = projectFile('node_modules/vite/bin/vite.js');
    const outcome = await runQuietly(process.execPath, [vite, 'build', '-c', part.config], { cwd: projectFolder, limitMs: 300_000 });
    if (outcome.status !== 0) throw new Error(`The ${part.name} did not build.\n${outcome.output}`);
    mkdirSync(projectFile('dist'), { recursive: true });
    writeFileSync(marker(part), '');
  }
}

function isCurrent(part: Part): boolean {
  if (!existsSync(marker(part)) || !existsSync(projectFile(part.result))) return false;
  const builtAt = statSync(marker(part)).mtimeMs;
  return part.sources.every((source) => newestIn(projectFile(source)) <= builtAt);
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
