import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';

export type SavedFile = { readonly id: string; readonly name: string; readonly path: string };

/** The files that this program wrote for a person since it started: only these are ever shown in their folder. */
export type SavedFiles = {
  add(place: string): SavedFile;
  /** The file of an id that `add` gave; null for any other. `gone` where it was moved or removed since. */
  find(id: string): (SavedFile & { readonly gone: boolean }) | null;
  /** The newest that is still there. */
  last(): SavedFile | null;
};

export function keepSavedFiles(): SavedFiles {
  const known = new Map<string, SavedFile>();
  return {
    add: (place) => {
      const saved = { id: randomUUID(), name: path.basename(place), path: place };
      known.set(saved.id, saved);
      return saved;
    },
    find: (id) => {
      const saved = known.get(id);
      return saved === undefined ? null : { ...saved, gone: !existsSync(saved.path) };
    },
    last: () => [...known.values()].findLast((saved) => existsSync(saved.path)) ?? null,
  };
}
