import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { WayBack } from '#renderer/features/history/way-back.tsx';
import { HistoryList, type HistoryEntry } from '#renderer/ui/history-list.tsx';
import type { IconName } from '#renderer/ui/icon.tsx';
import type { AgreementHistoryEntry, AgreementView } from '#shared/agreements/contract.ts';
import { termName } from '#shared/agreements/sentences.ts';
import { dayText, localDate, timeText } from '#shared/format/instants.ts';
import type { HistoryEntry as Change } from '#shared/history/model.ts';
import { t } from '#shared/messages/messages.ts';

/** What happened to the agreement, newest first; changes of one person on one day stand together. */
export function HistoryPanel({ view, today }: { view: AgreementView; today: string }) {
  const { data, error } = useQuery(api.agreements.history.queryOptions({ input: { id: view.id } }));
  const { data: changes } = useQuery(api.history.of.queryOptions({ input: { kind: 'agreement', id: view.id, limit: mostWays } }));
  const ways = useMemo(() => new Map((changes ?? []).map((change) => [change.no, change])), [changes]);
  if (error !== null) return <p className="t13">{wordsOfFailure(error).title}</p>;
  if (data === undefined) return null;
  if (data.length === 0) return <p className="t13 t3">{t('agreements.historyEmpty')}</p>;
  const { zone } = view.document;
  const days = Map.groupBy(grouped(data, zone), (run) => localDate(run.entries[0]?.at ?? 0, zone));
  return <HistoryList days={[...days].map(([date, runs]) => ({ day: dayText(runs[0]?.entries[0]?.at ?? 0, zone, { year: date.slice(0, 4) !== today.slice(0, 4) }), entries: runs.map((run) => entryOf(run, view, ways)) }))} />;
}

type Deed = 'created' | 'edited' | 'version' | 'asked' | 'approved' | 'rejected' | 'moved' | 'signed' | 'declined' | 'began-signing' | 'undone' | 'removed' | 'changed';
type Run = { readonly deed: Deed; readonly entries: AgreementHistoryEntry[] };

const deeds: Readonly<Record<string, Deed>> = {
  'agreements.create': 'created', 'agreements.edit': 'edited', 'agreements.begin-version': 'version', 'agreements.ask-for-approval': 'asked', 'agreements.approve': 'approved', 'agreements.reject': 'rejected',
  'agreements.move': 'moved', 'agreements.sign': 'signed', 'agreements.decline': 'declined', 'agreements.begin-signing': 'began-signing', undo: 'undone', 'agreements.remove': 'removed',
};
const icons: Readonly<Record<Deed, IconName>> = { created: 'file-plus', edited: 'edit', version: 'versions', asked: 'send', approved: 'user-check', rejected: 'arrow-back-up', moved: 'arrow-narrow-right', signed: 'signature', declined: 'x', 'began-signing': 'writing-sign', undone: 'arrow-back-up', removed: 'trash', changed: 'edit' };

function grouped(entries: readonly AgreementHistoryEntry[], zone: string): Run[] {
  const runs: Run[] = [];
  for (const entry of entries) {
    const deed = deeds[entry.command] ?? 'changed';
    const last = runs.at(-1);
    const before = last?.entries[0];
    if (deed === 'edited' && last?.deed === 'edited' && before !== undefined && before.actor === entry.actor && localDate(before.at, zone) === localDate(entry.at, zone)) last.entries.push(entry);
    else runs.push({ deed, entries: [entry] });
  }
  return runs;
}

/** The changes whose way back is offered; older ones stand under later ones anyway. */
const mostWays = 500;
type Ways = ReadonlyMap<number, Change>;

/** What of a run can go back now: its newest change that stands; where none does, the one that was taken back last. */
function wayOf(run: Run, ways: Ways): Change | undefined {
  const known = run.entries.flatMap((entry) => ways.get(entry.no) ?? []);
  return known.find((change) => !change.isUndone) ?? known.at(-1);
}

function entryOf(run: Run, view: AgreementView, ways: Ways): HistoryEntry {
  const [first] = run.entries;
  if (first === undefined) return { id: '', subject: '', time: '' };
  const actor = first.actor ?? t('agreements.theProgram');
  const what = run.deed === 'moved' ? t('agreements.did-moved', { state: first.state ?? '' }) : run.deed === 'version' ? t('agreements.did-version', { version: first.version ?? '' }) : t(`agreements.did-${run.deed}`);
  const way = wayOf(run, ways);
  const text = [what, touchedWords(run, view), first.reason].filter((part) => part !== null && part !== '').join('. ');
  return { id: String(first.no), subject: actor, text, ...(way === undefined ? {} : { action: <WayBack entry={way} what={what} /> }), time: timeText(first.at, view.document.zone), ...(first.actor === null ? { icon: icons[run.deed] } : { person: { name: first.actor } }) };
}

function touchedWords(run: Run, view: AgreementView): string | null {
  if (run.deed !== 'edited') return null;
  const codes = [...new Set(run.entries.flatMap((entry) => entry.terms))];
  const names = codes.map((code) => { const term = view.document.terms.find((candidate) => candidate.id === code); return term === undefined ? code : `${code} ${termName(term)}`; });
  const parts = [...new Set(run.entries.flatMap((entry) => entry.parts))].map((part) => t(`agreements.part-${part}`));
  const all = [...names.slice(0, 4), ...(names.length > 4 ? [t('agreements.andMore', { count: names.length - 4 })] : []), ...parts];
  return [run.entries.length > 1 ? t('agreements.timesChanged', { count: run.entries.length }) : null, all.join(', ')].filter((part) => part !== null && part !== '').join(': ');
}
