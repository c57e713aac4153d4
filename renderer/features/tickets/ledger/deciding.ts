import type { HourDue, HourEvent } from '#renderer/ui/charts/deciding-hours.tsx';
import { durationWords, hoursMinutes } from '#shared/format/durations.ts';
import { dayText, timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { withinText } from '../words.ts';
import { endText, type LedgerView } from './view.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * The hours in which the verdict fell: from the counting before the last pause that moved the due time to the stop. Where that is more
 * than a day, the hours around the due time. Null without a due time.
 */
export function decidingSpan(view: LedgerView): readonly [number, number] | null {
  const { due, stop, end, stretches, start } = view;
  if (due === null) return null;
  const decided = Math.min(due, stop ?? due);
  const pause = stretches.findLast((stretch) => stretch.kind !== 'counted' && stretch.kind !== 'outOfHours' && stretch.kind !== 'closure' && stretch.from < decided);
  const before = stretches.findLast((stretch) => stretch.kind === 'counted' && (pause === undefined ? stretch.from < decided : stretch.to <= pause.from));
  const from = Math.max(start - hour / 2, before?.from ?? pause?.from ?? decided - 4 * hour);
  const to = stop === null ? Math.max(due, Math.min(end, due + 4 * hour)) : stop > due ? stop : Math.min(due, stop + 4 * hour);
  const span = [Math.floor(from / hour) * hour, Math.ceil((to + hour / 4) / hour) * hour] as const;
  if (span[1] - span[0] <= day) return span;
  const began = before !== undefined && before.from > decided - 12 * hour ? before.from : decided - 4 * hour;
  return [Math.floor(began / hour) * hour, Math.ceil((Math.min(to, decided + 6 * hour) + hour / 4) / hour) * hour];
}

export function decidingTitle(view: LedgerView, [from, to]: readonly [number, number]): string {
  const { zone } = view;
  if (dayText(from, zone) === dayText(to - 1, zone)) return t('tickets.decidingSpan', { day: dayText(from, zone), from: timeText(from, zone), to: timeText(to, zone) === '00:00' ? '24:00' : timeText(to, zone) });
  return t('tickets.decidingDays', { from: `${dayText(from, zone)}, ${timeText(from, zone)}`, to: endText(to, zone) });
}

export function decidingTicks(view: LedgerView, [from, to]: readonly [number, number]): readonly { readonly at: number; readonly label: string }[] {
  const step = [1, 2, 3, 4, 6].find((hours) => (to - from) / hour / hours <= 8) ?? 6;
  return Array.from({ length: Math.floor((to - from) / hour / step) + 1 }, (_, index) => from + index * step * hour).map((at) => ({ at, label: timeText(at, view.zone) }));
}

/** What the source said in these hours: each change of state, as far as there is room for the words. */
export function decidingEvents(view: LedgerView, [from, to]: readonly [number, number]): readonly HourEvent[] {
  const events: HourEvent[] = [];
  let state = view.answer.events.findLast((event) => event.at < from && event.state !== null)?.state ?? null;
  for (const event of view.answer.events) {
    if (event.at < from || event.at > to || event.state === null || event.state === state) continue;
    state = event.state;
    const last = events.at(-1);
    const made = { at: event.at, label: timeText(event.at, view.zone), second: event.state };
    if (last !== undefined && event.at - last.at < (to - from) * 0.11) events[events.length - 1] = made;
    else events.push(made);
  }
  return events;
}

export function decidingDues(view: LedgerView, [from, to]: readonly [number, number]): readonly HourDue[] {
  const { due, stop, moves, zone } = view;
  if (due === null) return [];
  const dues: HourDue[] = [];
  const earlier = moves.findLast((move) => move.due !== due);
  if (earlier !== undefined && earlier.due >= from && earlier.due < due - (to - from) * 0.2) dues.push({ at: earlier.due, kind: 'earlier', label: t('tickets.dueBefore', { due: timeText(earlier.due, zone) }) });
  const isLate = stop === null ? view.end > due : stop > due;
  const lateTo = Math.min(stop ?? view.end, to);
  const late = isLate && view.answer.toTargetMs !== null ? t('tickets.late', { time: durationWords(view.answer.toTargetMs) }) : null;
  const room = (late?.length ?? 0) * letter * (to - from);
  const fits = to - lateTo >= room ? 'right' : lateTo - due >= room ? 'left' : 'nowhere';
  if (due <= to && due >= from) {
    const own = 'seconds' in view.answer.within ? t('tickets.used', { time: withinText(view.answer.within), due: timeText(due, zone) }) : t('tickets.dueWord', { due: timeText(due, zone) });
    dues.push({ at: due, kind: 'due', leftward: due - from > (to - from) * 0.3, label: late !== null && fits === 'nowhere' ? t('tickets.dueAndLate', { due: own, late }) : own });
  }
  if (late !== null) dues.push({ at: lateTo, kind: 'late', leftward: fits === 'left', label: fits === 'nowhere' && due >= from ? '' : late });
  return dues;
}

/** Part of the width that a letter of a label takes where the window is narrow, with the space beside a label shared out. */
const letter = 0.0088;

export function decidingStretches(view: LedgerView, [from, to]: readonly [number, number]) {
  return view.stretches.filter((stretch) => stretch.to > from && stretch.from < to).map((stretch) => {
    const words = stretch.kind === 'counted' ? hoursMinutes(stretch.ms) : stretch.kind === 'paused' && stretch.to - stretch.from > (to - from) * 0.3 ? t('tickets.pausedWords', { time: hoursMinutes(stretch.ms), reason: stretch.reason === null || stretch.reason === 'closed' ? '' : t('tickets.pausedReason', { reason: stretch.reason }) }) : null;
    return { from: stretch.from, to: stretch.to, kind: stretch.kind, ...(words === null ? {} : { words }) };
  });
}
