import { useId, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../icon.tsx';
import { Choices, type Choice } from './choices.tsx';
import { described, Field, type FieldFrame } from './field.tsx';
import styles from './field.module.css';
import pickStyles from './pick.module.css';

type Choosing = { readonly choices: readonly Choice[]; readonly value: string | null; readonly onChange: (value: string) => void; readonly onCreate?: (text: string) => void; readonly createText?: (text: string) => string };

/** One of a list, framed as a field. `onCreate` lets a new one be typed. */
export function SelectField({ choices, value, onChange, onCreate, createText, placeholder, size = 'normal', ...frame }: FieldFrame & Choosing & { placeholder?: string; size?: 'small' | 'normal' | 'large' }) {
  const id = useId();
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field id={id} {...frame}>
      <Choices label={frame.label} choices={choices} value={value} onChange={onChange} onCreate={onCreate} createText={createText} width="target"
        render={({ opened, toggle }) => (
          <button type="button" id={id} className={classes(styles.input, size !== 'normal' && styles[size])} aria-expanded={opened} onClick={toggle} {...described(id, frame)}>
            {chosen?.mark}
            <span className={classes(styles.value, chosen === undefined && styles.placeholder)}>{chosen?.label ?? placeholder ?? t('kit.choose')}</span>
            <Icon name="selector" />
          </button>
        )} />
    </Field>
  );
}

/** A value that can be chosen: text at rest with a double chevron, a field when touched. `ask` marks one that a person has to decide. */
export function Pick({ label, choices, value, onChange, onCreate, createText, ask = false, icon, text, block = false }: Choosing & { label: string; ask?: boolean; icon?: IconName; text?: ReactNode; block?: boolean }) {
  const chosen = choices.find((choice) => choice.value === value);
  const shownIcon = icon ?? chosen?.icon;
  return (
    <Choices label={label} choices={choices} value={value} onChange={onChange} onCreate={onCreate} createText={createText}
      render={({ opened, toggle }) => (
        <button type="button" className={classes(pickStyles.pick, opened && pickStyles.open, ask && pickStyles.ask, block && pickStyles.block)} aria-label={`${label}: ${chosen?.label ?? t('kit.valueMissing')}`} aria-expanded={opened} onClick={toggle}>
          {chosen?.mark}
          {shownIcon === undefined ? null : <Icon name={shownIcon} size={14} />}
          <span className={pickStyles.text}>{text ?? chosen?.label ?? t('kit.valueMissing')}</span>
          <Icon name="selector" size={14} className={pickStyles.chevron} />
        </button>
      )} />
  );
}
