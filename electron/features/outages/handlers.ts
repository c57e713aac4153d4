import { implement } from '@orpc/server';
import { standing } from '#db/changes/stale.ts';
import { changeMaintenance, changeOutage, createMaintenance, createOutage, removeMaintenance, removeOutage, type MaintenanceValues, type OutageValues } from '#db/outages/commands.ts';
import { listMaintenance, listOutages, maintenanceWithId, outageWithNo } from '#db/outages/queries.ts';
import { ensureService } from '#db/services/commands.ts';
import { findService } from '#db/services/queries.ts';
import type { Tx } from '#db/store.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { maintenanceContract, outagesContract } from '#shared/outages/contract.ts';
import type { MaintenanceInput, Outage, OutageInput } from '#shared/outages/model.ts';
import { parseInstant } from '#shared/time/instant.ts';
import { parseRepeatRule } from '#shared/time/repeat-rule.ts';
import type { CoreContext } from '#electron/core.ts';

const outages = implement(outagesContract).$context<CoreContext>();
const maintenance = implement(maintenanceContract).$context<CoreContext>();

export const outagesHandlers = {
  list: outages.list.handler(({ context, input }) => context.store.read((reader) => listOutages(reader, input))),
  show: outages.show.handler(({ context, input }) => context.store.read((reader) => found(outageWithNo(reader, input.no), 'outage'))),
  create: outages.create.handler(({ context, input }) => ({
    no: context.store.write({ command: 'outages.create', actorId: context.actor.personId }, (tx) => createOutage(tx, outageValues(tx, input, ensureService(tx, input.service)))),
  })),
  change: outages.change.handler(({ context, input }) => {
    context.store.write({ command: 'outages.change', actorId: context.actor.personId }, (tx) => {
      const now = found(outageWithNo(tx, input.no), 'outage');
      const was = input.was && outageValues(tx, input.was, seenService(tx, input.was.service));
      changeOutage(tx, input.no, standing(tx, { table: 'outages', id: input.no, instants }, now, was, outageValues(tx, input, ensureService(tx, input.service))));
    });
    return { no: input.no };
  }),
  remove: outages.remove.handler(({ context, input }) => {
    context.store.write({ command: 'outages.remove', actorId: context.actor.personId }, (tx) => {
      refuseImported(found(outageWithNo(tx, input.no), 'outage'));
      removeOutage(tx, input.no);
    });
    return { removed: true as const };
  }),
};

export const maintenanceHandlers = {
  list: maintenance.list.handler(({ context, input }) => context.store.read((reader) => listMaintenance(reader, input))),
  create: maintenance.create.handler(({ context, input }) => ({
    id: context.store.write({ command: 'maintenance.create', actorId: context.actor.personId }, (tx) => createMaintenance(tx, windowValues(tx, input, ensureService(tx, input.service)))),
  })),
  change: maintenance.change.handler(({ context, input }) => {
    context.store.write({ command: 'maintenance.change', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const now = found(maintenanceWithId(tx, input.id), 'maintenance window');
      const was = input.was && windowValues(tx, input.was, seenService(tx, input.was.service));
      changeMaintenance(tx, input.id, standing(tx, { table: 'maintenance_windows', id: input.id, instants }, now, was, windowValues(tx, input, ensureService(tx, input.service))));
    });
    return { id: input.id };
  }),
  remove: maintenance.remove.handler(({ context, input }) => {
    context.store.write({ command: 'maintenance.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      found(maintenanceWithId(tx, input.id), 'maintenance window');
      removeMaintenance(tx, input.id);
    });
    return { removed: true as const };
  }),
};

const instants = ['from', 'to', 'announcedAt'];

/** The service that somebody had seen by this name; one that has gone since is never made again for a comparison. */
function seenService(tx: Tx, name: string): string {
  return findService(tx, name)?.id ?? '';
}

function outageValues(tx: Tx, input: OutageInput, serviceId: string): OutageValues {
  const zone = input.zone ?? workspaceRow(tx).zone;
  const from = parseInstant(input.start, zone);
  const to = input.end === null ? null : parseInstant(input.end, zone);
  if (to !== null && to < from) throw endsFirst();
  return {
    serviceId,
    kind: input.kind,
    from,
    to,
    reason: input.reason,
    ticket: input.ticket,
    approvedBy: input.approvedBy,
    weightPpb: input.weight === null ? null : Math.round(input.weight * 1_000_000_000),
    users: input.users,
  };
}

function windowValues(tx: Tx, input: MaintenanceInput, serviceId: string): MaintenanceValues {
  const zone = input.zone ?? workspaceRow(tx).zone;
  const [from, to] = [parseInstant(input.start, zone), parseInstant(input.end, zone)];
  if (to <= from) throw endsFirst();
  if (input.repeat !== null) parseRepeatRule(input.repeat);
  return { serviceId, from, to, zone, repeat: input.repeat, reason: input.reason, approvedBy: input.approvedBy, announcedAt: input.announced === null ? null : parseInstant(input.announced, zone) };
}

function endsFirst(): ParleyError {
  return new ParleyError('invalid-input', 'It ends before it starts.', { details: [{ path: 'end', message: 'must be after start' }], wayOut: 'Correct one of the two times.' });
}

function refuseImported(outage: Outage): void {
  if (!outage.isTyped) throw new ParleyError('rule-violated', 'This outage was imported.', { wayOut: 'Undo its import, or correct its times.' });
}

function found<Row>(row: Row | null, what: string): Row {
  if (row === null) throw new ParleyError('not-found', `There is no such ${what}.`, { wayOut: 'Look it up in the list.' });
  return row;
}
