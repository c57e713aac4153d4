import { useId, type ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import styles from './check.module.css';

/** Yes or no, with its words at the right. `some` is the state of a head over rows of which some are chosen. */
export function Check({ label, labelHidden = false, checked, some = false, onChange, help }: { label: ReactNode; labelHidden?: boolean; checked: boolean; some?: boolean; onChange: (checked: boolean) => void; help?: ReactNode }) {
  const id = useId();
  return (
    <span className={styles.check}>
      <input id={id} type="checkbox" checked={checked} ref={(input) => { if (input !== null) input.indeterminate = some && !checked; }} onChange={(event) => onChange(event.target.checked)} aria-describedby={help === undefined ? undefined : `${id}-help`} />
      <i aria-hidden="true">{checked ? <Icon name="check" size={12} /> : some ? <Icon name="minus" size={12} /> : null}</i>
      <span className={styles.words}><label htmlFor={id} className={labelHidden ? 'sr' : undefined}>{label}</label>{help === undefined ? null : <span id={`${id}-help`} className={styles.help}>{help}</span>}</span>
    </span>
  );
}

/** One of several, each with what would follow from it: the words, then the consequences at the right. */
export function ChoiceWithConsequence({ label, heads, options, value, onChange }: {
  label: string;
  heads?: readonly string[];
  options: readonly { readonly value: string; readonly label: ReactNode; readonly consequences?: readonly ReactNode[] }[];
  value: string | null;
  onChange: (value: string) => void;
}) {
  const name = useId();
  const columns = Math.max(0, ...options.map((option) => option.consequences?.length ?? 0));
  const grid = { gridTemplateColumns: `34px minmax(0, 1fr)${' max-content'.repeat(columns)}` };
  return (
    <div className={styles.options} role="radiogroup" aria-label={label} style={grid}>
      {heads === undefined ? null : <div className={styles.heads}>{heads.map((head) => <span key={head}>{head}</span>)}</div>}
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
          {(option.consequences ?? []).map((consequence, index) => <span key={index} className={styles.consequence}>{consequence}</span>)}
        </label>
      ))}
    </div>
  );
}
