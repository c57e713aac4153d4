import { implement } from '@orpc/server';
import { complianceContract } from '#shared/compliance/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { figureCsv, figureFacets, figureTickets } from './figure-tickets.ts';
import { figureOutages } from './figure-outages.ts';
import { ledgerCsv, ticketLedger } from './ledger.ts';
import { matrixOf } from './matrix.ts';
import { matrixCsv } from './matrix-csv.ts';
import { meaningsOf } from './meanings.ts';
import { availabilityRows, complianceRows } from './rows.ts';

const compliance = implement(complianceContract).$context<CoreContext>();

export const complianceHandlers = {
  rows: compliance.rows.handler(({ context, input }) => complianceRows(context, input)),
  availability: compliance.availability.handler(({ context, input }) => availabilityRows(context, input)),
  matrix: compliance.matrix.handler(({ context, input }) => matrixOf(context, input)),
  tickets: compliance.tickets.handler(({ context, input }) => figureTickets(context, input)),
  matrixCsv: compliance.matrixCsv.handler(({ context, input }) => offered(context, matrixCsv(context, input))),
  ticketsCsv: compliance.ticketsCsv.handler(({ context, input }) => offered(context, figureCsv(context, input))),
  ticketFacets: compliance.ticketFacets.handler(({ context, input }) => figureFacets(context, input)),
  outages: compliance.outages.handler(({ context, input }) => figureOutages(context, input)),
  ledger: compliance.ledger.handler(({ context, input }) => ticketLedger(context, input)),
  ledgerCsv: compliance.ledgerCsv.handler(({ context, input }) => offered(context, ledgerCsv(context, input))),
  meanings: compliance.meanings.handler(({ context, input }) => meaningsOf(context, input)),
};

function offered(context: CoreContext, csv: { readonly name: string; readonly text: string; readonly rows: number }) {
  const transfer = context.files.offer(csv.name, 'text/csv; charset=utf-8', new TextEncoder().encode(csv.text));
  return { file: transfer.id, name: transfer.name, rows: csv.rows };
}
