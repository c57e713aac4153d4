import { useId, type ReactNode, type Ref } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { described, Field, type FieldFrame } from './field.tsx';
import styles from './field.module.css';
import { useDraft, type Reading } from './use-draft.ts';

export type TextInput = FieldFrame & {
  readonly affix?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly size?: 'small' | 'normal' | 'large';
  readonly autoFocus?: boolean;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel';
  readonly ref?: Ref<HTMLInputElement>;
};

/** A text of one line, or of several with `multiline`. Kept when the field is left or with Enter; an empty one is a fault unless `optional`. */
export function TextField({ value, onCommit, onChangeText, check, multiline = false, maxLength = 200, ...input }: TextInput & {
  value: string;
  /** `was`: the text that was kept when typing began. */
  onCommit: (value: string, was: string) => void;
  onChangeText?: (text: string) => void;
  /** A fault in words with its way out, or null. */
  check?: (text: string) => string | null;
  multiline?: boolean;
  maxLength?: number;
}) {
  const read = (text: string): Reading<string> => {
    const trimmed = text.trim();
    if (trimmed === '' && input.optional !== true) return { fault: t('kit.required') };
    const fault = check?.(trimmed) ?? null;
    return fault === null ? { value: trimmed } : { fault };
  };
  return <DraftInput {...input} kept={value} read={read} onCommit={onCommit} onChangeText={onChangeText} multiline={multiline} maxLength={maxLength} />;
}

/** The input that every typed field shares: a draft, read when it is left. */
export function DraftInput<Value>({ kept, read, onCommit, onChangeText, multiline = false, maxLength, end, ref, ...input }: TextInput & {
  kept: string;
  read: (text: string) => Reading<Value>;
  onCommit: (value: Value, was: string) => void;
  onChangeText?: ((text: string) => void) | undefined;
  multiline?: boolean;
  maxLength?: number;
  end?: ReactNode;
}) {
  const id = useId();
  const draft = useDraft({ kept, read, onCommit, onChangeText, enterCommits: !multiline });
  const error = draft.fault ?? input.error;
  const shared = {
    id, ...draft.bind, ...described(id, { help: input.help, error }), placeholder: input.placeholder, autoFocus: input.autoFocus, maxLength, autoComplete: 'off', spellCheck: multiline, dir: 'auto',
  };
  return (
    <Field id={id} label={input.label} labelHidden={input.labelHidden} help={input.help} optional={input.optional} error={error}>
      <div className={classes(styles.input, input.size !== undefined && styles[input.size], multiline && styles.multiline)}>
        {multiline ? <textarea {...shared} rows={3} /> : <input {...shared} type="text" ref={ref} inputMode={input.inputMode} />}
        {input.affix === undefined ? null : <span className={styles.affix}>{input.affix}</span>}
        {end}
      </div>
    </Field>
  );
}
