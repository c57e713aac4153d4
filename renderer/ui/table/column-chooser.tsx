import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { Button } from '../button.tsx';
import { Check } from '../fields/check.tsx';
import { PopoverPanel } from '../popover-panel.tsx';
import type { Column } from './columns.ts';
import styles from './data-table.module.css';

/** The columns that are shown and the button that chooses them; the choice is remembered under `name` on this computer. The first column always stays. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[], label: string): { readonly columns: readonly Column<Row>[]; readonly chooser: ReactElement } {
  const key = `parley.columns.${name}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set((localStorage.getItem(key) ?? '').split(' ').filter((id) => id !== '')));
  const [opened, setOpened] = useState(false);
  const change = useCallback((id: string, shown: boolean) => {
    setHidden((before) => {
      const next = new Set(before);
      if (shown) next.delete(id);
      else next.add(id);
      localStorage.setItem(key, [...next].join(' '));
      return next;
    });
  }, [key]);
  const visible = useMemo(() => columns.filter((column, index) => index === 0 || !hidden.has(column.id)), [columns, hidden]);
  const chooser = (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={label} position="bottom-end"
      target={<Button kind="quiet" size="small" icon="columns" iconOnly expanded={opened} onClick={() => setOpened(!opened)}>{label}</Button>}>
      <div className={styles.chooser}>
        {columns.slice(1).map((column) => <Check key={column.id} label={column.label ?? column.head} checked={!hidden.has(column.id)} onChange={(shown) => change(column.id, shown)} />)}
      </div>
    </PopoverPanel>
  );
  return { columns: visible, chooser };
}
