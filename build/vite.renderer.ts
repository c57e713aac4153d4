import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPage } from './first-page.ts';
import { guide } from './guide.ts';

/** What a start shows first, beside the frame; its code is one file with the frame's. */
const firstPages = ['renderer/app/page-root.tsx', 'renderer/features/today/today-page.tsx', 'renderer/features/agreements/list-page.tsx'];

/**
 * The page. Assets carry a hash of their content, no script and no style is inline: the hosts serve it under a strict
 * content security policy. `--mode development` adds the specimen page `/kit`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer/', import.meta.url)),
  plugins: [react(), guide(), firstPage(firstPages)],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer/', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: /renderer\/app\/(first-questions|refused)\.ts$|vite\/preload-helper/, priority: 2 },
            { name: 'page', test: (id) => firstPages.some((source) => id.endsWith(source)), priority: 1 },
          ],
        },
      },
    },
  },
});
