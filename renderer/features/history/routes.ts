import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';

const historyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/history',
  validateSearch: z.object({ person: z.string().optional().catch(undefined) }),
}).lazy(async () => (await import('./history-page.tsx')).historyRoute);

const binRoute = createRoute({ getParentRoute: () => shellRoute, path: '/settings/recycle-bin' }).lazy(async () => (await import('./bin-page.tsx')).binRoute);

const archiveRoute = createRoute({ getParentRoute: () => shellRoute, path: '/settings/archive' }).lazy(async () => (await import('./archive-page.tsx')).archiveRoute);

/** The places of this feature: under the settings, the panel of every record shows its own part. */
export const historyRoutes = [historyRoute, binRoute, archiveRoute] as const;
