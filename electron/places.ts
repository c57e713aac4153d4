import path from 'node:path';

/** The built page: `dist/renderer`, seen from the sources (`electron/`) and from the bundle (`dist/main/`). */
export function rendererFolder(): string {
  const here = import.meta.dirname;
  return import.meta.url.endsWith('.ts') ? path.resolve(here, '../dist/renderer') : path.resolve(here, '../renderer');
}
