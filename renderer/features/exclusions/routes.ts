import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { exclusionsSearchSchema } from './search.ts';

const exclusionsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/agreements/$id/exclusions', validateSearch: exclusionsSearchSchema })
  .lazy(async () => (await import('./exclusions-page.tsx')).exclusionsRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const exclusionsRoutes = [exclusionsRoute] as const;
