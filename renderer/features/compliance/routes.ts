import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';

const text = z.string().min(1).max(600).optional().catch(undefined);
export const matrixViews = ['metOfAll', 'percent', 'interval'] as const;

const complianceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/$id/compliance',
  validateSearch: z.object({
    version: z.int().min(1).optional().catch(undefined),
    /** The last month, and how many. */
    last: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional().catch(undefined),
    months: z.union([z.literal(3), z.literal(12), z.literal(13)]).optional().catch(undefined),
    /** An instant, local in the agreement's zone; absent: the end of the data. */
    asOf: text,
    view: z.enum(matrixViews).optional().catch(undefined),
    /** `2026-03|T-005`, with the part of a split target behind. */
    cell: text,
  }),
}).lazy(async () => (await import('./compliance-page.tsx')).complianceRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const complianceRoutes = [complianceRoute] as const;
