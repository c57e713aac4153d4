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
 * A value in a sentence with what opens from it. Enter opens, Esc leaves, and what the draft said when it opened is what an
 * edit is compared with.
 */
export function Value({ label, children, body, missing = false, quiet = false, width = 360 }: { label: string; children: ReactNode; body: ReactNode; missing?: boolean; quiet?: boolean; width?: number }) {
  const draft = useDraftContext();
  const [opened, setOpened] = useState(false);
  const base = useRef<AgreementDocument>(draft.document);
  const open = (): void => { base.current = draft.document; setOpened(true); };
  const close = (): void => setOpened(false);
  const keep = async (edits: readonly DocumentEdit[]): Promise<void> => {
    const saved = await draft.edit(edits, () => base.current);
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
    <PopoverPanel opened={opened} onClose={close} label={label} width={width} inside={draftDocument} target={<SentenceValue missing={missing} quiet={quiet} expanded={opened} onClick={opened ? close : open}>{children}</SentenceValue>}>
      <EditingContext value={editing}>
        <div className={styles.body} onFocus={selectText} onKeyDown={(event) => closeOnEnter(event, close)}>{body}</div>
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

/** Typing replaces. */
function selectText(event: FocusEvent): void {
  if (event.target instanceof HTMLInputElement && event.target.type === 'text') event.target.select();
}

/** Enter in a line of text keeps it (the field does that) and leaves, unless the field found a fault. */
function closeOnEnter(event: KeyboardEvent, close: () => void): void {
  const input = event.target;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(input instanceof HTMLInputElement) || input.type !== 'text' || input.getAttribute('role') === 'combobox') return;
  if (input.closest('[data-stay]') !== null) return;
  requestAnimationFrame(() => { if (input.getAttribute('aria-invalid') !== 'true') close(); });
}
