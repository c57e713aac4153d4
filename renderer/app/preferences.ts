const key = 'parley.navigation';

/** How the navigation was left on this computer; null where the page decides. */
export function navigationKept(): 'folded' | 'open' | null {
  const kept = localStorage.getItem(key);
  return kept === 'folded' || kept === 'open' ? kept : null;
}

export function keepNavigation(next: 'folded' | 'open'): void {
  localStorage.setItem(key, next);
}
