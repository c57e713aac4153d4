import { askWindow, isDesktop } from '../desktop-window.ts';

/** One more window on the place that this one shows; a browser opens it as it opens windows. */
export function openNewWindow(): void {
  if (isDesktop) askWindow({ kind: 'new-window' });
  else window.open(location.href, '_blank', 'noopener');
}
