import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { organisationFilters, organisationPanels } from './words.ts';

const text = z.string().min(1).max(500).optional().catch(undefined);

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: z.object({ show: z.enum(organisationFilters).optional().catch(undefined), find: text, ...tableSearchShape, new: z.literal(true).optional().catch(undefined) }),
}).lazy(async () => (await import('./list-page.tsx')).listRoute);

const organisationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$id',
  validateSearch: z.object({ panel: z.enum(organisationPanels).optional().catch(undefined), person: text, site: text }),
}).lazy(async () => (await import('./organisation-page.tsx')).organisationRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const organisationsRoutes = [listRoute, organisationRoute] as const;
