import { createRouterClient, os } from '@orpc/server';
import { RPCHandler as FetchHandler } from '@orpc/server/fetch';
import { RPCHandler as MessagePortHandler } from '@orpc/server/message-port';
import type { ParleyClient } from '#shared/contract.ts';
import { refusalErrors } from '#shared/refusal.ts';
import type { CoreContext } from './core.ts';
import { agreementsHandlers } from './features/agreements/handlers.ts';
import { calendarsHandlers, closuresHandlers } from './features/calendars/handlers.ts';
import { exportsHandlers } from './features/exports/handlers.ts';
import { historyHandlers } from './features/history/handlers.ts';
import { importsHandlers } from './features/imports/handlers.ts';
import { complianceHandlers } from './features/compliance/handlers.ts';
import { exclusionsHandlers } from './features/exclusions/handlers.ts';
import { jobsHandlers } from './features/jobs/handlers.ts';
import { readingsHandlers } from './features/metrics/handlers.ts';
import { organisationsHandlers, sitesHandlers } from './features/organisations/handlers.ts';
import { maintenanceHandlers, outagesHandlers } from './features/outages/handlers.ts';
import { peopleHandlers } from './features/people/handlers.ts';
import { sampleHandlers } from './features/sample/handlers.ts';
import { servicesHandlers } from './features/services/handlers.ts';
import { signingHandlers } from './features/signing/handlers.ts';
import { ticketsHandlers } from './features/tickets/handlers.ts';
import { viewsHandlers } from './features/views/handlers.ts';
import { workspaceHandlers } from './features/workspace/handlers.ts';
import { refusingInterceptor } from './refuse.ts';

/** Every call with its handler. A feature adds its handlers here; `createClient` makes the compiler compare them with the contract. */
const router = os.$context<CoreContext>().errors(refusalErrors).router({
  workspace: workspaceHandlers,
  sample: sampleHandlers,
  jobs: jobsHandlers,
  organisations: organisationsHandlers,
  sites: sitesHandlers,
  people: peopleHandlers,
  services: servicesHandlers,
  calendars: calendarsHandlers,
  closures: closuresHandlers,
  agreements: agreementsHandlers,
  signing: signingHandlers,
  compliance: complianceHandlers,
  exclusions: exclusionsHandlers,
  imports: importsHandlers,
  tickets: ticketsHandlers,
  outages: outagesHandlers,
  maintenance: maintenanceHandlers,
  readings: readingsHandlers,
  history: historyHandlers,
  views: viewsHandlers,
  exports: exportsHandlers,
});

/** Calls the handlers in this process: for the command line. Input and output are validated as on any other transport. */
export function createClient(context: CoreContext): ParleyClient {
  return createRouterClient(router, { context, interceptors: [refusingInterceptor(() => context.log)] });
}

/** The handlers behind a MessagePort: `createPortHandler(context).upgrade(port, { context })`. */
export function createPortHandler(context: CoreContext): MessagePortHandler<CoreContext> {
  return new MessagePortHandler(router, { clientInterceptors: [refusingInterceptor(() => context.log)] });
}

/** The handlers behind fetch: `createFetchHandler(context).handle(request, { prefix: '/rpc', context })`. */
export function createFetchHandler(context: CoreContext): FetchHandler<CoreContext> {
  return new FetchHandler(router, { clientInterceptors: [refusingInterceptor(() => context.log)] });
}
