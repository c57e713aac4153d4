import { implement } from '@orpc/server';
import { changeOrganisation, changeSite, createOrganisation, createSite, ensureOrganisation, removeOrganisation, removeSite } from '#db/organisations/commands.ts';
import { standing } from '#db/changes/stale.ts';
import { mergeOrganisations, planOrganisationsMerge } from '#db/organisations/merge.ts';
import { findOrganisation, findSite, isWithin, listOrganisations, listSites, organisationIdOf, organisationUse, siteIdOf } from '#db/organisations/queries.ts';
import { calendarIdOf } from '#db/calendars/names.ts';
import type { Reader } from '#db/store.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { organisationsContract, sitesContract } from '#shared/organisations/contract.ts';
import { checkZone } from '#shared/time/zone.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';

const organisations = implement(organisationsContract).$context<CoreContext>();
const sites = implement(sitesContract).$context<CoreContext>();

export const organisationsHandlers = {
  list: organisations.list.handler(({ context, input }) => context.store.read((reader) => listOrganisations(reader, input.archived))),

  show: organisations.show.handler(({ context, input }) => context.store.read((reader) => known(findOrganisation(reader, input.id), 'organisation', input.id))),

  create: organisations.create.handler(({ context, input }) => {
    checkZone('zone', input.zone);
    return context.store.write({ command: 'organisations.create', actorId: context.actor.personId }, (tx) => {
      refuseTaken(organisationIdOf(tx, input.name), 'organisation', input.name);
      const parentId = input.parent === undefined ? null : ensureOrganisation(tx, input.parent);
      return { id: createOrganisation(tx, { name: input.name, parentId, ours: input.ours, zone: input.zone ?? null, language: input.language ?? null, shortName: input.shortName ?? null, address: input.address ?? null, registerNumber: input.registerNumber ?? null }) };
    });
  }),

  change: organisations.change.handler(({ context, input: { id, was, ...mine } }) => {
    checkZone('zone', mine.zone);
    return context.store.write({ command: 'organisations.change', actorId: context.actor.personId, subjectId: id }, (tx) => {
      const input = { id, ...standing(tx, { table: 'organisations', id }, known(findOrganisation(tx, id), 'organisation', id), was, mine) };
      if (input.name !== undefined) refuseTakenByOther(organisationIdOf(tx, input.name), input.id, 'organisation', input.name);
      changeOrganisation(tx, input.id, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.parentId === undefined ? {} : { parentId: parentOf(tx, input.id, input.parentId) }),
        ...(input.ours === undefined ? {} : { isOurs: input.ours ? 1 : 0 }),
        ...(input.zone === undefined ? {} : { zone: input.zone }),
        ...(input.shortName === undefined ? {} : { shortName: input.shortName }),
        ...(input.address === undefined ? {} : { address: input.address }),
        ...(input.registerNumber === undefined ? {} : { registerNumber: input.registerNumber }),
        ...(input.archived === undefined ? {} : { archivedOn: input.archived ? dateOf(context.clock(), workspaceRow(tx).zone) : null }),
      });
      return { id: input.id };
    });
  }),

  remove: organisations.remove.handler(({ context, input }) =>
    context.store.write({ command: 'organisations.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      known(findOrganisation(tx, input.id), 'organisation', input.id);
      const use = organisationUse(tx, input.id);
      if (use.people + use.agreements + use.children > 0) {
        throw new ParleyError('rule-violated', `It has ${use.people} people, ${use.agreements} agreements and ${use.children} departments.`, { wayOut: 'Archive it: it is hidden, and everything about it stays.' });
      }
      removeOrganisation(tx, input.id);
      return { removed: true };
    }),
  ),

  planMerge: organisations.planMerge.handler(({ context, input }) =>
    context.store.read((reader) => planOrganisationsMerge(reader, known(findOrganisation(reader, input.keep), 'organisation', input.keep), known(findOrganisation(reader, input.duplicate), 'organisation', input.duplicate))),
  ),

  merge: organisations.merge.handler(({ context, input }) =>
    context.store.write({ command: 'organisations.merge', actorId: context.actor.personId, subjectId: input.keep }, (tx) => {
      const keep = known(findOrganisation(tx, input.keep), 'organisation', input.keep);
      const duplicate = known(findOrganisation(tx, input.duplicate), 'organisation', input.duplicate);
      const plan = planOrganisationsMerge(tx, keep, duplicate);
      mergeOrganisations(tx, keep, duplicate, input.take, dateOf(context.clock(), workspaceRow(tx).zone));
      return plan;
    }),
  ),
};

