import path from 'node:path';

/** The folder of the project. */
export const projectFolder = path.resolve(import.meta.dirname, '..');

/** A file of the project, absolute. */
export function projectFile(...parts: string[]): string {
  return path.join(projectFolder, ...parts);
}
