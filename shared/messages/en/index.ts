import { kitMessages } from './kit.ts';
import { startMessages } from './start.ts';

/** The English catalogue: one file a place, joined here under the place's name. */
export const english = {
  kit: kitMessages,
  start: startMessages,
};
