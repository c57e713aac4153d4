import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import styles from './pick.module.css';

/**
 * A value inside a sentence that can be changed: underlined blue; a missing one dashed, saying what is missing. It breaks over lines
 * like the words around it. Use it as the target of a PopoverPanel. `onType` gets what is typed on it while it has the focus.
 */
export function SentenceValue({ children, missing = false, quiet = false, expanded, onClick, onType, ref, ...rest }: { children?: ReactNode; missing?: boolean; quiet?: boolean; expanded?: boolean; onClick?: () => void; onType?: (text: string) => void; ref?: Ref<HTMLSpanElement> }) {
  const press = (event: KeyboardEvent): void => {
    if (onType !== undefined && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onType(event.key);
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onClick?.();
  };
  return (
    <span {...rest} ref={ref} role="button" tabIndex={0} className={classes(styles.value, quiet && styles.quiet, missing && styles.missing)} aria-expanded={expanded ?? false} aria-haspopup="dialog" onClick={onClick} onKeyDown={press}>
      {children ?? t('kit.valueMissing')}
    </span>
  );
}

/** The blue dot before what a person has to decide. */
export function AskDot({ label }: { label?: string }) {
  return <span className={styles.dot} {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })} />;
}
