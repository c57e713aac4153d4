import { useEffect, useRef } from 'react';
import { registerKeys, type KeyWords } from './keys.ts';

const noWords: KeyWords = {};

/**
 * Keys of a screen: 'n', ',', 'Escape', 'mod+z'. They rest while something is typed and while a popover, menu or dialog is open;
 * Enter belongs to the button or link that has the focus. `words`
 * says on the sheet of keys what one does where its usual words do not fit.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>, words: KeyWords = noWords): void {
  const present = useRef({ keys, words });
  useEffect(() => { present.current = { keys, words }; });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const mod = event.ctrlKey || event.metaKey;
      if ((isTyping(event.target) && event.key !== 'F1' && !(mod && event.key.toLowerCase() === 'k')) || isSomethingOpen()) return;
      if (event.key === 'Enter' && !mod && isControl(event.target)) return;
      const deed = present.current.keys[`${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`];
      if (deed === undefined) return;
      event.preventDefault();
      deed(event);
    };
    window.addEventListener('keydown', listen);
    const forget = registerKeys({ keys: () => Object.keys(present.current.keys), words: () => present.current.words });
    return () => { window.removeEventListener('keydown', listen); forget(); };
  }, []);
}

function isSomethingOpen(): boolean {
  return [...document.querySelectorAll('[data-portal] :is([role="dialog"], [role="menu"], [role="listbox"])')].some((element) => element.checkVisibility());
}

/** What answers Enter by itself. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a[href], summary');
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));
}
