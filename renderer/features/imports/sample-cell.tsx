import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { instantText } from '#shared/format/instants.ts';
import { timeFields, valueLookup } from '#shared/imports/profile.ts';
import type { Preview, SampleRow } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './map.module.css';
import { proposedState } from './proposals.ts';
import type { WizardSearch } from './search.ts';
import { stateIcon, stateWords } from './words.ts';

type Column = Preview['columns'][number];

/** A cell as it will be kept; what the row before says too is grey, the raw text stands on hover. */
export function SampleCell({ column, row, before, zone, states, preview, roomy }: { column: Column; row: SampleRow; before: SampleRow | undefined; zone: string; states: WizardSearch['states']; preview: Preview; roomy: boolean }) {
  const raw = rawOf(column, row);
  const isSame = before !== undefined && before.problem === null && raw === rawOf(column, before);
  return <td className={classes(styles.sample, isSame && styles.same)} title={raw}>{shown(column, row, raw, zone, states, preview, roomy)}</td>;
}

function shown(column: Column, row: SampleRow, raw: string, zone: string, states: WizardSearch['states'], preview: Preview, roomy: boolean) {
  if (row.problem !== null) return raw === '' ? <span className={styles.none}>{t('imports.none')}</span> : raw;
  const value = row.values[keptAs[column.field] ?? column.field];
  if (column.field === 'state' && typeof value === 'string') return <StateCell value={value} states={states} preview={preview} roomy={roomy} />;
  if (isTime(column.field) && typeof value === 'number') return instantText(value, zone, { weekday: roomy });
  if (column.field === 'verdict' && (value === 'met' || value === 'missed')) return value === 'met' ? t('imports.valueMet') : t('imports.valueMissed');
  if (column.field === 'priority' && typeof value === 'string') return preview.values.find((one) => one.field === 'priority')?.values.find((one) => one.value === value)?.meaning ?? value;
  if (value === null || raw === '') return <span className={styles.none}>{t('imports.none')}</span>;
  return typeof value === 'string' ? value : raw;
}

function StateCell({ value, states, preview, roomy }: { value: string; states: WizardSearch['states']; preview: Preview; roomy: boolean }) {
  const known = preview.values.find((one) => one.field === 'state')?.values.find((one) => one.value === value)?.state ?? valueLookup(preview.profile?.values.state ?? {})(value);
  const meaning = states?.[value] ?? known ?? proposedState(value);
  const words = meaning.class === 'waiting' && !roomy && meaning.reason !== undefined ? meaning.reason : meaning.class === 'new' ? t('imports.state-active') : meaning.class === 'closed' ? t('imports.state-resolved') : stateWords(meaning);
  return <><Icon name={stateIcon(meaning)} size={14} />{words}</>;
}

/** Fields that a row keeps under another name. */
const keptAs: Readonly<Record<string, string>> = { updated: 'at' };

function rawOf(column: Column, row: SampleRow): string {
  return column.index < 0 ? '' : (row.cells[column.index] ?? '');
}

function isTime(field: string): boolean {
  return timeFields.some((one) => one === field) && field !== 'from' && field !== 'to';
}
