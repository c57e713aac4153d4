import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { agreementStates } from '#shared/agreements/contract.ts';
import { completenessItems } from '#shared/agreements/completeness-items.ts';

const text = z.string().min(1).max(500).optional().catch(undefined);

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements',
  validateSearch: z.object({ state: z.enum(agreementStates).optional().catch(undefined), kind: z.enum(['sla', 'ola', 'uc']).optional().catch(undefined), organisation: text, service: text, ...tableSearchShape }),
}).lazy(async () => (await import('./list-page.tsx')).listRoute);

const newRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/new',
  validateSearch: z.object({ provider: text, customer: text, service: text }),
}).lazy(async () => (await import('./new/new-page.tsx')).newRoute);

const agreementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/$id',
  validateSearch: z.object({
    version: z.int().min(1).optional().catch(undefined),
    span: z.enum(['month', 'quarter', 'year']).optional().catch(undefined),
    month: z.string().regex(/^\d{4}-\d{2}$/).optional().catch(undefined),
    panel: z.enum(['open', 'closed']).optional().catch(undefined),
  }),
}).lazy(async () => (await import('./agreement/agreement-page.tsx')).agreementRoute);

const draftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/$id/draft',
  validateSearch: z.object({ item: z.enum(completenessItems).optional().catch(undefined), term: z.string().max(20).optional().catch(undefined), to: z.string().regex(/^\d{4}-\d{2}$/).optional().catch(undefined) }),
}).lazy(async () => (await import('./draft/draft-page.tsx')).draftRoute);

/** The places of this feature. A page is loaded when it is first shown. */
export const agreementsRoutes = [listRoute, newRoute, agreementRoute, draftRoute] as const;
