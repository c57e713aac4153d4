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

/** How far a further window of the same workspace stands from the one before, in pixels. */
const step = 28;

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

/** The state on the screens that are there now: a place on a screen that was unplugged is forgotten, and no window is larger than its screen. */
export function onScreen(state: WindowState, screens: readonly Area[]): WindowState {
  const { place } = state;
  const area = place === null ? screens[0] : screens.find((screen) => shows(screen, place));
  const room = area ?? screens[0];
  if (room === undefined) return { ...state, place: null };
  return { ...state, place: area === undefined ? null : place, width: Math.min(state.width, room.width), height: Math.min(state.height, room.height) };
}

/** Beside a window that is open already, so that the new one does not hide it. */
export function beside(open: WindowState): WindowState {
  return { ...open, maximized: false, place: open.place === null ? null : { x: open.place.x + step, y: open.place.y + step } };
}

function shows(screen: Area, place: { readonly x: number; readonly y: number }): boolean {
  return place.x >= screen.x - 50 && place.y >= screen.y - 50 && place.x < screen.x + screen.width - 100 && place.y < screen.y + screen.height - 100;
}
