import { spawn } from 'node:child_process';
import path from 'node:path';
import { hostOptions, startHelp, type HostOptions } from '#electron/options.ts';
import { ParleyError } from '#shared/errors.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { findElectron, hasDisplay } from './find-tools.ts';
import { projectFile, projectFolder } from './project.ts';
import { runQuietly } from './run-quietly.ts';

/** How long the desktop runtime's download may take. */
const fetchLimitMs = 300_000;
/** A window that closes with a fault within this time did not really start. */
const startLimitMs = 15_000;
/** `electron/main.ts` ends with this when it refused to start and said why. */
const refusedStatus = 4;

/** `npm start`: the desktop window, or the same app in the browser where no window can open. */
try {
  const args = process.argv.slice(2);
  if (args.includes('--help')) process.stdout.write(startHelp);
  else await start(hostOptions(args));
} catch (error) {
  if (!(error instanceof ParleyError) && !(error instanceof Error)) throw error;
  const wayOut = error instanceof ParleyError && error.wayOut !== null ? ` ${error.wayOut}` : '';
  process.stderr.write(`${error.message}${wayOut}\n`);
  process.exitCode = 1;
}

async function start(options: HostOptions): Promise<void> {
  endWithParent();
  await buildIfNeeded();
  if (options.browser) await startBrowser(options);
  else await startDesktop(options);
}

/**
 * npm runs this under a shell, and a signal to npm ends that shell but not its child: when the parent is gone, this ends as by SIGTERM.
 */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

async function startDesktop(options: HostOptions): Promise<void> {
  if (!hasDisplay()) return await insteadInBrowser(options, 'There is no display here');
  const electron = findElectron() ?? (await fetchElectron());
  if (typeof electron !== 'string') return await insteadInBrowser(options, `The desktop runtime could not be fetched (${electron.reason})`);
  const status = await runDesktop(electron, options);
  if (status === 'did not start') return await insteadInBrowser(options, 'The desktop window could not start');
  process.exitCode = status;
}

async function insteadInBrowser(options: HostOptions, reason: string): Promise<void> {
  say(`${reason}: Parley opens in the browser instead.`);
  await startBrowser(options);
}

/** The browser host runs in this process, so that signals reach it and nothing is left behind. */
async function startBrowser(options: HostOptions): Promise<void> {
  const open = options.open && hasDisplay() ? ['--open'] : ['--no-open'];
  const serve = projectFile('dist/main/serve.js');
  process.argv = [process.execPath, serve, ...locationOf(options), '--port', String(options.port), ...open];
  await import(serve);
}

/** The path of the fetched runtime, or in one line why there is none. */
async function fetchElectron(): Promise<string | { readonly reason: string }> {
  const installer = projectFile('node_modules/electron/install.js');
  say('Fetching the desktop runtime (about 110 MB, once)…');
  const { output, timedOut } = await runQuietly(process.execPath, [installer], { cwd: projectFolder, limitMs: fetchLimitMs });
  return findElectron() ?? { reason: timedOut ? 'not done after five minutes' : reasonOf(output) };
}

/** The first line of what the installer said, without the name of its error: "getaddrinfo ENOTFOUND github.com". */
function reasonOf(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const said = lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '') ?? 'the installer said nothing';
  return said.replace(/^\w*Error: /, '').slice(0, 200);
}

function runDesktop(electron: string, options: HostOptions): Promise<number | 'did not start'> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) say("Started as root: the desktop runtime's own sandbox is off.");
  const environment = { ...process.env };
  delete environment['ELECTRON_RUN_AS_NODE'];
  const child = spawn(electron, [...(isRoot ? ['--no-sandbox'] : []), projectFolder, ...locationOf(options)], {
    cwd: projectFolder,
    env: environment,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const startedAt = Date.now();
  child.stderr.on('data', (chunk: Buffer) => process.stderr.write(withoutRuntimeNoise(chunk.toString())));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve('did not start'));
    child.on('exit', (status, signal) => {
      const isFault = status !== 0 && status !== refusedStatus && signal !== 'SIGINT' && signal !== 'SIGTERM';
      resolve(isFault && Date.now() - startedAt < startLimitMs ? 'did not start' : status === refusedStatus ? 1 : (status ?? 0));
    });
  });
}

/** Paths are the caller's, who may stand in another folder than the project. */
function locationOf(options: HostOptions): string[] {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return [
    ...(options.data === null ? [] : ['--data', path.resolve(from, options.data)]),
    ...(options.config === null ? [] : ['--config', path.resolve(from, options.config)]),
  ];
}

/** Chromium's own log lines (`[123:0101/…:ERROR:…]`) say nothing to a person. */
function withoutRuntimeNoise(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\[\d+:\d{4}\/|^\(node:\d+\)|^\s*$|^Gtk-|^libva|^dbus|Gdk-/.test(line))
    .map((line) => `${line}\n`)
    .join('');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
