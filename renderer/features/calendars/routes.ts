import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';

const text = z.string().min(1).max(500).optional().catch(undefined);

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/calendars',
  validateSearch: z.object({ ...tableSearchShape, new: z.literal(true).optional().catch(undefined), copy: text }),
}).lazy(async () => (await import('./list-page.tsx')).listRoute);

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/calendars/$id',
  validateSearch: z.object({
    year: z.int().min(1970).max(2100).optional().catch(undefined),
    version: z.int().min(1).optional().catch(undefined),
    closure: text,
    hours: z.literal('all').optional().catch(undefined),
    view: z.literal('table').optional().catch(undefined),
    history: z.literal(true).optional().catch(undefined),
  }),
}).lazy(async () => (await import('./calendar-page.tsx')).calendarRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const calendarsRoutes = [listRoute, calendarRoute] as const;
