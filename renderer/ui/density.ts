import { useSyncExternalStore } from 'react';

/** How dense lists are on this computer. */
export type Density = 'roomy' | 'normal' | 'dense';
export const densities = ['roomy', 'normal', 'dense'] as const satisfies readonly Density[];

const key = 'parley.density';
/** What a row is higher or lower than it was drawn, px. */
const change: Readonly<Record<Density, number>> = { roomy: 8, normal: 0, dense: -4 };
const listeners = new Set<() => void>();

export function setDensity(next: Density): void {
  localStorage.setItem(key, next);
  for (const listener of listeners) listener();
}

export function useDensity(): Density {
  return useSyncExternalStore(subscribe, kept);
}

/** The height of a row (px) that is drawn `height` high, at the density of this computer. */
export function useRowHeight(height: number): number {
  return height + change[useDensity()];
}

function kept(): Density {
  const value = localStorage.getItem(key);
  return densities.find((one) => one === value) ?? 'normal';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
