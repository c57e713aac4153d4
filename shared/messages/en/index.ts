import { kitMessages } from './kit.ts';
import { settingsMessages } from './settings.ts';
import { startMessages } from './start.ts';

/** The English catalogue: one file a place, joined here under the place's name. */
export const english = {
  kit: kitMessages,
  settings: settingsMessages,
  start: startMessages,
};
