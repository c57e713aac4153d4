import { createContext } from 'react';

/** When the navigation folds by itself: never, below 1440 because a side panel is open, or always on this page. */
export type Fold = 'never' | 'withPanel' | 'always';

/** How a page tells the frame when to fold. */
export const FrameContext = createContext<(fold: Fold) => void>(() => undefined);
