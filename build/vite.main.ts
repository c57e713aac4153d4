import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';

/** `PARLEY_MAIN_FOLDER` lets a build be made beside the one in use and then take its place. */
const main = process.env['PARLEY_MAIN_FOLDER'] ?? fileURLToPath(new URL('../dist/main/', import.meta.url));

/** Kept out of the bundles: the runtime itself and the native modules. */
const native = ['electron', 'better-sqlite3', '@resvg/resvg-js'];

function environment(input: Record<string, string>, format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: native, conditions: ['node', 'import', 'module', 'default'] },
    build: {
      outDir: main,
      emptyOutDir: false,
      ssr: true,
      target: 'node20',
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        input,
        external: [/^node:/, ...native],
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  };
}

function source(name: string): string {
  return fileURLToPath(new URL(`../electron/${name}`, import.meta.url));
}

/**
 * The privileged side, in one folder without subfolders so that `worker.js` lies beside whatever chunk starts it:
 * `main.js` (desktop), `serve.js` (browser host), `cli.js` (command line), `worker.js` (jobs), and `preload.cjs`, which a sandboxed page needs as CommonJS.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  logLevel: 'warn',
  environments: {
    main: environment({ main: source('main.ts'), serve: source('serve.ts'), cli: source('cli.ts'), worker: source('jobs/worker.ts') }, 'es'),
    preload: environment({ preload: source('preload.ts') }, 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload']) {
        const target = builder.environments[name];
        if (target) await builder.build(target);
      }
    },
  },
});
