import { attachedFile } from '#db/attachments/queries.ts';
import { fileWithId, readFile } from '#db/files/queries.ts';
import type { CoreContext } from './core.ts';

/** A file of the workspace as a stream, by its own id or that of an attachment, under which it has the name that it was attached with; null where the id is of neither. */
export function storedFile(context: CoreContext, id: string): { name: string; bytes: number; body: ReadableStream<Uint8Array> } | null {
  return context.store.read((reader) => {
    const attachment = attachedFile(reader, id);
    const file = fileWithId(reader, attachment?.fileId ?? id);
    if (file === null) return null;
    const bytes = readFile(reader, file.id);
    return { name: attachment?.name ?? file.name, bytes: bytes.byteLength, body: new Blob([bytes]).stream() };
  });
}
