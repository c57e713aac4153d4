import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { CoverageBars } from '#renderer/ui/charts/coverage-bars.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { dateText, monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { addDays } from '#shared/time/plain-date.ts';
import { t } from '#shared/messages/messages.ts';
import { dateAt, monthsOf, placeOf } from './coverage-places.ts';
import styles from './map.module.css';
import type { SetSearch, WizardSearch } from './search.ts';

/** What span the file covers: rows a month and two handles; the same span as two dates for the keyboard. The last day is inside. */
export function Covers({ preview, search, set }: { preview: Preview; search: WizardSearch; zone: string; set: SetSearch }) {
  const [opened, setOpened] = useState(false);
  const { coverage } = preview;
  if (coverage === null || coverage.months.length === 0) return <div className={styles.covers}><div><h2>{t('imports.covers')}</h2><p>{t('imports.coversNone')}</p></div></div>;
  const first = search.from ?? coverage.from.slice(0, 10);
  const last = search.to === undefined ? coverage.to.slice(0, 10) : addDays(search.to, -1);
  const months = monthsOf(coverage.months.map((one) => one.month), first, last);
  const rowsOf = new Map(coverage.months.map((one) => [one.month, one.rows]));
  const keep = (from: string, to: string): void => { if (from <= to) set({ from, to: addDays(to, 1) }); };
  const span = t('imports.coversSpan', { from: dateText(first, { year: true }), to: dateText(last, { year: true }) });
  const target = <Button kind="link" size="small" expanded={opened} onClick={() => setOpened(!opened)}>{span}</Button>;
  const labelled = (month: string, index: number): string => (index === 0 || month.endsWith('-01') ? monthText(month, true).replace(/ 20(\d\d)$/u, ' $1') : monthText(month, true).slice(0, 3));
  return (
    <div className={styles.covers}>
      <div>
        <h2>{t('imports.covers')}</h2>
        <PopoverPanel opened={opened} onClose={() => setOpened(false)} target={target} label={t('imports.covers')} width={280} position="top-start">
          <div className={styles.dates}>
            <DateField label={t('imports.coversFrom')} value={first} check={(date) => (date > last ? t('imports.coversOrder') : null)} onCommit={(date) => { if (date !== null) keep(date, last); }} />
            <DateField label={t('imports.coversTo')} value={last} check={(date) => (date < first ? t('imports.coversOrder') : null)} onCommit={(date) => { if (date !== null) keep(first, date); }} />
            <Button kind="link" size="small" onClick={() => { setOpened(false); set({ from: undefined, to: undefined }); }}>{t('imports.coversReset')}</Button>
          </div>
        </PopoverPanel>
        <p>{t('imports.coversFound')}</p>
      </div>
      <CoverageBars label={t('imports.coversLabel')} from={placeOf(months, first)} to={placeOf(months, addDays(last, 1))} step={1 / (months.length * 31)} fromText={dateText(first, { year: true })} toText={dateText(last, { year: true })}
        bars={months.map((month, index) => ({ key: month, label: labelled(month, index), value: rowsOf.get(month) ?? 0, title: t('imports.month', { month: monthText(month), rows: countText(rowsOf.get(month) ?? 0) }) }))}
        onChange={(range) => keep(dateAt(months, range.from), addDays(dateAt(months, range.to), -1))} />
    </div>
  );
}
