import { useSyncExternalStore } from 'react';

/** Whether a media query holds now: useMedia('(min-width: 1600px)'). */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
