import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { findChromium } from '#build/find-tools.ts';
import { projectFile } from '#build/project.ts';
import { benchCalendar } from './calendar.ts';
import { benchCompliance } from './compliance.ts';
import { benchImport } from './import.ts';
import { benchInteractions } from './interactions.ts';
import type { BenchOptions, BenchRow } from './row.ts';
import { benchScrolling } from './scrolling.ts';
import { benchSample } from './sample.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchWord } from './word.ts';

/**
 * `npm run bench`: every number that Parley promises, beside its peer of the same run.
 * `-- --only import,start` measures some of them, `--runs N` fewer times, `--write` puts the table into `docs/performance.md`.
 */
const benches: Readonly<Record<string, (options: BenchOptions) => Promise<BenchRow[]>>> = {
  import: benchImport,
  calendar: benchCalendar,
  compliance: benchCompliance,
  start: benchStart,
  interactions: benchInteractions,
  scrolling: benchScrolling,
  search: benchSearch,
  word: benchWord,
  sample: benchSample,
};

const args = process.argv.slice(2);
const only = valueOf('--only')?.split(',') ?? Object.keys(benches);
const options: BenchOptions = { runs: Number(valueOf('--runs') ?? 5) };
const rows: BenchRow[] = [];
for (const name of only) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`There is no bench ${name}. There are: ${Object.keys(benches).join(', ')}.`);
  for (const row of await bench(options)) {
    rows.push(row);
    say(`${row.pass ? 'pass  ' : 'MISSED'} ${row.name}: ${valueText(row)}${ratioText(row)} ${row.limit === '' ? '' : `(${row.limit})`} against ${row.peer}`);
  }
}
if (args.includes('--write')) writeFileSync(projectFile('docs/performance.md'), page(rows));
process.exitCode = rows.every((row) => row.pass) ? 0 : 1;

function valueOf(option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}

function page(measured: readonly BenchRow[]): string {
  const [processor] = cpus();
  const lines = measured.map((row) => `| ${row.name} | ${valueText(row)} | ${row.peer} | ${ratioText(row).trim() || '–'} | ${row.limit || '–'} | ${row.limit === '' ? 'skipped' : row.pass ? 'yes' : '**no**'} |`);
  return `# Performance

Made by \`npm run bench -- --write\`. Each value stands beside a peer of the same run: ratios travel between machines, milliseconds do not.

| What | Value | Peer | Ratio | Limit | Held |
|---|--:|---|--:|---|---|
${lines.join('\n')}

Measured on ${new Date().toISOString().slice(0, 10)}, ${process.version.replace('v', 'Node ')}, ${chromiumVersion()}, ${type()}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB of memory, load ${loadText()} when it ended. Program version ${programVersion()}.${busyText()}

How:
- **Import**: \`parley import tickets\` of the unzipped incident log, the job's wall time as it says it itself, median; memory is VmHWM of the whole process; ten times the rows are the same log with other ticket numbers.
- **elapsed**: 10⁶ random pairs, median of 7; the libraries on UTC, holidays, split shifts, spans up to 30 days, seed 1.
- **Compliance**: a target is changed through the call that the draft screen makes, then all rows are asked for; tickets are in memory, as they are while somebody writes.
- **Start**: \`node dist/main/serve.js\` to the first table row on the screen; the browser runs and its cache is warm.
- **Interactions**: Event Timing; the browser rounds to 8 ms and tells nothing below 16 ms, which counts as 16.
- **Scrolling**: 120 turns of the wheel, then 12 jumps to places that were never read; the browser tells of tasks from 50 ms on, so 0 means that there was none.
- **Sample**: the call that the start screen makes, on an empty workspace, in the process; Today on it after the first time, as the page asks for it.
- **Word**: from the data of a signed agreement of 15 pages to the bytes of the file.
`;
}

function valueText(row: BenchRow): string {
  return Number.isNaN(row.value) ? '–' : `${row.value < 10 ? row.value.toFixed(1) : Math.round(row.value).toLocaleString('en')} ${row.unit}`;
}

function ratioText(row: BenchRow): string {
  return Number.isNaN(row.ratio) ? '' : ` ${row.ratio < 20 ? row.ratio.toFixed(2) : Math.round(row.ratio).toLocaleString('en')} ×`;
}

function chromiumVersion(): string {
  const binary = findChromium();
  if (binary === null) return 'no Chromium';
  return execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split(' ').slice(0, 2).join(' ');
}

function loadText(): string {
  return process.platform === 'linux' ? (readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '') : 'unknown';
}

/** Says where other work took the processors: then milliseconds and paints are longer than on a quiet machine. */
function busyText(): string {
  return Number(loadText()) > cpus().length ? ' **The machine was busy with other work: every value in milliseconds is too long, and a limit in milliseconds that was missed is not decided by this run.**' : '';
}

function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
