import { enableCompileCache, registerHooks } from 'node:module';
import path from 'node:path';

/**
 * Preloaded by the child processes of the store's tests (`node --import`): they run from the sources, and each would pay for compiling them.
 *
 * What was compiled once is kept beside the sources (where that folder cannot be written, nothing is kept and nothing is said).
 * `drizzle-orm` is taken as CommonJS: its ES modules re-export each other in cycles, and linking them costs Node two seconds and 180 MB.
 */
enableCompileCache(path.join(import.meta.dirname, '../../../.cache/compiled'));
registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier.startsWith('drizzle-orm') ? nextResolve(specifier, { ...context, conditions: ['node', 'require'] }) : nextResolve(specifier, context);
  },
});
