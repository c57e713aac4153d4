import { useEffect, useRef, useState, type ChangeEvent, type FocusEvent, type KeyboardEvent } from 'react';

/** What a typed text means: a value to keep, or a fault with its way out. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: string };

type Draft = {
  readonly text: string;
  readonly fault: string | null;
  readonly setText: (text: string) => void;
  readonly commit: () => void;
  readonly bind: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  };
};

/**
 * A text that is checked when the field is left: read, then kept. Enter keeps, Esc goes back to what was kept. While it is
 * touched, a new `kept` text from outside does not overwrite what is being typed; `onCommit` gets the text that was
 * kept when typing began, and where that has changed meanwhile the field shows what is kept now until the typed one is.
 */
export function useDraft<Value>({ kept, read, onCommit, onChangeText, enterCommits = true }: {
  kept: string;
  read: (text: string) => Reading<Value>;
  onCommit: (value: Value, was: string) => void;
  onChangeText?: ((text: string) => void) | undefined;
  enterCommits?: boolean;
}): Draft {
  const [text, setText] = useState(kept);
  const [fault, setFault] = useState<string | null>(null);
  const touched = useRef(false);
  const base = useRef(kept);
  useEffect(() => {
    if (!touched.current) setText(kept);
  }, [kept]);
  const change = (next: string): void => {
    if (!touched.current) base.current = kept;
    touched.current = true;
    setText(next);
    if (fault !== null && 'value' in read(next)) setFault(null);
    onChangeText?.(next);
  };
  const commit = (): void => {
    if (!touched.current) return;
    const reading = read(text);
    if ('fault' in reading) {
      setFault(reading.fault);
      return;
    }
    touched.current = false;
    setFault(null);
    if (text === kept) return;
    if (base.current !== kept) setText(kept);
    onCommit(reading.value, base.current);
  };
  return {
    text, fault, setText: change, commit,
    bind: {
      value: text,
      onChange: (event) => change(event.target.value),
      onBlur: commit,
      onKeyDown: (event) => {
        if (event.key === 'Enter' && enterCommits && !event.nativeEvent.isComposing) commit();
        if (event.key !== 'Escape' || text === kept) return;
        event.stopPropagation();
        touched.current = false;
        setText(kept);
        setFault(null);
        onChangeText?.(kept);
      },
    },
  };
}
