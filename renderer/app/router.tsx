import { createBrowserHistory, createRoute, createRouter } from '@tanstack/react-router';
import { agreementsRoutes } from '#renderer/features/agreements/routes.ts';
import { complianceRoutes } from '#renderer/features/compliance/routes.ts';
import { calendarsRoutes } from '#renderer/features/calendars/routes.ts';
import { exclusionsRoutes } from '#renderer/features/exclusions/routes.ts';
import { guideRoutes } from '#renderer/features/guide/routes.ts';
import { historyRoutes } from '#renderer/features/history/routes.ts';
import { monitoringRoutes } from '#renderer/features/monitoring/routes.ts';
import { organisationsRoutes } from '#renderer/features/organisations/routes.ts';
import { peopleRoutes } from '#renderer/features/people/routes.ts';
import { servicesRoutes } from '#renderer/features/services/routes.ts';
import { settingsRoutes } from '#renderer/features/settings/routes.ts';
import { signingRoutes } from '#renderer/features/signing/routes.ts';
import { todayRoutes } from '#renderer/features/today/routes.ts';
import { ticketsRoutes } from '#renderer/features/tickets/routes.ts';
import { NotFound, ScreenError } from './failure.tsx';
import { rootRoute, shellRoute } from './root-route.tsx';

const nowhereRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFound });

const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([...todayRoutes, ...organisationsRoutes, ...peopleRoutes, ...servicesRoutes, ...agreementsRoutes, ...complianceRoutes, ...exclusionsRoutes, ...ticketsRoutes, ...signingRoutes, ...monitoringRoutes, ...settingsRoutes, ...historyRoutes, ...guideRoutes, ...calendarsRoutes, nowhereRoute]),
]);

export const router = createRouter({
  routeTree,
  history: createBrowserHistory(),
  defaultPreload: 'intent',
  defaultPreloadDelay: 40,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ScreenError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
