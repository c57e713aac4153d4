import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { HelpPlace } from '#shared/guide/model.ts';
import { helpPlaceOf } from './help-places.ts';

/** A link of the router to a place of the guide. */
export function helpLink({ chapter, anchor }: HelpPlace) {
  return { to: '/help/$chapter', params: { chapter }, ...(anchor === null ? {} : { hash: anchor }) } as const;
}

/** What the guide says about the place that is open. */
export function useHelpPlace(): HelpPlace {
  return helpPlaceOf(useRouterState({ select: (state) => state.matches.at(-1)?.fullPath ?? '/' }));
}

/** Opens the guide at the place that is open, or at `place`. What is being typed is kept first. */
export function useOpenHelp(place?: HelpPlace): () => void {
  const router = useRouter();
  return useCallback(() => {
    const route = router.state.matches.at(-1)?.fullPath ?? '/';
    if (route.startsWith('/help')) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void router.navigate(helpLink(place ?? helpPlaceOf(route)));
  }, [router, place]);
}
