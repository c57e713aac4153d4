import { enableCompileCache } from 'node:module';
import { buildIfNeeded } from './build-if-needed.ts';
import { projectFile } from './project.ts';

/**
 * The command line, from its bundle: built silently on first use and after a change, because the sources take seconds to load
 * and the bundle half of one. Where it cannot be built the sources run.
 */
enableCompileCache(projectFile('node_modules/.cache/compiled'));
const built = await buildIfNeeded('main').then(
  () => true,
  () => false,
);
await import(built ? projectFile('dist/main/cli.js') : projectFile('electron/cli.ts'));
