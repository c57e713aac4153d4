import { implement } from '@orpc/server';
import { standing } from '#db/changes/stale.ts';
import { findPerson } from '#db/people/queries.ts';
import { changeService, createService, removeService } from '#db/services/commands.ts';
import { findService, listServices } from '#db/services/queries.ts';
import type { Reader } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { servicesContract } from '#shared/services/contract.ts';
import type { Service } from '#shared/services/model.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(servicesContract).$context<CoreContext>();

export const servicesHandlers = {
  list: call.list.handler(({ context, input }) => context.store.read((reader) => listServices(reader, input))),

  show: call.show.handler(({ context, input }) => context.store.read((reader) => knownService(reader, input.id))),

  create: call.create.handler(({ context, input }) =>
    context.store.write({ command: 'services.create', actorId: context.actor.personId }, (tx) => {
      if (findService(tx, input.name) !== null) throw new ParleyError('conflict', `There is already a service named ${input.name}.`, { details: [{ path: 'name', message: 'Taken' }] });
      const ownerId = input.owner === undefined ? null : ownerNamed(tx, input.owner);
      return { id: createService(tx, { name: input.name, status: input.status, ownerId, description: input.description ?? null }) };
    }),
  ),

  change: call.change.handler(({ context, input: { id, was, ...mine } }) =>
    context.store.write({ command: 'services.change', actorId: context.actor.personId, subjectId: id }, (tx) => {
      const service = knownService(tx, id);
      const input = standing(tx, { table: 'services', id: service.id }, service, was, mine);
      if (input.name !== undefined) {
        const other = findService(tx, input.name);
        if (other !== null && other.id !== service.id) throw new ParleyError('conflict', `There is already a service named ${input.name}.`, { details: [{ path: 'name', message: 'Taken' }] });
      }
      changeService(tx, service.id, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.status === undefined ? {} : { status: input.status }),
        ...(input.ownerId === undefined ? {} : { ownerId: input.ownerId }),
        ...(input.description === undefined ? {} : { description: input.description }),
      });
      return { id: service.id };
    }),
  ),

  remove: call.remove.handler(({ context, input }) =>
    context.store.write({ command: 'services.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const service = knownService(tx, input.id);
      if (service.agreements > 0) throw new ParleyError('rule-violated', `${service.agreements} agreements are about it.`, { wayOut: 'Set its status to retired: everything about it stays.' });
      removeService(tx, service.id);
      return { removed: true };
    }),
  ),
};

function knownService(reader: Reader, id: string): Service {
  const service = findService(reader, id);
  if (service === null) throw new ParleyError('not-found', `There is no service ${id}.`, { details: [{ path: 'id', message: 'Unknown service' }] });
  return service;
}

function ownerNamed(reader: Reader, name: string): string {
  const person = findPerson(reader, name);
  if (person === null) throw new ParleyError('not-found', `There is no person named ${name}.`, { details: [{ path: 'owner', message: 'Unknown person' }], wayOut: 'Create the person first.' });
  return person.id;
}
