import type { HistoryEntry as ShownEntry } from '#renderer/ui/history-list.tsx';
import type { IconName } from '#renderer/ui/icon.tsx';
import { dayText, timeText } from '#shared/format/instants.ts';
import type { HistoryEntry } from '#shared/history/model.ts';
import { deedWords, rowLines } from '#shared/history/words.ts';
import { t } from '#shared/messages/messages.ts';
import { WayBack } from './way-back.tsx';

/** Entries of the log by day of a zone, as the list shows them. */
export function daysOf(entries: readonly HistoryEntry[], zone: string): { day: string; entries: ShownEntry[] }[] {
  return [...Map.groupBy(entries, (entry) => dayText(entry.at, zone, { year: true }))].map(([day, group]) => ({ day, entries: group.map((entry) => shown(entry, zone)) }));
}

function shown(entry: HistoryEntry, zone: string): ShownEntry {
  const lines = rowLines(entry, zone);
  const deed = deedWords(entry);
  return {
    id: entry.id,
    subject: entry.actor ?? t('history.program'),
    text: (
      <>
        <div dir="auto">{deed}{entry.isUndone ? ` (${t('history.taken')})` : ''}</div>
        {lines.map((line, index) => <div key={index} className="t3" dir="auto">{line}</div>)}
        {entry.more === 0 ? null : <div className="t3">{t('history.moreRows', { count: entry.more })}</div>}
        {entry.reason === null ? null : <div className="t3" dir="auto">{entry.reason}</div>}
      </>
    ),
    time: timeText(entry.at, zone),
    action: <WayBack entry={entry} what={deed} />,
    ...(entry.actor === null ? { icon: iconOf(entry) } : { person: { name: entry.actor } }),
  };
}

function iconOf({ command, undoes }: HistoryEntry): IconName {
  if (undoes !== null) return 'arrow-back-up';
  if (command.startsWith('imports.')) return 'download';
  return command.includes('remove') ? 'trash' : 'edit';
}
