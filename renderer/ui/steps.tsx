import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './steps.module.css';

/** A job with an end: its steps on one bar, the ones done checked, the present one ink. `end` stands at the right. */
export function Steps({ label, steps, current, end }: { label: string; steps: readonly string[]; current: number; end?: ReactNode }) {
  return (
    <div className={styles.bar}>
      <ol aria-label={label}>
        {steps.map((step, index) => (
          <li key={step} className={index < current ? styles.done : undefined} aria-current={index === current ? 'step' : undefined}>
            <i aria-hidden="true">{index < current ? <Icon name="check" size={12} /> : index + 1}</i>
            {step}
          </li>
        ))}
      </ol>
      {end === undefined ? null : <div className={styles.end}>{end}</div>}
    </div>
  );
}
