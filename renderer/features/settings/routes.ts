import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '#renderer/app/root-route.tsx';

const settingsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/settings' }).lazy(async () => (await import('./settings-page.tsx')).settingsRoute);

const backupsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/settings/backups' }).lazy(async () => (await import('./backups/backups-page.tsx')).backupsRoute);

/** The places of this feature. */
export const settingsRoutes = [settingsRoute, backupsRoute] as const;
