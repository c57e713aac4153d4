import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, type AfterPackContext } from 'electron-builder';
import { buildIfNeeded } from './build-if-needed.ts';
import { findElectron } from './find-tools.ts';
import { projectFile, projectFolder } from './project.ts';
import { runQuietly } from './run-quietly.ts';

/** How long the desktop runtime's download may take. */
const fetchLimitMs = 300_000;

/** `npm run package`: the installers of this system in `release/`; with `-- --dir` the unpacked program alone. For this kind of machine only, since native modules are those that are installed. */
try {
  const { values } = parseArgs({ options: { dir: { type: 'boolean' }, output: { type: 'string' } } });
  await packageProgram(values.dir === true, values.output ?? projectFile('release'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function packageProgram(unpackedOnly: boolean, output: string): Promise<void> {
  const electron = findElectron() ?? (await fetchElectron());
  if (electron === null) {
    throw new Error('There is no Electron to package: set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked one, or let `node node_modules/electron/install.js` fetch it.');
  }
  await buildIfNeeded();
  await build({
    projectDir: projectFolder,
    publish: 'never',
    dir: unpackedOnly,
    config: { electronDist: distributionOf(electron), afterPack: dropForeignResources, directories: { output: path.resolve(output) } },
  });
}

async function fetchElectron(): Promise<string | null> {
  process.stderr.write('Fetching the desktop runtime (about 110 MB, once)…\n');
  await runQuietly(process.execPath, [projectFile('node_modules/electron/install.js')], { cwd: projectFolder, limitMs: fetchLimitMs });
  return findElectron();
}

/** The folder that electron-builder copies: on macOS the one that holds `Electron.app`. */
function distributionOf(electron: string): string {
  return process.platform === 'darwin' ? path.resolve(electron, '../../../..') : path.dirname(electron);
}

/** A distribution may carry an app of its own: beside ours it would only wait for a fuse to be forgotten. */
async function dropForeignResources(context: AfterPackContext): Promise<void> {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  for (const name of readdirSync(resources)) {
    if (name === 'app' || name.startsWith('default_app')) rmSync(path.join(resources, name), { recursive: true, force: true });
  }
}
