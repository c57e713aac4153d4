import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { peopleFilters, personTabs } from './words.ts';

const text = z.string().min(1).max(500).optional().catch(undefined);

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/people',
  validateSearch: z.object({ show: z.enum(peopleFilters).optional().catch(undefined), find: text, person: text, panel: z.enum(personTabs).optional().catch(undefined), new: z.literal(true).optional().catch(undefined), ...tableSearchShape }),
}).lazy(async () => (await import('./people-page.tsx')).peopleRoute);

/** The place of this feature. Its page is loaded when it is first shown. */
export const peopleRoutes = [peopleRoute] as const;
