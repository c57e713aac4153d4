import { createContext, useContext, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { SentenceValue } from '#renderer/ui/fields/sentence-value.tsx';
import type { DocumentEdit } from '#shared/agreements/edits.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import styles from './value.module.css';
import { useDraftContext } from './use-draft.ts';

type Editing = { readonly edit: (edits: readonly DocumentEdit[]) => void; readonly save: (edits: readonly DocumentEdit[]) => void; readonly close: () => void };
const EditingContext = createContext<Editing | null>(null);

/** Inside a popover of the draft: `save` keeps and stays, `edit` keeps and closes. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('a field of the draft outside of a popover');
  return editing;
}

/**
 * A value in a sentence with what opens from it. Enter opens, typing opens and begins, Esc leaves, and what the draft said when it opened is what an
 * edit is compared with.
 */
export function Value({ label, children, body, missing = false, quiet = false, width = 360 }: { label: string; children: ReactNode; body: ReactNode; missing?: boolean; quiet?: boolean; width?: number }) {
  const draft = useDraftContext();
  const [opened, setOpened] = useState(false);
  const base = useRef<AgreementDocument>(draft.document);
  const typed = useRef('');
  const open = (): void => { base.current = draft.document; typed.current = ''; setOpened(true); };
  const type = (text: string): void => {
    if (!opened) open();
    typed.current += text;
  };
  const close = (): void => setOpened(false);
  const keep = async (edits: readonly DocumentEdit[]): Promise<void> => {
    const saved = await draft.edit(edits, () => base.current, draft.document);
    if (saved === null) close();
    else base.current = saved;
  };
  const editing: Editing = {
    save: (edits) => void keep(edits),
    edit: (edits) => { void keep(edits); close(); },
    close,
  };
  if (!draft.view.isEditable) return <span className={quiet ? undefined : 'm'}>{children}</span>;
  return (
    <PopoverPanel opened={opened} onClose={close} label={label} width={width} inside={draftDocument} target={<SentenceValue missing={missing} quiet={quiet} expanded={opened} onClick={opened ? close : open} onType={type}>{children}</SentenceValue>}>
      <EditingContext value={editing}>
        <div className={styles.body} onFocus={(event) => { startTyping(event, typed.current); typed.current = ''; }} onKeyDown={(event) => closeOnEnter(event, close)}>{body}</div>
      </EditingContext>
    </PopoverPanel>
  );
}

function draftDocument(): Element | null {
  return globalThis.document.getElementById('draft-document');
}

/** The head of a popover: what is changed here. */
export function ValueHead({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return <div className={styles.head}><span>{children}</span>{end}</div>;
}

/** Typing replaces; what was typed on the value before the field was there is the beginning. */
function startTyping(event: FocusEvent, typed: string): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'text') return;
  input.select();
  if (typed === '') return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: typed }));
}

/** Enter in a line of text keeps it (the field does that) and leaves, unless the field found a fault. */
function closeOnEnter(event: KeyboardEvent, close: () => void): void {
  const input = event.target;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(input instanceof HTMLInputElement) || input.type !== 'text' || input.getAttribute('role') === 'combobox') return;
  if (input.closest('[data-stay]') !== null) return;
  requestAnimationFrame(() => { if (input.getAttribute('aria-invalid') !== 'true') close(); });
}
