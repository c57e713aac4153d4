import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';

const todayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: z.object({ whose: z.literal('everyone').optional().catch(undefined) }),
}).lazy(async () => (await import('./today-page.tsx')).todayRoute);

/** Home. */
export const todayRoutes = [todayRoute] as const;
