import { useState, type KeyboardEvent } from 'react';
import { t } from '#shared/messages/messages.ts';
import type { Arrangement } from '#shared/views/model.ts';
import { Button } from '../button.tsx';
import { Check } from '../fields/check.tsx';
import { PopoverPanel } from '../popover-panel.tsx';
import { asDrawn, hiddenOr, ordered, resized, shifted } from '../table/arrangement.ts';
import { columnName, fixedColumns, type Column } from '../table/columns.ts';
import styles from './list.module.css';

/** Pixels that one press of a key makes a column wider, from what it has or about had. */
const stepPx = 16;
const aboutPx = 140;

type Props<Row> = { readonly columns: readonly Column<Row>[]; readonly arrangement: Arrangement; readonly onArrange: (next: Arrangement) => void };

/** Which columns are shown, in which order and how wide; the first one always stays. */
export function ColumnPanel<Row>({ columns, arrangement, onArrange }: Props<Row>) {
  const [opened, setOpened] = useState(false);
  const rest = ordered(columns, arrangement).slice(fixedColumns(columns));
  const everything = { ...arrangement, hidden: [] };
  const widen = (column: Column<Row>, by: number): void => {
    const drawn = typeof column.width === 'number' ? column.width : (column.width?.min ?? aboutPx);
    onArrange(resized(arrangement, column.id, (arrangement.widths[column.id] ?? drawn) + by * stepPx));
  };
  const shift = (column: Column<Row>, by: -1 | 1): void => onArrange({ ...shifted(columns, everything, column.id, by), hidden: arrangement.hidden });
  const press = (event: KeyboardEvent, column: Column<Row>): void => {
    const deeds: Readonly<Record<string, () => void>> = { ArrowUp: () => shift(column, -1), ArrowDown: () => shift(column, 1), ArrowLeft: () => widen(column, -1), ArrowRight: () => widen(column, 1) };
    const deed = event.altKey ? deeds[event.key] : undefined;
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('table.columns')} position="bottom-end" width={300}
      target={<Button kind="quiet" size="small" icon="columns" iconOnly expanded={opened} onClick={() => setOpened(!opened)}>{t('table.columns')}</Button>}>
      <div className={styles.columns}>
        {rest.map((column, index) => (
          <div key={column.id} role="toolbar" aria-label={columnName(column)} onKeyDown={(event) => press(event, column)}>
            <Check label={columnName(column)} checked={!arrangement.hidden.includes(column.id)} onChange={(isShown) => onArrange(hiddenOr(arrangement, column.id, isShown))} />
            <span className={styles.steps}>
              <Button kind="quiet" size="small" icon="chevron-up" iconOnly disabledReason={index === 0 ? t('agreements.isFirst') : null} onClick={() => shift(column, -1)}>{t('table.columnEarlier', { name: columnName(column) })}</Button>
              <Button kind="quiet" size="small" icon="chevron-down" iconOnly disabledReason={index === rest.length - 1 ? t('agreements.isLast') : null} onClick={() => shift(column, 1)}>{t('table.columnLater', { name: columnName(column) })}</Button>
            </span>
          </div>
        ))}
      </div>
      <div className={styles.panelFoot}>
        <span className="t12 t3">{t('table.columnsHelp')}</span>
        <Button kind="link" onClick={() => onArrange(asDrawn)}>{t('table.asDrawn')}</Button>
      </div>
    </PopoverPanel>
  );
}
