import { createRoute, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { shellRoute } from '#renderer/app/root-route.tsx';
import { guideStart } from './help-places.ts';
import { helpLink } from './use-help.ts';

const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/help',
  beforeLoad: () => redirect({ ...helpLink(guideStart), replace: true, throw: true }),
});

const chapterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/help/$chapter',
  validateSearch: z.object({ find: z.string().min(1).max(200).optional().catch(undefined) }),
}).lazy(async () => (await import('./guide-page.tsx')).guideRoute);

/** The guide: works without a workspace too. */
export const guideRoutes = [startRoute, chapterRoute] as const;
