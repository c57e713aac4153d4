import { execFileSync, spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { openInput } from '#electron/importers/input.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';
import { median, type BenchRow } from './row.ts';

const runs = 5;
const mostTimesPeer = 5;
const mostMegabytes = 350;
const mostTimesForTen = 12;
const memoryTolerance = 0.2;

type Run = { readonly ms: number; readonly megabytes: number };

/**
 * The real incident log by the command line, into a new workspace each time, against `sqlite3 .import` of the same unzipped file;
 * the most memory of the process; and the same with ten times the rows.
 */
export async function benchImport(): Promise<BenchRow[]> {
  const zip = sharedData('tickets/uci-incident-event-log.zip');
  if (zip === null) return [skipped('Import of the incident log', 'the log is not here')];
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  const input = await openInput(zip);
  try {
    const own: Run[] = [];
    const peer: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      peer.push(peerMs(input.file, folder));
      own.push(await importMs(input.file, folder));
    }
    const one = { ms: median(own.map(({ ms }) => ms)), megabytes: median(own.map(({ megabytes }) => megabytes)) };
    const tenFold = path.join(folder, 'ten.csv');
    await writeTimes(input.file, tenFold, 10);
    const ten = await importMs(tenFold, folder);
    return [...peerRow(one, peer), ...ownRows(one, ten)];
  } finally {
    input.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function peerRow(one: Run, peer: readonly number[]): BenchRow[] {
  if (peer.some(Number.isNaN)) return [skipped('Import of the incident log', 'sqlite3 is not here')];
  const ratio = one.ms / median(peer);
  return [{ name: 'Import of 141,712 events', peer: 'sqlite3 .import', value: one.ms, unit: 'ms', ratio, limit: `at most ${mostTimesPeer} ×`, pass: ratio <= mostTimesPeer }];
}

function ownRows(one: Run, ten: Run): BenchRow[] {
  const [time, memory] = [ten.ms / one.ms, ten.megabytes / one.megabytes];
  return [
    { name: 'Most memory of that process', peer: 'limit', value: one.megabytes, unit: 'MB', ratio: one.megabytes / mostMegabytes, limit: `below ${mostMegabytes} MB`, pass: one.megabytes < mostMegabytes },
    { name: 'Import of ten times the rows', peer: 'the same once', value: ten.ms, unit: 'ms', ratio: time, limit: `at most ${mostTimesForTen} ×`, pass: time <= mostTimesForTen },
    { name: 'Most memory with ten times the rows', peer: 'the same once', value: ten.megabytes, unit: 'MB', ratio: memory, limit: '± 20 %', pass: Math.abs(memory - 1) <= memoryTolerance },
  ];
}

function skipped(name: string, why: string): BenchRow {
  return { name, peer: `skipped: ${why}`, value: NaN, unit: 'ms', ratio: NaN, limit: '', pass: true };
}

/** NaN where there is no sqlite3. */
function peerMs(file: string, folder: string): number {
  const database = path.join(folder, 'peer.db');
  rmSync(database, { force: true });
  const start = performance.now();
  try {
    execFileSync('sqlite3', [database, '.mode csv', `.import ${file} log`], { stdio: 'ignore' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NaN;
    throw error;
  }
  return performance.now() - start;
}

/** Runs the command as a person does; the job's wall time is what it says itself. */
async function importMs(file: string, folder: string): Promise<Run> {
  const workspace = path.join(folder, 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  const root = path.resolve(import.meta.dirname, '../..');
  const child = spawn(process.execPath, [...commandOf(root), '--data', workspace, '--config', path.join(folder, 'config'), 'import', 'tickets', file, '--zone', 'Europe/Lisbon', '--json'], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, highWaterMark(child.pid))), 20);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  const ms = Number(/ in (\d+) ms/u.exec(said)?.[1] ?? NaN);
  if (code !== 0 || Number.isNaN(ms)) throw new Error(`The import ended with ${String(code)}: ${said}`);
  return { ms, megabytes };
}

/** The arguments of `npm run parley`. */
function commandOf(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: { parley: string } };
  return scripts.parley.split(' ').slice(1);
}

/** VmHWM in MB; the last value seen before the end, 0 where the system does not tell. */
function highWaterMark(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 0;
    throw error;
  }
}

/** The same log so many times, each with ticket numbers of its own. */
async function writeTimes(file: string, target: string, times: number): Promise<void> {
  writeFileSync(target, '');
  for (let turn = 0; turn < times; turn += 1) {
    const out = createWriteStream(target, { flags: 'a' });
    let line = 0;
    for await (const row of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      if (line === 1 && turn > 0) continue;
      if (!out.write(`${line === 1 ? row : row.replace('INC', `INC${turn}-`)}\n`)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
  }
}
