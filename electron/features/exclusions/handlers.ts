import { implement } from '@orpc/server';
import { readDocument } from '#db/agreements/document.ts';
import { agreementNamed, newestVersion, type AgreementRow } from '#db/agreements/queries.ts';
import { scopeOf } from '#db/compliance/scope.ts';
import { decideExclusion, pinTicket, proposeExclusion, removeExclusion } from '#db/exclusions/commands.ts';
import { exclusionOfWindow, exclusionsOfAgreement, exclusionWithId, maintenanceWindow, ticketOfAgreement } from '#db/exclusions/queries.ts';
import { findService } from '#db/services/queries.ts';
import type { Tx } from '#db/store.ts';
import { agreedNotice } from '#shared/availability/planned-windows.ts';
import type { CoreContext } from '#electron/core.ts';
import { ParleyError } from '#shared/errors.ts';
import { exclusionsContract } from '#shared/exclusions/contract.ts';
import { parseInstantAt } from '#shared/time/instant.ts';
import { personIn } from '../agreements/read.ts';

const exclusions = implement(exclusionsContract).$context<CoreContext>();

export const exclusionsHandlers = {
  list: exclusions.list.handler(({ context, input }) =>
    context.store.read((reader) => {
      const agreement = agreementNamed(reader, input.agreement);
      const document = readDocument(reader, agreement, newestVersion(reader, agreement));
      return exclusionsOfAgreement(reader, agreement.id, scopeOf(reader, document), { noticeDays: agreedNotice(document), zone: document.zone });
    })),

  propose: exclusions.propose.handler(({ context, input }) =>
    context.store.write({ command: 'exclusions.propose', actorId: context.actor.personId }, (tx) => {
      const agreement = agreementNamed(tx, input.agreement);
      const startsAt = input.start === undefined ? null : parseInstantAt('start', input.start, agreement.zone);
      const endsAt = input.end === undefined ? null : parseInstantAt('end', input.end, agreement.zone);
      if ((startsAt === null) !== (endsAt === null)) throw refused(startsAt === null ? 'start' : 'end', 'An exclusion has a start and an end.', 'Give both, or neither for a whole ticket.');
      if (startsAt === null && input.ticket === undefined) throw refused('start', 'Nothing says what is left out.', 'Give a start and an end, or a ticket.');
      if (startsAt !== null && endsAt !== null && endsAt <= startsAt) throw refused('end', 'The exclusion ends before it starts.', 'Give an end after the start.');
      const service = input.service === undefined ? null : findService(tx, input.service);
      if (input.service !== undefined && !service) throw new ParleyError('not-found', `There is no service ${input.service}.`, { details: [{ path: 'service', message: 'Unknown service' }] });
      const subjectId = input.ticket === undefined ? null : pinTicket(tx, ticketNamed(tx, agreement, input.ticket));
      return { id: proposeExclusion(tx, { agreementId: agreement.id, kind: input.kind, serviceId: service?.id ?? null, maintenanceId: null, subjectId, startsAt, endsAt, reason: input.reason, authorId: context.actor.personId }) };
    })),

  decide: exclusions.decide.handler(({ context, input }) => {
    const person = context.store.read((reader) => personIn(reader, input.by, 'by'));
    return context.store.write({ command: 'exclusions.decide', actorId: person.id, subjectId: input.id, reason: input.reason ?? null }, (tx) => {
      const exclusion = exclusionWithId(tx, input.id);
      if (!exclusion) throw unknownExclusion();
      if (exclusion.state === 'accepted') throw new ParleyError('rule-violated', 'This exclusion is accepted: that stays.', { details: [{ path: 'id', message: 'Accepted already' }], wayOut: 'Record another exclusion for another time.' });
      const state = input.accept ? 'accepted' : 'refused';
      if (exclusion.state !== state) decideExclusion(tx, exclusion.id, exclusion.state, state, person.id, tx.change.happenedAt);
      return { id: exclusion.id, state } as const;
    });
  }),

  decideMaintenance: exclusions.decideMaintenance.handler(({ context, input }) => {
    const person = context.store.read((reader) => personIn(reader, input.by, 'by'));
    return context.store.write({ command: 'exclusions.decide-maintenance', actorId: person.id, subjectId: input.maintenanceId, reason: input.reason ?? null }, (tx) => {
      const agreement = agreementNamed(tx, input.agreement);
      const window = maintenanceWindow(tx, input.maintenanceId);
      if (!window) throw new ParleyError('not-found', 'There is no such maintenance window.', { details: [{ path: 'maintenanceId', message: 'Unknown window' }] });
      const known = exclusionOfWindow(tx, agreement.id, window.id);
      const id = known?.id ?? proposeExclusion(tx, { agreementId: agreement.id, kind: 'maintenance', serviceId: window.serviceId, maintenanceId: window.id, subjectId: null, startsAt: null, endsAt: null, reason: window.reason, authorId: context.actor.personId });
      if (known?.state === 'accepted') throw new ParleyError('rule-violated', 'This maintenance is accepted: that stays.', { details: [{ path: 'maintenanceId', message: 'Accepted already' }] });
      const state = input.accept ? 'accepted' : 'refused';
      if (known?.state !== state) decideExclusion(tx, id, known?.state ?? 'proposed', state, person.id, tx.change.happenedAt);
      return { id, state } as const;
    });
  }),

  remove: exclusions.remove.handler(({ context, input }) =>
    context.store.write({ command: 'exclusions.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const exclusion = exclusionWithId(tx, input.id);
      if (!exclusion) throw unknownExclusion();
      if (exclusion.state !== 'proposed') throw new ParleyError('rule-violated', `This exclusion is ${exclusion.state}: an answer stays on record.`, { details: [{ path: 'id', message: 'Decided' }] });
      removeExclusion(tx, exclusion.id);
      return { removed: true as const };
    })),
};

/** Throws `not-found` where the agreement measures no ticket of that key. */
function ticketNamed(tx: Tx, agreement: AgreementRow, key: string): number {
  const no = ticketOfAgreement(tx, scopeOf(tx, readDocument(tx, agreement, newestVersion(tx, agreement))), key);
  if (no === null) throw new ParleyError('not-found', `${agreement.number} measures no ticket ${key}.`, { details: [{ path: 'ticket', message: 'Unknown ticket' }], wayOut: 'Look it up in the list of tickets.' });
  return no;
}

function unknownExclusion(): ParleyError {
  return new ParleyError('not-found', 'There is no such exclusion.', { details: [{ path: 'id', message: 'Unknown exclusion' }] });
}

function refused(path: string, message: string, wayOut: string): ParleyError {
  return new ParleyError('invalid-input', message, { details: [{ path, message }], wayOut });
}
