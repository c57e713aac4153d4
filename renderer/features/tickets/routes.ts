import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { figureSearchSchema, listSearchSchema, outagesSearchSchema } from './search.ts';

const figureRoute = createRoute({ getParentRoute: () => shellRoute, path: '/agreements/$id/tickets', validateSearch: figureSearchSchema })
  .lazy(async () => (await import('./figure-page.tsx')).figureRoute);

const ledgerRoute = createRoute({ getParentRoute: () => shellRoute, path: '/agreements/$id/tickets/$ticket', validateSearch: figureSearchSchema })
  .lazy(async () => (await import('./ledger-page.tsx')).ledgerRoute);

const outagesRoute = createRoute({ getParentRoute: () => shellRoute, path: '/agreements/$id/outages', validateSearch: outagesSearchSchema })
  .lazy(async () => (await import('./outages-page.tsx')).outagesRoute);

const listRoute = createRoute({ getParentRoute: () => shellRoute, path: '/monitoring/tickets', validateSearch: listSearchSchema })
  .lazy(async () => (await import('./list-page.tsx')).ticketListRoute);

const ticketRoute = createRoute({ getParentRoute: () => shellRoute, path: '/monitoring/tickets/$ticket', validateSearch: z.object({ agreement: z.string().max(200).optional().catch(undefined) }) })
  .lazy(async () => (await import('./ticket-page.tsx')).ticketRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const ticketsRoutes = [figureRoute, ledgerRoute, outagesRoute, listRoute, ticketRoute] as const;
