import { useKeys } from '#renderer/app/use-keys.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import { SectionHead } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { countText } from '#shared/format/figures.ts';
import type { Preview, SampleRow } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import { AskPlace } from './ask.tsx';
import { askOfColumn } from './asks.ts';
import styles from './map.module.css';
import { SampleCell } from './sample-cell.tsx';
import { rowChoices, type RowChoice, type SetSearch, type WizardSearch } from './search.ts';
import { fieldWords } from './words.ts';

const shownRows = 5;
/** So many odd rows come with the evidence; there may be more. */
const mostOdd = 50;
const NONE = '';

/** Which column is which field, with five rows as they will be kept: those of one ticket, the first, or the odd ones. */
export function ColumnsMap({ preview, search, zone, set }: { preview: Preview; search: WizardSearch; zone: string; set: SetSearch }) {
  const [all, setAll] = useState(preview.columns.every((column) => column.column === null));
  const roomy = useMedia('(min-width: 1600px)');
  const choice = choiceOf(preview, search.rows);
  const rows = preview.samples[choice];
  const pages = Math.max(1, Math.ceil(rows.length / shownRows));
  const page = Math.min(search.page ?? 0, pages - 1);
  const shown = rows.slice(page * shownRows, (page + 1) * shownRows);
  const mapped = preview.columns.filter((column) => column.column !== null);
  const fields = all ? preview.columns : preview.columns.filter((column) => column.column !== null || column.isRequired || chosenColumn(column.field, search) !== undefined);
  const rest = preview.columns.length - fields.length;
  const turn = (by: number): void => set({ page: Math.min(pages - 1, Math.max(0, page + by)) });
  useKeys({ 'alt+ArrowLeft': () => turn(-1), 'alt+ArrowRight': () => turn(1) });
  const inZone = search.zone ?? preview.zone.value ?? zone;
  return (
    <>
      <SectionHead title={t('imports.columns')} count={t('imports.columnsCount', { fields: mapped.length, used: mapped.length, all: preview.header.length })}
        end={<>
          {choice === 'ticket' && shown[0] !== undefined ? <span>{t('imports.rowsOf', { key: keyOf(shown[0]) })}</span> : null}
          {pages > 1 ? <><Button kind="quiet" size="small" icon="chevron-left" iconOnly onClick={() => turn(-1)}>{t('imports.earlierRows')}</Button><Button kind="quiet" size="small" icon="chevron-right" iconOnly onClick={() => turn(1)}>{t('imports.laterRows')}</Button></> : null}
          <Segmented label={t('imports.rowsShown')} value={choice} onChange={(next) => set({ rows: next, page: undefined })}
            options={rowChoices.filter((one) => one !== 'ticket' || hasTicketRows(preview)).map((one) => ({ value: one, label: rowWords(one), ...(one === 'odd' ? { count: preview.samples.odd.length < mostOdd ? countText(preview.samples.odd.length) : `${mostOdd}+` } : {}) }))} />
        </>} />
      <div className={styles.mapScroll} tabIndex={0} role="region" aria-label={t('imports.columns')}>
        <table className={styles.map}>
          <thead>
            <tr>
              <th scope="col">{t('imports.parley')}</th><th scope="col">{t('imports.columnInFile')}</th>
              {shown.map((row) => <th key={row.line} scope="col" className={classes(styles.sample, row.problem !== null && styles.odd)} title={row.problem?.reason}>{t('imports.row', { line: countText(row.line) })}</th>)}
            </tr>
          </thead>
          <tbody>
            {fields.map((column) => (
              <tr key={column.field}>
                <th scope="row">{column.isRequired && column.column === null ? <AskDot /> : null} {fieldWords(column.field)}</th>
                <td><ColumnPick column={column} header={preview.header} fixed={fixedOf(column.field, search)} set={(name) => set({ columns: { ...search.columns, [column.field]: name } })} /></td>
                {shown.map((row, index) => <SampleCell key={row.line} column={column} row={row} before={shown[index - 1]} zone={inZone} states={search.states} preview={preview} roomy={roomy} />)}
              </tr>
            ))}
          </tbody>
        </table>
        {choice === 'odd' && shown.length === 0 ? <p className="t13 t3">{t('imports.noOdd')}</p> : null}
        {rest > 0 || all ? <Button kind="link" size="small" onClick={() => setAll(!all)}>{all ? t('imports.fewerFields') : t('imports.moreFields', { count: rest })}</Button> : null}
      </div>
    </>
  );
}

function ColumnPick({ column, header, fixed, set }: { column: Preview['columns'][number]; header: readonly string[]; fixed: string | null; set: (name: string) => void }) {
  const isMissing = column.isRequired && column.column === null && fixed === null;
  const none = fixed !== null ? t('imports.forAllRows', { name: fixed }) : isMissing ? t('imports.columnMissing') : t('imports.notInFile');
  const choices = [{ value: NONE, label: none }, ...header.filter((name) => name !== '').map((name) => ({ value: name, label: name }))];
  return (
    <AskPlace id={isMissing ? askOfColumn(column.field) : null} className={styles.cellPick}>
      <Pick label={t('imports.columnOf', { field: fieldWords(column.field) })} block ask={isMissing} choices={choices} value={column.column ?? NONE} onChange={set} />
    </AskPlace>
  );
}

function choiceOf(preview: Preview, wanted: RowChoice | undefined): RowChoice {
  const first = hasTicketRows(preview) ? 'ticket' : 'first';
  return wanted === undefined || (wanted === 'ticket' && first !== 'ticket') ? first : wanted;
}

function rowWords(choice: RowChoice): string {
  return t(choice === 'ticket' ? 'imports.oneTicket' : choice === 'first' ? 'imports.firstRows' : 'imports.oddRows');
}

function hasTicketRows(preview: Preview): boolean {
  return preview.kind === 'tickets' && preview.samples.ticket.length > 1 && preview.samples.ticket[0]?.problem === null;
}

function keyOf(row: SampleRow): string {
  return String(row.values['key'] ?? '');
}

function fixedOf(field: string, search: WizardSearch): string | null {
  const name = field === 'customer' ? search.customer : field === 'service' ? search.service : field === 'site' ? search.site : undefined;
  return name === undefined || name === '' ? null : name;
}

/** What was chosen for a field in place of the profile's column. */
function chosenColumn(field: string, search: WizardSearch): string | undefined {
  return Object.entries(search.columns ?? {}).find(([name]) => name === field)?.[1];
}
