import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { outageKinds } from '#shared/imports/outage-rows.ts';

const text = z.string().min(1).max(400).optional().catch(undefined);
const panel = z.enum(['details', 'history']).optional().catch(undefined);
const isNew = z.literal(true).optional().catch(undefined);

const outagesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/monitoring/outages',
  validateSearch: z.object({ find: text, service: text, kind: z.enum(outageKinds).optional().catch(undefined), ...tableSearchShape, no: z.int().optional().catch(undefined), new: isNew, panel }),
}).lazy(async () => (await import('./outages-page.tsx')).outagesRoute);

const maintenanceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/monitoring/maintenance',
  validateSearch: z.object({ find: text, service: text, ...tableSearchShape, id: text, new: isNew, panel }),
}).lazy(async () => (await import('./maintenance-page.tsx')).maintenanceRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const outagesRoutes = [outagesRoute, maintenanceRoute] as const;
