import { useState } from 'react';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { AddChip, Chip, Chips } from '../chips.tsx';
import { Check } from '../fields/check.tsx';
import { DateField } from '../fields/date-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { PopoverPanel } from '../popover-panel.tsx';
import { columnName, type Column } from '../table/columns.ts';
import { conditionText, filterKindOf, valuesOf, withCondition } from './conditions.ts';
import styles from './list.module.css';
import type { Condition } from './search.ts';

type Props<Row> = { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly zone: string; readonly conditions: readonly Condition[]; readonly onChange: (conditions: Condition[] | undefined) => void };

/** The conditions of a list as chips, and the chip that adds one on any column. */
export function FilterChips<Row>({ columns, rows, zone, conditions, onChange }: Props<Row>) {
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const filtered = columns.filter((column) => filterKindOf(column) !== null);
  const column = filtered.find((one) => one.id === chosen);
  const close = (): void => { setOpened(false); setChosen(null); };
  return (
    <Chips label={t('table.filters')}>
      {conditions.map((condition) => {
        const on = filtered.find((one) => one.id === condition.column);
        const kind = on === undefined ? null : filterKindOf(on);
        return on === undefined || kind === null ? null : <Chip key={condition.column} name={columnName(on)} value={<span dir="auto">{conditionText(condition, kind)}</span>} onRemove={() => onChange(withCondition(conditions, { column: condition.column }))} />;
      })}
      <PopoverPanel opened={opened} onClose={close} label={t('kit.addFilter')} width={300} target={<AddChip expanded={opened} onClick={() => (opened ? close() : setOpened(true))} />}>
        <div className={styles.filters}>
          <SelectField label={t('table.filterColumn')} value={chosen} choices={filtered.map((one) => ({ value: one.id, label: columnName(one) }))} onChange={setChosen} />
          {column === undefined ? null : <ColumnFilter key={column.id} column={column} rows={rows} zone={zone} condition={conditions.find((one) => one.column === column.id) ?? { column: column.id }} onChange={(next) => onChange(withCondition(conditions, next))} />}
        </div>
      </PopoverPanel>
    </Chips>
  );
}

function ColumnFilter<Row>({ column, rows, zone, condition, onChange }: { column: Column<Row>; rows: readonly Row[]; zone: string; condition: Condition; onChange: (next: Condition) => void }) {
  const kind = filterKindOf(column);
  const base = { column: column.id };
  if (kind === 'days') {
    return (
      <div className={styles.pair}>
        <DateField label={t('table.filterFrom')} value={condition.from ?? null} optional onCommit={(from) => onChange({ ...base, from: from ?? undefined, to: condition.to })} />
        <DateField label={t('table.filterTo')} value={condition.to ?? null} optional onCommit={(to) => onChange({ ...base, from: condition.from, to: to ?? undefined })} />
      </div>
    );
  }
  if (kind === 'figures') {
    return (
      <div className={styles.pair}>
        <NumberField label={t('table.filterFrom')} value={figureOf(condition.from)} optional onCommit={(from) => onChange({ ...base, from: from === null ? undefined : String(from), to: condition.to })} />
        <NumberField label={t('table.filterTo')} value={figureOf(condition.to)} optional onCommit={(to) => onChange({ ...base, from: condition.from, to: to === null ? undefined : String(to) })} />
      </div>
    );
  }
  const values = valuesOf(rows, column, zone);
  const is = new Set(condition.is);
  const toggle = (value: string, isIn: boolean): void => {
    if (isIn) is.add(value);
    else is.delete(value);
    onChange({ ...base, is: [...is] });
  };
  return (
    <>
      <TextField label={t('table.filterText')} value={condition.text ?? ''} optional maxLength={500} onCommit={(text) => { if (text !== (condition.text ?? '')) onChange({ ...base, text: text === '' ? undefined : text }); }} />
      {values === null || values.length < 2 ? null : (
        <fieldset className={styles.values}>
          <legend className="t12 t3">{t('table.filterValues')}</legend>
          {values.map(({ value, count }) => <Check key={value} label={<><span dir="auto">{value === '' ? t('table.groupEmpty') : value}</span> <span className="t3 tn">{countText(count)}</span></>} checked={is.has(value)} onChange={(isIn) => toggle(value, isIn)} />)}
        </fieldset>
      )}
    </>
  );
}

function figureOf(text: string | undefined): number | null {
  return text === undefined || Number.isNaN(Number(text)) ? null : Number(text);
}
