import { implement } from '@orpc/server';
import { readDocument } from '#db/agreements/document.ts';
import { agreementNamed, newestVersion, type AgreementRow } from '#db/agreements/queries.ts';
import type { SupposedExclusion } from '#db/compliance/outages.ts';
import { scopeOf } from '#db/compliance/scope.ts';
import { decideExclusion, pinTicket, proposeExclusion, removeExclusion } from '#db/exclusions/commands.ts';
import { exclusionOfWindow, exclusionWithId, maintenanceWindow, termWithCode, ticketOfAgreement } from '#db/exclusions/queries.ts';
import { findService } from '#db/services/queries.ts';
import type { Reader } from '#db/store.ts';
import type { CoreContext } from '#electron/core.ts';
import { ParleyError } from '#shared/errors.ts';
import { exclusionsContract } from '#shared/exclusions/contract.ts';
import { parseInstantAt } from '#shared/time/instant.ts';
import { personIn } from '../agreements/read.ts';
import { effectOf, type EffectOf } from './effect.ts';
import { listedExclusions } from './listed.ts';

const exclusions = implement(exclusionsContract).$context<CoreContext>();

export const exclusionsHandlers = {
  list: exclusions.list.handler(({ context, input }) => listedExclusions(context, input)),

  propose: exclusions.propose.handler(({ context, input }) =>
    context.store.write({ command: 'exclusions.propose', actorId: context.actor.personId }, (tx) => {
      const agreement = agreementNamed(tx, input.agreement);
      const { span, serviceId, ticketNo } = whatOf(tx, agreement, input);
      return {
        id: proposeExclusion(tx, {
          agreementId: agreement.id, kind: input.kind, serviceId, maintenanceId: null, subjectId: ticketNo === null ? null : pinTicket(tx, ticketNo), startsAt: span?.from ?? null, endsAt: span?.to ?? null,
          termId: input.clause === undefined ? null : clauseNamed(tx, agreement, input.clause), reason: input.reason, authorId: input.by === undefined ? context.actor.personId : personIn(tx, input.by, 'by').id,
        }),
      };
    })),

  effect: exclusions.effect.handler(({ context, input }) => {
    const { agreement, of } = context.store.read((reader) => {
      const named = agreementNamed(reader, input.agreement);
      return { agreement: named, of: effectAsked(reader, named, input.of) };
    });
    return { rows: effectOf(context, agreement, of) };
  }),

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
      if (!window) throw unknownWindow();
      const known = exclusionOfWindow(tx, agreement.id, window.id);
      const id = known?.id ?? proposeExclusion(tx, { agreementId: agreement.id, kind: 'maintenance', serviceId: window.serviceId, maintenanceId: window.id, subjectId: null, startsAt: null, endsAt: null, termId: null, reason: window.reason, authorId: context.actor.personId });
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

type What = { readonly kind: SupposedExclusion['kind']; readonly service?: string | undefined; readonly ticket?: string | undefined; readonly start?: string | undefined; readonly end?: string | undefined };

/** What is left out, as rows of the workspace. Throws `invalid-input` for times that are none, `not-found` for what is unknown. */
function whatOf(reader: Reader, agreement: AgreementRow, input: What): SupposedExclusion {
  const from = input.start === undefined ? null : parseInstantAt('start', input.start, agreement.zone);
  const to = input.end === undefined ? null : parseInstantAt('end', input.end, agreement.zone);
  if ((from === null) !== (to === null)) throw refused(from === null ? 'start' : 'end', 'An exclusion has a start and an end.', 'Give both, or neither for a whole ticket.');
  if (from === null && input.ticket === undefined) throw refused('start', 'Nothing says what is left out.', 'Give a start and an end, or a ticket.');
  if (from !== null && to !== null && to <= from) throw refused('end', 'The exclusion ends before it starts.', 'Give an end after the start.');
  const service = input.service === undefined ? null : findService(reader, input.service);
  if (input.service !== undefined && !service) throw new ParleyError('not-found', `There is no service ${input.service}.`, { details: [{ path: 'service', message: 'Unknown service' }] });
  const ticketNo = input.ticket === undefined ? null : ticketNamed(reader, agreement, input.ticket);
  return { kind: input.kind, serviceId: service?.id ?? null, ticketNo, span: from === null || to === null ? null : { from, to } };
}

/** An answer to a maintenance window stands for the window. Throws `not-found` for what the agreement does not have. */
function effectAsked(reader: Reader, agreement: AgreementRow, of: { readonly id: string } | { readonly maintenanceId: string } | { readonly draft: What }): EffectOf {
  if ('draft' in of) return { draft: whatOf(reader, agreement, of.draft) };
  if ('maintenanceId' in of) {
    if (!maintenanceWindow(reader, of.maintenanceId)) throw unknownWindow();
    return of;
  }
  const exclusion = exclusionWithId(reader, of.id);
  if (exclusion?.agreementId !== agreement.id) throw unknownExclusion();
  return exclusion.maintenanceId === null ? of : { maintenanceId: exclusion.maintenanceId };
}

/** The agreement's exclusion, or a clause of it, that a code names. Throws `not-found` where there is none. */
function clauseNamed(reader: Reader, agreement: AgreementRow, code: string): string {
  const term = readDocument(reader, agreement, newestVersion(reader, agreement)).terms.find((candidate) => candidate.id === code);
  const id = term?.type === 'exclusion' || term?.type === 'clause' ? termWithCode(reader, agreement.id, code) : null;
  if (id === null) throw new ParleyError('not-found', `${agreement.number} has no exclusion ${code}.`, { details: [{ path: 'clause', message: 'Unknown exclusion' }], wayOut: 'Name an exclusion or a clause of the agreement by its code.' });
  return id;
}

/** Throws `not-found` where the agreement measures no ticket of that key. */
function ticketNamed(reader: Reader, agreement: AgreementRow, key: string): number {
  const no = ticketOfAgreement(reader, scopeOf(reader, readDocument(reader, agreement, newestVersion(reader, agreement))), key);
  if (no === null) throw new ParleyError('not-found', `${agreement.number} measures no ticket ${key}.`, { details: [{ path: 'ticket', message: 'Unknown ticket' }], wayOut: 'Look it up in the list of tickets.' });
  return no;
}

function unknownExclusion(): ParleyError {
  return new ParleyError('not-found', 'There is no such exclusion.', { details: [{ path: 'id', message: 'Unknown exclusion' }] });
}

function unknownWindow(): ParleyError {
  return new ParleyError('not-found', 'There is no such maintenance window.', { details: [{ path: 'maintenanceId', message: 'Unknown window' }] });
}

function refused(path: string, message: string, wayOut: string): ParleyError {
  return new ParleyError('invalid-input', message, { details: [{ path, message }], wayOut });
}
