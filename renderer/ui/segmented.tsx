import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './segmented.module.css';

export type SegmentedOption<Value extends string> = { readonly value: Value; readonly label: string; readonly count?: ReactNode };

/** One of a few, all in sight: 3 / 12 / 13 months. Arrows move the choice. */
export function Segmented<Value extends string>({ label, options, value, onChange }: { label: string; options: readonly SegmentedOption<Value>[]; value: Value; onChange: (value: Value) => void }) {
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = (options.findIndex((option) => option.value === value) + step + options.length) % options.length;
    const next = options[index];
    if (next === undefined) return;
    onChange(next.value);
    group.current?.querySelectorAll('button')[index]?.focus();
  };
  return (
    <div ref={group} className={styles.group} role="radiogroup" aria-label={label} onKeyDown={move}>
      {options.map((option) => (
        <button key={option.value} type="button" role="radio" aria-checked={option.value === value} tabIndex={option.value === value ? 0 : -1} onClick={() => onChange(option.value)}>
          {option.label}
          {option.count === undefined ? null : <span className={styles.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
