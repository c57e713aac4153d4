import { closeSync, openSync, readSync } from 'node:fs';
import { implement } from '@orpc/server';
import { addAttachment, pinRow, removeAttachment } from '#db/attachments/commands.ts';
import { findAttachment, listAttachments, recordOf, recordOfAttachment } from '#db/attachments/queries.ts';
import type { Reader } from '#db/store.ts';
import { attachmentsContract } from '#shared/attachments/contract.ts';
import { largestAttachment, mostAttachments, type AttachedTo } from '#shared/attachments/model.ts';
import { ParleyError } from '#shared/errors.ts';
import type { CoreContext } from '#electron/core.ts';
import type { Transfer } from '#electron/transfers.ts';

const call = implement(attachmentsContract).$context<CoreContext>();

export const attachmentsHandlers = {
  list: call.list.handler(({ context, input }) =>
    context.store.read((reader) => {
      const record = knownRecord(reader, input);
      return typeof record === 'string' ? listAttachments(reader, record) : [];
    }),
  ),

  add: call.add.handler(({ context, input }) => {
    const file = context.files.get(input.file);
    try {
      if (file.bytes > largestAttachment) throw new ParleyError('invalid-input', `${file.name} is larger than 50 MB.`, { wayOut: 'Keep it elsewhere and attach a note of where it is, or split it.', details: [{ path: 'file', message: 'Larger than 50 MB' }] });
      const subjectId = context.store.read((reader) => subjectOf(knownRecord(reader, input.to)));
      return context.store.write({ command: 'attachments.add', actorId: context.actor.personId, subjectId }, (tx) => {
        const known = knownRecord(tx, input.to);
        const record = typeof known === 'string' ? known : pinRow(tx, known);
        if (listAttachments(tx, record).length >= mostAttachments) throw new ParleyError('invalid-input', `More than ${mostAttachments} files are not kept on one record.`, { wayOut: 'Remove some first, or put them together into one.' });
        const id = addAttachment(tx, record, file.name, piecesOf(file));
        const added = findAttachment(tx, id);
        if (added === null) throw new Error('The attachment was written and is not there.');
        return added;
      });
    } finally {
      context.files.forget(input.file);
    }
  }),

  remove: call.remove.handler(({ context, input }) => {
    const record = context.store.read((reader) => recordOfAttachment(reader, input.id));
    if (record === null) throw new ParleyError('not-found', 'There is no such file.', { details: [{ path: 'id', message: 'Unknown attachment' }], wayOut: 'Somebody may have removed it: look in the history.' });
    context.store.write({ command: 'attachments.remove', actorId: context.actor.personId, subjectId: record }, (tx) => removeAttachment(tx, input.id, record));
    return { removed: true };
  }),
};

function knownRecord(reader: Reader, to: AttachedTo): NonNullable<ReturnType<typeof recordOf>> {
  const record = recordOf(reader, to);
  if (record === null) throw new ParleyError('not-found', 'What the file belongs to is not there.', { details: [{ path: 'id', message: `Unknown ${to.kind}` }], wayOut: 'Somebody may have deleted it: look in the recycle bin.' });
  return record;
}

function subjectOf(record: NonNullable<ReturnType<typeof recordOf>>): string {
  return typeof record === 'string' ? record : String(record.no);
}

/** The file in pieces. One that vanishes or changes its size meanwhile is refused, and nothing of it stays. */
function* piecesOf(file: Transfer): Generator<Uint8Array> {
  const descriptor = opened(file);
  try {
    let bytes = 0;
    for (;;) {
      const piece = Buffer.allocUnsafe(262_144);
      const count = readSync(descriptor, piece, 0, piece.length, null);
      if (count === 0) break;
      bytes += count;
      yield piece.subarray(0, count);
    }
    if (bytes !== file.bytes) throw vanished(file, undefined);
  } finally {
    closeSync(descriptor);
  }
}

function opened(file: Transfer): number {
  try {
    return openSync(file.path, 'r');
  } catch (cause) {
    throw vanished(file, cause);
  }
}

function vanished(file: Transfer, cause: unknown): ParleyError {
  return new ParleyError('not-found', `${file.name} was taken away or changed while it was copied. Nothing was attached.`, { wayOut: 'Choose the file again.', cause });
}
