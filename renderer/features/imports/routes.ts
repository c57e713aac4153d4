import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { quarantineSearchSchema, wizardSearchSchema } from './search.ts';

const wizardRoute = createRoute({ getParentRoute: () => shellRoute, path: '/monitoring/import', validateSearch: wizardSearchSchema }).lazy(async () => (await import('./wizard-page.tsx')).wizardRoute);

const resultRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/monitoring/imports/$id',
  validateSearch: z.object({ took: z.number().min(0).optional().catch(undefined) }),
}).lazy(async () => (await import('./result-page.tsx')).resultRoute);

const quarantineRoute = createRoute({ getParentRoute: () => shellRoute, path: '/monitoring/imports/$id/quarantine', validateSearch: quarantineSearchSchema }).lazy(async () => (await import('./quarantine-page.tsx')).quarantineRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const importsRoutes = [wizardRoute, resultRoute, quarantineRoute] as const;
