import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const windowStateSchema = z.object({
  place: z.object({ x: z.int(), y: z.int() }).nullable(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const firstWindow: WindowState = { place: null, width: 1360, height: 900, maximized: false };

/** Where the window was, or the first place where that is unknown or unreadable. */
export function readWindowState(file: string): WindowState {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : firstWindow;
  } catch {
    return firstWindow;
  }
}

/** Keeps the place; losing it is no harm, so a folder that cannot be written is passed over. */
export function saveWindowState(file: string, state: WindowState): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

/** The state on the screens that are there now: a place on a screen that was unplugged is forgotten. */
export function onScreen(state: WindowState, screens: readonly Area[]): WindowState {
  const { place } = state;
  if (place === null) return state;
  const isVisible = screens.some(
    (area) => place.x >= area.x - 50 && place.y >= area.y - 50 && place.x < area.x + area.width - 100 && place.y < area.y + area.height - 100,
  );
  return isVisible ? state : { ...state, place: null };
}
