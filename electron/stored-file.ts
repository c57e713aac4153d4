import { fileWithId, readFile } from '#db/files/queries.ts';
import type { CoreContext } from './core.ts';

/** A file of the workspace as a stream, or null where the id is of no stored file. */
export function storedFile(context: CoreContext, id: string): { name: string; bytes: number; body: ReadableStream<Uint8Array> } | null {
  return context.store.read((reader) => {
    const file = fileWithId(reader, id);
    if (file === null) return null;
    const bytes = readFile(reader, id);
    return { name: file.name, bytes: bytes.byteLength, body: new Blob([bytes]).stream() };
  });
}
