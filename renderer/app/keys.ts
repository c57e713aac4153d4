import { t } from '#shared/messages/messages.ts';

/** Keys that listen now, with what they do; the sheet of keys is read from this. */
export type KnownKey = { readonly key: string; readonly does: string };
export type KeyWords = Readonly<Record<string, string>>;

type Registered = { readonly keys: () => readonly string[]; readonly words: () => KeyWords };

const registered = new Set<Registered>();

/** Says which keys listen, until the answer is called. */
export function registerKeys(entry: Registered): () => void {
  registered.add(entry);
  return () => registered.delete(entry);
}

/** What the keys that listen now do, each once; the page's own before the frame's, which began to listen first. */
export function keysNow(): readonly KnownKey[] {
  const found = new Map<string, KnownKey>();
  for (const entry of [...registered].toReversed()) {
    const words = entry.words();
    for (const key of entry.keys()) if (!found.has(key)) found.set(key, { key, does: words[key] ?? usualWords(key) });
  }
  return [...found.values()];
}

/** 'mod+Enter' as it stands on a key hint: "Ctrl ↵". */
export function keyName(key: string): string {
  return key.split('+').map((part) => (part === 'mod' ? (isApple() ? '⌘' : 'Ctrl') : (names[part] ?? (part.length === 1 ? part.toUpperCase() : part)))).join(' ');
}

const names: Readonly<Record<string, string>> = { alt: 'Alt', shift: 'Shift', Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** What a key does wherever it is used and nothing else is said. */
function usualWords(key: string): string {
  switch (key) {
    case 'n': return t('shell.key-new');
    case 'e': return t('shell.key-export');
    case 'f': return t('shell.key-whole');
    case 'i': return t('shell.key-import');
    case 'j': return t('shell.key-next');
    case 'k': return t('shell.key-previous');
    case ',': return t('shell.key-earlier');
    case '.': return t('shell.key-later');
    case '[': return t('shell.key-navigation');
    case ']': return t('shell.key-panel');
    case '?': return t('shell.keys');
    case 'F1': return t('shell.key-help');
    case 'Escape': return t('shell.key-leave');
    case 'Enter':
    case 'mod+Enter': return t('shell.key-go');
    case 'mod+k': return t('kit.search');
    case 'mod+z': return t('kit.undo');
    case 'mod+y': return t('kit.redo');
    case 'ArrowUp':
    case 'alt+ArrowUp':
    case 'alt+ArrowLeft': return t('shell.key-before');
    case 'ArrowDown':
    case 'alt+ArrowDown':
    case 'alt+ArrowRight': return t('shell.key-after');
    default: return t('shell.key-other');
  }
}

function isApple(): boolean {
  return /mac/iu.test(navigator.userAgent);
}
