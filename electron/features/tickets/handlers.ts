import { implement } from '@orpc/server';
import { removeTicket } from '#db/tickets/commands.ts';
import { readTicketFacets } from '#db/tickets/facets.ts';
import { ticketGroups, ticketNumbersWithKey, ticketsWithNumbers, ticketWith, type ShownTicket } from '#db/tickets/queries.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { ticketsContract } from '#shared/tickets/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { keptOrder } from './kept-order.ts';
import { saveTypedTicket } from './typed-ticket.ts';

const call = implement(ticketsContract).$context<CoreContext>();

export const ticketsHandlers = {
  list: call.list.handler(({ context, input }) => context.store.read((reader) => {
    const order = keptOrder(context.store, reader, input);
    return { total: order.length, rows: ticketsWithNumbers(reader, order.subarray(input.offset, input.offset + input.limit)) };
  })),
  facets: call.facets.handler(({ context }) => context.store.read(readTicketFacets)),
  groups: call.groups.handler(({ context, input }) => context.store.read((reader) => ticketGroups(reader, input.filter, input.by))),
  find: call.find.handler(({ context, input }) => context.store.read((reader) => {
    const wanted = ticketNumbersWithKey(reader, input.text);
    const index = wanted.size === 0 ? -1 : keptOrder(context.store, reader, input).findIndex((no) => wanted.has(no));
    return { index: index < 0 ? null : index };
  })),
  show: call.show.handler(({ context, input }) => context.store.read((reader) => found(ticketWith(reader, input)))),
  save: call.save.handler(async ({ context, input }) => {
    const zone = input.zone ?? context.store.read((reader) => workspaceRow(reader).zone);
    return { no: await saveTypedTicket(context.store, context.actor.personId, input, zone) };
  }),
  remove: call.remove.handler(({ context, input }) => {
    context.store.write({ command: 'tickets.remove', actorId: context.actor.personId }, (tx) => {
      const ticket = found(ticketWith(tx, input));
      if (!ticket.isTyped) throw new ParleyError('rule-violated', 'This ticket was imported.', { wayOut: 'Undo its import, or import a corrected file.' });
      removeTicket(tx, ticket.no);
    });
    return { removed: true as const };
  }),
};

function found(ticket: ShownTicket | null): ShownTicket {
  if (ticket === null) throw new ParleyError('not-found', 'There is no such ticket.', { wayOut: 'Look it up in the list of tickets.' });
  return ticket;
}
