import { implement } from '@orpc/server';
import { standing } from '#db/changes/stale.ts';
import { changeReading, createReading, pasteReadings, readingIdOf, removeReading, type ReadingValues } from '#db/metrics/commands.ts';
import { listReadings, readingWithId } from '#db/metrics/queries.ts';
import { ensureOrganisation } from '#db/organisations/commands.ts';
import { organisationIdOf } from '#db/organisations/queries.ts';
import { ensureService } from '#db/services/commands.ts';
import { findService } from '#db/services/queries.ts';
import type { Tx } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { readingsContract } from '#shared/metrics/contract.ts';
import type { Reading, ReadingInput } from '#shared/metrics/model.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(readingsContract).$context<CoreContext>();

export const readingsHandlers = {
  list: call.list.handler(({ context, input }) => context.store.read((reader) => listReadings(reader, input))),
  create: call.create.handler(({ context, input: { was, ...input } }) => ({
    id: context.store.write({ command: 'readings.create', actorId: context.actor.personId }, (tx) => {
      const mine = valuesOf(input, madeNames(tx, input));
      const present = readingIdOf(tx, mine);
      if (present === null) return createReading(tx, mine, context.actor.personId);
      const { serviceId, customerId, ...now } = knownReading(tx, present);
      const theirs = valuesOf(now, { serviceId, customerId });
      changeReading(tx, present, standing(tx, { table: 'readings', id: present }, theirs, was === null ? { ...mine, ...noValue } : undefined, mine));
      return present;
    }),
  })),
  change: call.change.handler(({ context, input }) => {
    context.store.write({ command: 'readings.change', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const { serviceId, customerId, ...now } = knownReading(tx, input.id);
      const was = input.was && valuesOf(input.was, seenNames(tx, input.was));
      changeReading(tx, input.id, standing(tx, { table: 'readings', id: input.id }, valuesOf(now, { serviceId, customerId }), was, valuesOf(input, madeNames(tx, input))));
    });
    return { id: input.id };
  }),
  paste: call.paste.handler(({ context, input }) =>
    context.store.write({ command: 'readings.paste', actorId: context.actor.personId }, (tx) => pasteReadings(tx, input.readings.map((reading) => valuesOf(reading, madeNames(tx, reading))), context.actor.personId))),
  remove: call.remove.handler(({ context, input }) => {
    context.store.write({ command: 'readings.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      knownReading(tx, input.id);
      removeReading(tx, input.id);
    });
    return { removed: true as const };
  }),
};

type Names = Pick<ReadingValues, 'serviceId' | 'customerId'>;

/** Nobody's value: every other one differs from it. */
const noValue = { valueMilli: '', valuePpb: '', numerator: '', denominator: '' } as const;

/** What the names mean, made where they are not there. */
function madeNames(tx: Tx, { service, customer }: ReadingInput): Names {
  return { serviceId: service === null ? null : ensureService(tx, service), customerId: customer === null ? null : ensureOrganisation(tx, customer) };
}

/** What the names meant to somebody who had seen them; nothing is made for a comparison. */
function seenNames(tx: Tx, { service, customer }: ReadingInput): Names {
  return { serviceId: service === null ? null : (findService(tx, service)?.id ?? ''), customerId: customer === null ? null : (organisationIdOf(tx, customer) ?? '') };
}

function valuesOf(input: Pick<ReadingInput, 'metric' | 'from' | 'to' | 'value' | 'unit' | 'numerator' | 'denominator' | 'note'>, names: Names): ReadingValues {
  const { value, unit, numerator, denominator } = input;
  if (input.to < input.from) throw refused('to', 'It ends before it starts.', 'Correct one of the two days.');
  if (value === null && (numerator === null || denominator === null || denominator === 0)) throw refused('value', 'There is no value.', 'Give a value, or a numerator and a denominator.');
  const isShare = value !== null && unit === '%' && value >= 0 && value <= 100;
  return {
    metric: input.metric,
    from: input.from,
    to: input.to,
    valueMilli: value === null || isShare ? null : Math.round(value * 1000),
    valuePpb: value !== null && isShare ? Math.round(value * 10_000_000) : null,
    numerator,
    denominator,
    ...names,
    note: input.note,
  };
}

function refused(path: string, message: string, wayOut: string): ParleyError {
  return new ParleyError('invalid-input', message, { details: [{ path, message }], wayOut });
}

function knownReading(tx: Tx, id: string): Reading {
  const reading = readingWithId(tx, id);
  if (reading === null) throw new ParleyError('not-found', 'There is no such value.', { wayOut: 'Look it up in the list.' });
  return reading;
}
