import { buildIfNeeded } from '#build/build-if-needed.ts';
import { startDisplay } from './display.ts';

/** Before the host tests and the journeys: the built app, and a display for Electron's window. */
export async function setup(): Promise<() => void> {
  await buildIfNeeded();
  const display = await startDisplay();
  if (display !== null) process.env['DISPLAY'] = display.name;
  return () => display?.stop();
}
