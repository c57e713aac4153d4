import { useMemo } from 'react';
import type { LedgerDay } from '#renderer/ui/charts/ledger-days.ts';
import { LedgerStrip, type LedgerMark } from '#renderer/ui/charts/ledger-strip.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { daysOf, type LedgerView } from './view.ts';

/** The ledger day by day, with first due, due and stop. `large` for the whole window, which also marks where it was opened. */
export function DayStrip({ view, large = false, zoomed, lit, onLight }: { view: LedgerView; large?: boolean; zoomed?: readonly [number, number] | null; lit?: number | null; onLight?: (from: number) => void }) {
  const days = useMemo(() => daysOf(view), [view]);
  const stretches = useMemo(() => view.stretches.map(({ from, to, kind, ms, reason }) => ({ from, to, kind, title: `${t(`kit.${kind}`)} ${durationWords(ms)}${reason === null ? '' : `, ${reason}`}` })), [view]);
  const marks = useMemo(() => marksOf(view, days, large), [view, days, large]);
  return (
    <LedgerStrip label={t('tickets.strip')} days={days} stretches={stretches} marks={marks} large={large} hourStep={large ? 2 : 6}
      {...(zoomed === undefined ? {} : { zoomed })} {...(lit === undefined ? {} : { lit })} {...(onLight === undefined ? {} : { onLight })} />
  );
}

function marksOf(view: LedgerView, days: readonly LedgerDay[], large: boolean): readonly LedgerMark[] {
  const { zone, due, stop, moves, start } = view;
  const last = days.at(-1)?.to ?? start;
  const first = moves[0]?.due ?? due;
  const isLate = due !== null && stop !== null && stop > due;
  const marks: LedgerMark[] = [];
  if (large) marks.push({ at: start, kind: 'event', label: t('tickets.openedAt', { time: timeText(start, zone) }), leftward: hourOf(start, zone) > 12 });
  if (first !== null && first !== due && first < last) marks.push({ at: first, kind: 'event', label: t('tickets.firstDue', { time: timeText(first, zone) }), leftward: hourOf(first, zone) > 18 });
  if (due !== null && due < last) marks.push({ at: due, kind: 'due', label: t('tickets.dueAt', { time: timeText(due, zone) }), leftward: stop !== null && stop >= due ? hourOf(due, zone) > 3 : hourOf(due, zone) > 18 });
  if (stop !== null && stop < last) marks.push({ at: stop, kind: isLate ? 'stop' : 'event', label: t(`tickets.stop-${view.answer.stopsWith}`, { time: timeText(stop, zone) }), leftward: !isLate && hourOf(stop, zone) > 18 });
  return marks;
}

function hourOf(at: number, zone: string): number {
  return Number(timeText(at, zone).slice(0, 2));
}
