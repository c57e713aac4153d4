import { statSync } from 'node:fs';
import { implement } from '@orpc/server';
import { storeFile } from '#db/files/commands.ts';
import { ownLooks, setLook } from '#db/settings/looks.ts';
import type { Reader } from '#db/store.ts';
import { colourOf } from '#shared/documents/accent.ts';
import { rasterHead } from '#shared/documents/raster.ts';
import { ParleyError } from '#shared/errors.ts';
import { largestLogoBytes, largestLogoSide, settingsContract, type OwnLook } from '#shared/settings/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { copyTo, freePlace, moveTo } from '../workspace/place.ts';

const call = implement(settingsContract).$context<CoreContext>();

export const settingsHandlers = {
  size: call.size.handler(({ context }) => ({ bytes: [context.store.file, `${context.store.file}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0) })),

  looks: call.looks.handler(({ context }) => context.store.read(ownLooks)),

  setLogo: call.setLogo.handler(({ context, input: { organisation, file } }) => {
    const picture = file === null ? null : pictureOf(context, file);
    return context.store.write({ command: 'settings.set-logo', actorId: context.actor.personId, subjectId: organisation }, (tx) => {
      knownOwn(tx, organisation);
      setLook(tx, organisation, { logo: picture === null ? null : storeFile(tx, picture.name, picture.mediaType, picture.bytes) });
      return knownOwn(tx, organisation);
    });
  }),

  setColour: call.setColour.handler(({ context, input: { organisation, colour: text } }) => {
    const colour = text === null ? null : colourOf(text);
    if (text !== null && colour === null) {
      const message = `${text} is no colour.`;
      throw new ParleyError('invalid-input', message, { wayOut: 'Pick one, or type six digits such as #1F4FD8.', details: [{ path: 'colour', message }] });
    }
    return context.store.write({ command: 'settings.set-colour', actorId: context.actor.personId, subjectId: organisation }, (tx) => {
      knownOwn(tx, organisation);
      setLook(tx, organisation, { colour });
      return knownOwn(tx, organisation);
    });
  }),

  copyTo: call.copyTo.handler(async ({ context, input }) => {
    const target = freePlace(input.path);
    return { path: target, bytes: await copyTo(context, target) };
  }),

  moveTo: call.moveTo.handler(async ({ context, input }) => {
    const target = freePlace(input.path);
    return { path: target, bytes: await moveTo(context, target) };
  }),
};

function knownOwn(reader: Reader, organisation: string): OwnLook {
  const found = ownLooks(reader).find((own) => own.organisation === organisation);
  if (found === undefined) throw new ParleyError('not-found', 'That is no own organisation of this workspace.', { details: [{ path: 'organisation', message: 'Unknown own organisation' }], wayOut: 'Mark it as own first.' });
  return found;
}

/** A picture of dots within bounds: a drawing that could carry a program is none. */
function pictureOf(context: CoreContext, file: string): { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } {
  const { name, bytes: size } = context.files.get(file);
  const refuse = (message: string): ParleyError => new ParleyError('invalid-input', message, { wayOut: 'Save it as a PNG or JPEG of at most 1 MB and 4,000 dots a side.', details: [{ path: 'file', message }] });
  try {
    if (size > largestLogoBytes) throw refuse(`${name} is larger than 1 MB.`);
    const bytes = context.files.read(file);
    const head = rasterHead(bytes);
    if (head === null) throw refuse(`${name} is no PNG or JPEG.`);
    if (Math.max(head.width, head.height) > largestLogoSide) throw refuse(`${name} has more than 4,000 dots on a side.`);
    return { name, mediaType: head.mediaType, bytes };
  } finally {
    context.files.forget(file);
  }
}
