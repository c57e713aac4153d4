import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';

const text = z.string().min(1).max(400).optional().catch(undefined);

const metricsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/monitoring/metrics',
  validateSearch: z.object({ last: z.string().regex(/^\d{4}-\d{2}$/u).optional().catch(undefined), months: z.int().min(1).max(36).optional().catch(undefined), id: text, panel: z.enum(['details', 'history']).optional().catch(undefined), ...tableSearchShape, new: z.literal(true).optional().catch(undefined) }),
}).lazy(async () => (await import('./metrics-page.tsx')).metricsRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const metricsRoutes = [metricsRoute] as const;
