import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '#renderer/app/root-route.tsx';

const settingsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/settings' }).lazy(async () => (await import('./settings-page.tsx')).settingsRoute);

/** The places of this feature. */
export const settingsRoutes = [settingsRoute] as const;
