import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';

const signRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/$id/sign',
  validateSearch: z.object({ version: z.int().min(1).optional().catch(undefined), how: z.enum(['drawn', 'typed', 'paper']).optional().catch(undefined) }),
}).lazy(async () => (await import('./sign-page.tsx')).signRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const signingRoutes = [signRoute] as const;
