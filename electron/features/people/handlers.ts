import { implement } from '@orpc/server';
import { standing } from '#db/changes/stale.ts';
import { ensureOrganisation } from '#db/organisations/commands.ts';
import { findOrganisation } from '#db/organisations/queries.ts';
import { assignRole, changePerson, createPerson, endRole, removePerson } from '#db/people/commands.ts';
import { contactsPlan, planContacts, takeContacts } from '#db/people/contacts.ts';
import { peopleDirectory } from '#db/people/directory.ts';
import { handOver, planHandOver } from '#db/people/hand-over.ts';
import { mergePeople, planPeopleMerge } from '#db/people/merge-people.ts';
import { findPerson, listPeople, listRoles, personIdOf } from '#db/people/queries.ts';
import { setArchived } from '#db/records/archive.ts';
import type { Reader } from '#db/store.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { peopleContract } from '#shared/people/contract.ts';
import type { HandOverPlan } from '#shared/people/hand-over.ts';
import type { Person, Role } from '#shared/people/model.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { readContacts, type ContactsFile } from '#electron/importers/contacts.ts';

const call = implement(peopleContract).$context<CoreContext>();

export const peopleHandlers = {
  list: call.list.handler(({ context, input }) =>
    context.store.read((reader) => listPeople(reader, { organisationId: input.organisation, agreementId: input.agreement, aboutId: input.about, archived: input.archived })),
  ),

  directory: call.directory.handler(({ context }) => context.store.read((reader) => peopleDirectory(reader, today(reader, context)))),

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

  change: call.change.handler(({ context, input: { id, was, ...mine } }) =>
    context.store.write({ command: 'people.change', actorId: context.actor.personId, subjectId: id }, (tx) => {
      const person = knownPerson(tx, id);
      const input = standing(tx, { table: 'people', id: person.id }, person, was, mine);
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
        deputyOfId: input.deputyOf === undefined ? null : principalOf(tx, input.deputyOf, input),
      });
      return { id };
    }),
  ),

  planContacts: call.planContacts.handler(async ({ context, input }) => {
    const { contacts, ...file } = await contactsOf(context, input.file);
    return context.store.read((reader) => contactsPlan(reader, file, planContacts(reader, contacts, input.organisation)));
  }),

  importContacts: call.importContacts.handler(async ({ context, input }) => {
    const { contacts, ...file } = await contactsOf(context, input.file);
    const plan = context.store.read((reader) => contactsPlan(reader, file, planContacts(reader, contacts, input.organisation)));
    if (plan.counts.new + plan.counts.changed === 0) return plan;
    return context.store.write({ command: 'people.import', actorId: context.actor.personId }, (tx) => {
      const planned = planContacts(tx, contacts, input.organisation);
      const taken = contactsPlan(tx, file, planned);
      takeContacts(tx, planned);
      return taken;
    });
  }),

  planHandOver: call.planHandOver.handler(({ context, input }) => context.store.read((reader) => handOverOf(reader, context, input))),

  handOver: call.handOver.handler(({ context, input }) =>
    context.store.write({ command: 'people.hand-over', actorId: context.actor.personId, subjectId: input.from }, (tx) => {
      const plan = handOverOf(tx, context, input);
      if (input.archive && plan.from.id === context.actor.personId) throw new ParleyError('rule-violated', `${plan.from.name} is the person at this computer.`, { details: [{ path: 'archive', message: 'At this computer' }], wayOut: 'Choose somebody else at this computer first, or hand over without archiving.' });
      handOver(tx, plan);
      if (input.archive) setArchived(tx, 'person', plan.from.id, plan.on);
      return plan;
    }),
  ),

  planMerge: call.planMerge.handler(({ context, input }) => context.store.read((reader) => planPeopleMerge(reader, knownPerson(reader, input.keep), knownPerson(reader, input.duplicate)))),

  merge: call.merge.handler(({ context, input }) =>
    context.store.write({ command: 'people.merge', actorId: context.actor.personId, subjectId: input.keep }, (tx) => {
      const [keep, duplicate] = [knownPerson(tx, input.keep), knownPerson(tx, input.duplicate)];
      const plan = planPeopleMerge(tx, keep, duplicate);
      if (duplicate.id === context.actor.personId) throw new ParleyError('rule-violated', `${duplicate.name} is the person at this computer.`, { details: [{ path: 'duplicate', message: 'At this computer' }], wayOut: 'Keep this record and merge the other one into it.' });
      mergePeople(tx, keep, duplicate, input.take, today(tx, context));
      return plan;
    }),
  ),

  endRole: call.endRole.handler(({ context, input }) =>
    context.store.write({ command: 'people.end-role', actorId: context.actor.personId }, (tx) => {
      const role = listRoles(tx).find(({ id }) => id === input.id);
      if (role === undefined) throw new ParleyError('not-found', 'There is no such role.', { details: [{ path: 'id', message: 'Unknown role' }] });
      if (role.from !== null && input.on !== undefined && input.on < role.from) throw new ParleyError('invalid-input', 'A role does not end before it begins.', { details: [{ path: 'on', message: 'Before from' }], wayOut: 'Remove it where it never held.' });
      endRole(tx, input.id, input.on ?? null);
      return { removed: input.on === undefined };
    }),
  ),
};

/** The role that a deputy stands in for: the same one, of somebody else, held in their own right. */
function principalOf(reader: Reader, id: string, wanted: { readonly person: string; readonly role: Role['role']; readonly scope: Role['scope'] }): string {
  const principal = listRoles(reader).find((role) => role.id === id);
  const isFitting = principal !== undefined && principal.deputyOf === null && principal.personId !== wanted.person && principal.role === wanted.role && principal.scope.kind === wanted.scope.kind && principal.scope.id === wanted.scope.id;
  if (!isFitting) throw new ParleyError('rule-violated', 'A deputy stands in for somebody else who holds the same role.', { details: [{ path: 'deputyOf', message: 'Not the same role' }], wayOut: 'Choose somebody who holds this role.' });
  return principal.id;
}

function contactsOf(context: CoreContext, fileId: string): Promise<ContactsFile> {
  const file = context.files.get(fileId);
  return readContacts(file.path, file.name);
}

function handOverOf(reader: Reader, context: CoreContext, input: { readonly from: string; readonly to: string; readonly on?: string | undefined }): HandOverPlan {
  const [from, to] = [knownPerson(reader, input.from), knownPerson(reader, input.to)];
  if (from.id === to.id) throw new ParleyError('rule-violated', `${from.name} cannot hand over to the same person.`, { details: [{ path: 'to', message: 'The same' }], wayOut: 'Choose who takes over.' });
  if (to.archivedOn !== null) throw new ParleyError('rule-violated', `${to.name} is archived.`, { details: [{ path: 'to', message: 'Archived' }], wayOut: 'Take the person out of the archive first.' });
  return planHandOver(reader, from, to, input.on ?? today(reader, context));
}

function today(reader: Reader, context: CoreContext): string {
  return dateOf(context.clock(), workspaceRow(reader).zone);
}

function knownPerson(reader: Reader, id: string): Person {
  const person = findPerson(reader, id);
  if (person === null) throw new ParleyError('not-found', `There is no person ${id}.`, { details: [{ path: 'id', message: 'Unknown person' }] });
  return person;
}
