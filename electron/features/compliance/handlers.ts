import { implement } from '@orpc/server';
import { outagesOf } from '#db/compliance/outages.ts';
import { countedOutages } from '#shared/availability/availability.ts';
import { intersect, lengthOf, minutesOfMs } from '#shared/availability/downtime.ts';
import { complianceContract } from '#shared/compliance/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { figureCsv, figureTickets } from './figure.ts';
import { ticketLedger } from './ledger.ts';
import { matrixOf } from './matrix.ts';
import { meaningsOf } from './meanings.ts';
import { asOfOr, askedQuestion, checkPeriod } from './question.ts';
import { availabilityInput, availabilityRows, availabilityTerms, complianceRows, servicesOf } from './rows.ts';

const compliance = implement(complianceContract).$context<CoreContext>();

export const complianceHandlers = {
  rows: compliance.rows.handler(({ context, input }) => complianceRows(context, input)),
  availability: compliance.availability.handler(({ context, input }) => availabilityRows(context, input)),
  matrix: compliance.matrix.handler(({ context, input }) => matrixOf(context, input)),
  tickets: compliance.tickets.handler(({ context, input }) => figureTickets(context, input)),
  ticketsCsv: compliance.ticketsCsv.handler(({ context, input }) => {
    const { name, text, rows } = figureCsv(context, input);
    const transfer = context.files.offer(name, 'text/csv; charset=utf-8', new TextEncoder().encode(text));
    return { file: transfer.id, name: transfer.name, rows };
  }),
  outages: compliance.outages.handler(({ context, input }) => {
    checkPeriod(input.from, input.to);
    const question = askedQuestion(context, input);
    const { zone } = question.document;
    const term = availabilityTerms(question).find((candidate) => candidate.id === input.term);
    const service = term && servicesOf(question, term).find((candidate) => candidate.name === input.service);
    if (!term || !service) throw new ParleyError('not-found', `There is no availability target ${input.term} for ${input.service}.`, { details: [{ path: 'term', message: 'Unknown target' }] });
    const asOf = asOfOr(question.outagesAsOf, input.to, zone);
    const [begin, end] = [startOfDay(input.from, zone), startOfDay(input.to, zone)];
    return context.store.read((reader) => {
      const counted = countedOutages({ ...availabilityInput(reader, question, term, service, input, asOf), byMonth: false });
      const rows = outagesOf(reader, service.no).filter((outage) => outage.from < end && (outage.to ?? asOf) > begin);
      return {
        rows: rows.map(({ no: _no, userCount: _users, ...outage }) => ({ ...outage, countedMinutes: minutesOfMs(lengthOf(intersect(counted, [{ from: outage.from, to: outage.to ?? asOf }]))) })),
      };
    });
  }),
  ledger: compliance.ledger.handler(({ context, input }) => ticketLedger(context, input)),
  meanings: compliance.meanings.handler(({ context, input }) => meaningsOf(context, input)),
};
