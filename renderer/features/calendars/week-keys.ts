import type { Step } from './week-grip.ts';

type Pressed = { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean };

/** What an arrow does to the interval at hand: up and down move it, its begin with Shift, its end with Alt; left and right take it to another day. */
export function stepOfKey({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Step | null {
  if (ctrlKey || metaKey || (shiftKey && altKey)) return null;
  switch (key) {
    case 'ArrowUp': return { edge: shiftKey ? 'from' : altKey ? 'to' : 'both', by: -1 };
    case 'ArrowDown': return { edge: shiftKey ? 'from' : altKey ? 'to' : 'both', by: 1 };
    case 'ArrowLeft': return shiftKey || altKey ? null : { edge: 'day', by: -1 };
    case 'ArrowRight': return shiftKey || altKey ? null : { edge: 'day', by: 1 };
    default: return null;
  }
}
