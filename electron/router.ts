import { createRouterClient, lazy, os, type Lazy } from '@orpc/server';
import { RPCHandler as FetchHandler } from '@orpc/server/fetch';
import { RPCHandler as MessagePortHandler } from '@orpc/server/message-port';
import type { ParleyClient } from '#shared/contract.ts';
import { refusalErrors } from '#shared/refusal.ts';
import type { CoreContext } from './core.ts';
import { jobsHandlers } from './features/jobs/handlers.ts';
import { workspaceHandlers } from './features/workspace/handlers.ts';
import { refusingInterceptor } from './refuse.ts';

/** Every call with its handler. A feature adds its handlers here; `createClient` makes the compiler compare them with the contract. What the first screen does not ask is loaded with its first call. */
const router = os.$context<CoreContext>().errors(refusalErrors).router({
  workspace: workspaceHandlers,
  backups: later(async () => (await import('./features/backups/handlers.ts')).backupsHandlers),
  settings: later(async () => (await import('./features/settings/handlers.ts')).settingsHandlers),
  sample: later(async () => (await import('./features/sample/handlers.ts')).sampleHandlers),
  today: later(async () => (await import('./features/today/handlers.ts')).todayHandlers),
  jobs: jobsHandlers,
  organisations: later(async () => (await import('./features/organisations/handlers.ts')).organisationsHandlers),
  sites: later(async () => (await import('./features/organisations/handlers.ts')).sitesHandlers),
  people: later(async () => (await import('./features/people/handlers.ts')).peopleHandlers),
  notes: later(async () => (await import('./features/notes/handlers.ts')).notesHandlers),
  services: later(async () => (await import('./features/services/handlers.ts')).servicesHandlers),
  calendars: later(async () => (await import('./features/calendars/handlers.ts')).calendarsHandlers),
  closures: later(async () => (await import('./features/calendars/handlers.ts')).closuresHandlers),
  agreements: later(async () => (await import('./features/agreements/handlers.ts')).agreementsHandlers),
  signing: later(async () => (await import('./features/signing/handlers.ts')).signingHandlers),
  compliance: later(async () => (await import('./features/compliance/handlers.ts')).complianceHandlers),
  exclusions: later(async () => (await import('./features/exclusions/handlers.ts')).exclusionsHandlers),
  imports: later(async () => (await import('./features/imports/handlers.ts')).importsHandlers),
  tickets: later(async () => (await import('./features/tickets/handlers.ts')).ticketsHandlers),
  outages: later(async () => (await import('./features/outages/handlers.ts')).outagesHandlers),
  maintenance: later(async () => (await import('./features/outages/handlers.ts')).maintenanceHandlers),
  readings: later(async () => (await import('./features/metrics/handlers.ts')).readingsHandlers),
  search: later(async () => (await import('./features/search/handlers.ts')).searchHandlers),
  attachments: later(async () => (await import('./features/attachments/handlers.ts')).attachmentsHandlers),
  history: later(async () => (await import('./features/history/handlers.ts')).historyHandlers),
  views: later(async () => (await import('./features/views/handlers.ts')).viewsHandlers),
  exports: later(async () => (await import('./features/exports/handlers.ts')).exportsHandlers),
});

/** Calls the handlers in this process: for the command line. Input and output are validated as on any other transport. */
export function createClient(context: CoreContext): ParleyClient {
  return createRouterClient(router, { context, interceptors: [refusingInterceptor(() => context.log)] });
}

/** The handlers behind a MessagePort: `createPortHandler(context).upgrade(port, { context })`. */
export function createPortHandler(context: CoreContext): MessagePortHandler<CoreContext> {
  return new MessagePortHandler(router, { clientInterceptors: [refusingInterceptor(() => context.log)] });
}

/** The handlers behind fetch: `createFetchHandler(present).handle(request, { prefix: '/rpc', context: present() })`. A host may put another workspace in the present one's place. */
export function createFetchHandler(present: () => CoreContext): FetchHandler<CoreContext> {
  return new FetchHandler(router, { clientInterceptors: [refusingInterceptor(() => present().log)] });
}

/** Handlers that are loaded with their first call: the start does not wait for them. */
function later<Handlers>(load: () => Promise<Handlers>): Lazy<Handlers> {
  return lazy(async () => ({ default: await load() }));
}
