import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { serviceStatuses } from '#shared/services/model.ts';

const text = z.string().min(1).max(500).optional().catch(undefined);

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/services',
  validateSearch: z.object({
    status: z.enum(serviceStatuses).optional().catch(undefined),
    find: text,
    ...tableSearchShape,
    service: text,
    tab: z.literal('history').optional().catch(undefined),
    new: z.literal(true).optional().catch(undefined),
  }),
}).lazy(async () => (await import('./list-page.tsx')).listRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const servicesRoutes = [listRoute] as const;
