import { durationWords } from '#shared/format/durations.ts';
import { instantText } from '#shared/format/instants.ts';
import { historyMessages } from '#shared/messages/en/history.ts';
import { t, type MessageKey } from '#shared/messages/messages.ts';
import type { Deleted, FieldChange, HistoryEntry, RowChange } from './model.ts';

/** What somebody did, in a few words: "changed a service: Mail". */
export function deedWords(entry: Pick<HistoryEntry, 'command' | 'cause' | 'undoes' | 'about'>): string {
  const what = entry.undoes === null ? commandWords(entry.command) : t(entry.command === 'history.redo' ? 'history.did-redo' : 'history.did-undo', { what: undoneWords(entry) });
  return entry.about === null || entry.about.name === '' ? what : t('history.said', { what, name: entry.about.name });
}

/** The lines below what somebody did: what is said already is not said again. */
export function rowLines(entry: Pick<HistoryEntry, 'about' | 'rows'>, zone: string): string[] {
  return entry.rows.flatMap((row) => {
    if (row.name === '' || row.name !== entry.about?.name) return [rowWords(row, zone)];
    return row.operation === 'update' && row.fields.length > 0 ? [changesWords(row, zone)] : [];
  });
}

/** One row of a change, with what was before and is after: "Site Berlin: time zone: UTC → Europe/Berlin". */
export function rowWords(row: RowChange, zone: string): string {
  const subject = [tableWord(row.table), row.name].filter((part) => part !== '').join(' ');
  if (row.operation === 'insert') return t('history.added', { subject });
  if (row.operation === 'delete') return t('history.removed', { subject });
  return row.fields.length === 0 ? subject : t('history.changed', { subject, changes: changesWords(row, zone) });
}

function changesWords(row: RowChange, zone: string): string {
  return row.fields.map((change) => t('history.field', { field: word(`field-${change.field}`, change.field), before: valueWords(change.field, change.before, zone), after: valueWords(change.field, change.after, zone) })).join('; ');
}

export function tableWord(table: string): string {
  return word(`table-${table}`, table);
}

/** What went along with a deleted record: "2 Site, 1 Person"; empty where nothing did. */
export function alongWords({ along }: Pick<Deleted, 'along'>): string {
  return along.map(({ table, count }) => `${count} × ${tableWord(table)}`).join(', ');
}

function undoneWords(entry: Pick<HistoryEntry, 'undoes'>): string {
  return commandWords(entry.undoes ?? '');
}

function commandWords(command: string): string {
  const key = command === 'history.undo' ? 'did-undo' : `did-${command}`;
  if (command === 'history.undo' || command === 'history.redo') return t('history.undo');
  return isMessage(key) ? t(`history.${key}` as Extract<MessageKey, 'history.did-other'>) : t('history.did-other');
}

function valueWords(field: string, value: FieldChange['before'], zone: string): string {
  if (value === null || value === '') return t('history.none');
  if (/^(?:is|has)_/u.test(field)) return t(value === 1 ? 'history.yes' : 'history.no');
  if (typeof value !== 'number') return value;
  if (field.endsWith('_at')) return instantText(value, zone, { year: true });
  if (field.endsWith('_ppb')) return `${value / 10_000_000} %`;
  if (field.endsWith('_ms')) return durationWords(value);
  if (field.endsWith('_minute')) return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  return String(value);
}

/** The word of a table or a column; where there is none, itself with spaces. */
function word(name: string, fallback: string): string {
  return isMessage(name) ? t(`history.${name}` as Extract<MessageKey, 'history.did-other'>) : fallback.replaceAll('_', ' ').replace(/ (?:id|on|at)$/u, '');
}

function isMessage(name: string): boolean {
  return Object.hasOwn(historyMessages, name);
}
