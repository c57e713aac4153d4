import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { HistoryList } from '#renderer/ui/history-list.tsx';
import { dayText, timeText } from '#shared/format/instants.ts';
import type { FieldChange, HistoryEntry, HistorySubject, RowChange } from '#shared/history/model.ts';
import { t, type MessageKey } from '#shared/messages/messages.ts';
import { organisationsMessages } from '#shared/messages/en/organisations.ts';

/** Who changed what, the newest first, by day. */
export function HistoryTab({ kind, id, zone }: { kind: HistorySubject; id: string; zone: string }) {
  const { data, error } = useQuery(api.history.of.queryOptions({ input: { kind, id } }));
  if (error !== null) return <Failure error={error} />;
  if (data === undefined) return null;
  if (data.length === 0) return <p className="t13 t3">{t('organisations.historyEmpty')}</p>;
  const days = Map.groupBy(data, (entry) => dayText(entry.at, zone, { year: true }));
  return <HistoryList days={[...days].map(([day, entries]) => ({ day, entries: entries.map((entry) => entryOf(entry, zone)) }))} />;
}

function entryOf(entry: HistoryEntry, zone: string) {
  const lines = entry.rows.map(rowWords);
  return {
    id: entry.id,
    subject: entry.actor ?? t('organisations.historyProgram'),
    text: <>{lines.map((line, index) => <div key={index} dir="auto">{line}</div>)}{entry.more === 0 ? null : <div className="t3">{t('organisations.historyMore', { count: entry.more })}</div>}{entry.isUndone ? <div className="t3">{t('organisations.historyUndone')}</div> : null}</>,
    time: timeText(entry.at, zone),
    ...(entry.actor === null ? {} : { person: { name: entry.actor } }),
  };
}

function rowWords(row: RowChange): string {
  const role = row.fields.find((change) => change.field === 'role');
  const held = role === undefined ? '' : `(${valueWords(role, role.after ?? role.before)})`;
  const subject = [wordOf(`table-${row.table}`, row.table), row.name, held].filter((part) => part !== '').join(' ');
  if (row.operation === 'delete') return `${subject} ${t('organisations.historyRemoved')}`;
  if (row.operation === 'insert') return `${subject} ${t('organisations.historyAdded')}`;
  return `${subject}: ${row.fields.map((change) => t('organisations.historyChanged', { field: wordOf(`field-${change.field}`, change.field), before: valueWords(change, change.before), after: valueWords(change, change.after) })).join('; ')}`;
}

function valueWords({ field }: FieldChange, value: FieldChange['before']): string {
  if (value === null) return t('organisations.historyNothing');
  if (field.startsWith('is_')) return t(value === 1 ? 'organisations.historyYes' : 'organisations.historyNo');
  return field === 'role' ? wordOf(`role-${value}`, String(value)) : String(value);
}

/** The word of a table, a column or a code; where there is none, itself with spaces. */
function wordOf(name: string, fallback: string): string {
  return isMessage(name) ? t(`organisations.${name}` as Extract<MessageKey, 'organisations.name'>) : fallback.replaceAll('_', ' ');
}

function isMessage(name: string): boolean {
  return Object.hasOwn(organisationsMessages, name);
}
