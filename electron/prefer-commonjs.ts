import { registerHooks } from 'node:module';

/**
 * Preloaded by the command line (`node --import`): takes the CommonJS files of `drizzle-orm`. Its ES modules re-export each other in
 * cycles, and linking them from the sources costs Node some two seconds and 180 MB at every start; bundled hosts do not pay that.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier.startsWith('drizzle-orm') ? nextResolve(specifier, { ...context, conditions: ['node', 'require'] }) : nextResolve(specifier, context);
  },
});
