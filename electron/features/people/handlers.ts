import { implement } from '@orpc/server';
import { ensureOrganisation } from '#db/organisations/commands.ts';
import { findOrganisation } from '#db/organisations/queries.ts';
import { assignRole, changePerson, createPerson, endRole, removePerson } from '#db/people/commands.ts';
import { findPerson, listPeople, listRoles, personIdOf } from '#db/people/queries.ts';
import type { Reader } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { peopleContract } from '#shared/people/contract.ts';
import type { Person } from '#shared/people/model.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(peopleContract).$context<CoreContext>();

export const peopleHandlers = {
  list: call.list.handler(({ context, input }) =>
    context.store.read((reader) => listPeople(reader, { organisationId: input.organisation, agreementId: input.agreement, aboutId: input.about, archived: input.archived })),
  ),

  show: call.show.handler(({ context, input }) => context.store.read((reader) => knownPerson(reader, input.id))),

  create: call.create.handler(({ context, input }) =>
    context.store.write({ command: 'people.create', actorId: context.actor.personId }, (tx) => {
      const organisationId = ensureOrganisation(tx, input.organisation);
      if (personIdOf(tx, organisationId, input.name) !== null) {
        throw new ParleyError('conflict', `${input.organisation} has a person named ${input.name} already.`, { details: [{ path: 'name', message: 'Taken' }], wayOut: 'Tell them apart in the name: Ann Lee (Berlin).' });
      }
      return { id: createPerson(tx, { organisationId, name: input.name, email: input.email ?? null, phone: input.phone ?? null, jobTitle: input.jobTitle ?? null }) };
    }),
  ),

  paste: call.paste.handler(({ context, input }) =>
    context.store.write({ command: 'people.paste', actorId: context.actor.personId }, (tx) => {
      let changed = 0;
      for (const { name, organisation, email, phone, jobTitle } of input.people) {
        const organisationId = ensureOrganisation(tx, organisation);
        const present = personIdOf(tx, organisationId, name);
        const given = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }), ...(jobTitle === undefined ? {} : { jobTitle }) };
        if (present === null) {
          createPerson(tx, { organisationId, name, ...given });
        } else {
          changePerson(tx, present, given);
          changed += 1;
        }
      }
      return { created: input.people.length - changed, changed };
    }),
  ),

  change: call.change.handler(({ context, input }) =>
    context.store.write({ command: 'people.change', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const person = knownPerson(tx, input.id);
      if (input.organisationId !== undefined && findOrganisation(tx, input.organisationId) === null) throw new ParleyError('not-found', 'There is no such organisation.', { details: [{ path: 'organisationId', message: 'Unknown organisation' }] });
      changePerson(tx, person.id, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.organisationId === undefined ? {} : { organisationId: input.organisationId }),
        ...(input.email === undefined ? {} : { email: input.email }),
        ...(input.phone === undefined ? {} : { phone: input.phone }),
        ...(input.jobTitle === undefined ? {} : { jobTitle: input.jobTitle }),
      });
      return { id: person.id };
    }),
  ),

  remove: call.remove.handler(({ context, input }) =>
    context.store.write({ command: 'people.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const person = knownPerson(tx, input.id);
      if (person.roles.length > 0) {
        throw new ParleyError('rule-violated', `${person.name} holds ${person.roles.length} roles.`, { wayOut: 'End the roles or give them to somebody else first.' });
      }
      removePerson(tx, person.id);
      return { removed: true };
    }),
  ),

  assignRole: call.assignRole.handler(({ context, input }) =>
    context.store.write({ command: 'people.assign-role', actorId: context.actor.personId, subjectId: input.person }, (tx) => {
      const person = knownPerson(tx, input.person);
      if (input.from !== undefined && input.to !== undefined && input.to < input.from) throw new ParleyError('invalid-input', 'A role does not end before it begins.', { details: [{ path: 'to', message: 'Before from' }] });
      const { scope } = input;
      const id = assignRole(tx, {
        personId: person.id,
        role: input.role,
        side: input.side,
        agreementId: scope.kind === 'agreement' ? scope.id : null,
        serviceId: scope.kind === 'service' ? scope.id : null,
        organisationId: scope.kind === 'organisation' ? scope.id : null,
        fromOn: input.from ?? null,
        toOn: input.to ?? null,
      });
      return { id };
    }),
  ),

  endRole: call.endRole.handler(({ context, input }) =>
    context.store.write({ command: 'people.end-role', actorId: context.actor.personId }, (tx) => {
      if (!listRoles(tx).some((role) => role.id === input.id)) throw new ParleyError('not-found', 'There is no such role.', { details: [{ path: 'id', message: 'Unknown role' }] });
      endRole(tx, input.id, input.on ?? null);
      return { removed: input.on === undefined };
    }),
  ),
};

function knownPerson(reader: Reader, id: string): Person {
  const person = findPerson(reader, id);
  if (person === null) throw new ParleyError('not-found', `There is no person ${id}.`, { details: [{ path: 'id', message: 'Unknown person' }] });
  return person;
}