export const sitesHandlers = {
  list: sites.list.handler(({ context, input }) =>
    context.store.read((reader) => listSites(reader, input.organisation === undefined ? undefined : known(findOrganisation(reader, input.organisation), 'organisation', input.organisation).id)),
  ),

  show: sites.show.handler(({ context, input }) => context.store.read((reader) => known(findSite(reader, input.id), 'site', input.id))),

  create: sites.create.handler(({ context, input }) => {
    checkZone('zone', input.zone);
    return context.store.write({ command: 'sites.create', actorId: context.actor.personId }, (tx) => {
      const organisationId = ensureOrganisation(tx, input.organisation);
      refuseTaken(siteIdOf(tx, organisationId, input.name), 'site', input.name);
      const calendarId = input.calendar === undefined ? null : calendarNamed(tx, input.calendar);
      const zone = input.zone ?? findOrganisation(tx, organisationId)?.zone ?? workspaceRow(tx).zone;
      return { id: createSite(tx, { organisationId, name: input.name, zone, calendarId }) };
    });
  }),

  change: sites.change.handler(({ context, input: { id, was, ...mine } }) => {
    checkZone('zone', mine.zone);
    return context.store.write({ command: 'sites.change', actorId: context.actor.personId, subjectId: id }, (tx) => {
      const site = known(findSite(tx, id), 'site', id);
      const input = standing(tx, { table: 'sites', id: site.id }, site, was, mine);
      if (input.name !== undefined) refuseTakenByOther(siteIdOf(tx, site.organisationId, input.name), site.id, 'site', input.name);
      changeSite(tx, site.id, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.zone === undefined ? {} : { zone: input.zone }),
        ...(input.calendarId === undefined ? {} : { calendarId: input.calendarId }),
      });
      return { id: site.id };
    });
  }),

  remove: sites.remove.handler(({ context, input }) =>
    context.store.write({ command: 'sites.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      known(findSite(tx, input.id), 'site', input.id);
      removeSite(tx, input.id);
      return { removed: true };
    }),
  ),
};

/** The parent, refused where the organisation would lie below itself. */
function parentOf(reader: Reader, id: string, parentId: string | null): string | null {
  if (parentId === null) return null;
  const parent = known(findOrganisation(reader, parentId), 'organisation', parentId);
  if (isWithin(reader, parent.id, id)) throw new ParleyError('rule-violated', `${parent.name} is a part of it.`, { details: [{ path: 'parentId', message: 'Lies below' }], wayOut: 'Choose an organisation that is not below this one.' });
  return parent.id;
}

function calendarNamed(reader: Reader, name: string): string {
  const id = calendarIdOf(reader, name);
  if (id === null) throw new ParleyError('not-found', `There is no calendar ${name}.`, { details: [{ path: 'calendar', message: 'Unknown calendar' }], wayOut: 'Create the calendar first.' });
  return id;
}

function known<Found>(found: Found | null, kind: string, id: string): Found {
  if (found === null) throw new ParleyError('not-found', `There is no ${kind} ${id}.`, { details: [{ path: 'id', message: `Unknown ${kind}` }] });
  return found;
}

function refuseTaken(taken: string | null, kind: string, name: string): void {
  if (taken !== null) throw new ParleyError('conflict', `There is already a ${kind} named ${name}.`.replace('a organisation', 'an organisation'), { details: [{ path: 'name', message: 'Taken' }] });
}

function refuseTakenByOther(taken: string | null, own: string, kind: string, name: string): void {
  if (taken !== null && taken !== own) refuseTaken(taken, kind, name);
}
