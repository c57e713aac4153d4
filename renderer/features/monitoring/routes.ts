import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { importsRoutes } from '#renderer/features/imports/routes.ts';
import { metricsRoutes } from '#renderer/features/metrics/routes.ts';
import { outagesRoutes } from '#renderer/features/outages/routes.ts';
import { tableSearchShape } from '#renderer/ui/list/search.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/monitoring',
  validateSearch: z.object({ type: z.literal('ticket').optional().catch(undefined), ...tableSearchShape }),
}).lazy(async () => (await import('./list-page.tsx')).listRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const monitoringRoutes = [listRoute, ...importsRoutes, ...outagesRoutes, ...metricsRoutes] as const;
