import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

export type Tab<Name extends string> = { readonly name: Name; readonly label: string; readonly count?: ReactNode };

/** Tabs, 40 high; arrows move between them. `children` is the content of the chosen one. `end` stands at the right edge of the bar. */
export function Tabs<Name extends string>({ label, tabs, value, onChange, end, children }: { label: string; tabs: readonly Tab<Name>[]; value: Name; onChange: (name: Name) => void; end?: ReactNode; children?: ReactNode }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const index = (tabs.findIndex((tab) => tab.name === value) + step + tabs.length) % tabs.length;
    const next = tabs[index];
    if (next === undefined) return;
    onChange(next.name);
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  return (
    <>
      <div className={styles.bar}>
        <div ref={list} className={styles.tabs} role="tablist" aria-label={label} onKeyDown={move}>
          {tabs.map((tab) => (
            <button key={tab.name} type="button" role="tab" id={`${id}-${tab.name}`} aria-selected={tab.name === value} {...(children === undefined ? {} : { 'aria-controls': `${id}-content` })} tabIndex={tab.name === value ? 0 : -1} onClick={() => onChange(tab.name)}>
              {tab.label}
              {tab.count === undefined ? null : <span>{tab.count}</span>}
            </button>
          ))}
        </div>
        {end === undefined ? null : <div className={styles.end}>{end}</div>}
      </div>
      {children === undefined ? null : <div className={styles.content} role="tabpanel" id={`${id}-content`} aria-labelledby={`${id}-${value}`}>{children}</div>}
    </>
  );
}
