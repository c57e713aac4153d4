import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '#renderer/app/root-route.tsx';

const listRoute = createRoute({ getParentRoute: () => shellRoute, path: '/monitoring' }).lazy(async () => (await import('./list-page.tsx')).listRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const monitoringRoutes = [listRoute] as const;
