import type { LedgerDay } from '#renderer/ui/charts/ledger-days.ts';
import type { TimeClass } from '#renderer/ui/charts/time-class.tsx';
import type { TicketLedger } from '#shared/compliance/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { dayText, instantText, localDate, timeText } from '#shared/format/instants.ts';
import { ledgerClasses } from '#shared/ledger/model.ts';
import { addDays, startOfDay } from '#shared/time/plain-date.ts';
import { classOf } from '../words.ts';

export type Stretch = {
  readonly from: number; readonly to: number; readonly kind: TimeClass; readonly reason: string | null; readonly rule: string; readonly state: string | null; readonly team: string | null; readonly ms: number;
  /** Counted from the start to the end of the stretch. */
  readonly countedSoFar: number;
};
export type DueStep = { readonly cause: TicketLedger['ledger']['dueMoves'][number]['cause']; readonly reason: string | null; readonly addedMs: number; readonly from: number; readonly due: number };

/** A ledger with its times as instants, for drawing. */
export type LedgerView = {
  readonly answer: TicketLedger;
  readonly zone: string;
  readonly start: number;
  readonly stop: number | null;
  /** The stop, or as of. */
  readonly end: number;
  /** None for a ticket that is left out. */
  readonly due: number | null;
  readonly stretches: readonly Stretch[];
  readonly moves: readonly DueStep[];
  readonly totals: readonly { readonly kind: TimeClass; readonly milliseconds: number }[];
  readonly wallMs: number;
};

export function ledgerView(answer: TicketLedger): LedgerView {
  const { ledger, zone } = answer;
  const start = Date.parse(ledger.start);
  let counted = 0;
  const stretches = ledger.stretches.map((stretch): Stretch => {
    counted += stretch.class === 'counted' ? stretch.ms : 0;
    return { from: Date.parse(stretch.from), to: Date.parse(stretch.to), kind: classOf(stretch.class), reason: stretch.reason, rule: stretch.rule, state: stretch.state, team: stretch.team, ms: stretch.ms, countedSoFar: counted };
  });
  const stop = ledger.stop === null ? null : Date.parse(ledger.stop);
  return {
    answer, zone, start, stop, stretches,
    end: stretches.at(-1)?.to ?? stop ?? start,
    due: ledger.due === null || ledger.verdict === 'excluded' ? null : Date.parse(ledger.due),
    moves: ledger.dueMoves.map((move) => ({ cause: move.cause, reason: move.reason, addedMs: move.addedMs, from: Date.parse(move.from), due: Date.parse(move.due) })),
    totals: ledgerClasses.toReversed().flatMap((kind) => {
      const milliseconds = ledger.sums[kind] ?? 0;
      return milliseconds > 0 || kind === 'counted' ? [{ kind: classOf(kind), milliseconds }] : [];
    }),
    wallMs: ledger.sums['wall'] ?? 0,
  };
}

/** The calendar days from the start to the end, each with its own length. */
export function daysOf(view: LedgerView): readonly LedgerDay[] {
  const days: LedgerDay[] = [];
  let date = localDate(view.start, view.zone);
  let from = startOfDay(date, view.zone);
  while (days.length < 4000 && (days.length === 0 || from < view.end)) {
    const next = addDays(date, 1);
    const to = startOfDay(next, view.zone);
    days.push({ from, to, label: dateText(date, { weekday: true, year: false }) });
    date = next;
    from = to;
  }
  return days;
}

/** From the start to the end; with the years where they differ, and the clocks' names where they are asked for. */
export function spanWords(view: LedgerView, withClock: boolean): { readonly from: string; readonly to: string } {
  const { start, end, zone } = view;
  const year = localDate(start, zone).slice(0, 4) !== localDate(end, zone).slice(0, 4);
  const clock = (at: number): string => (withClock && !year ? ` ${zoneWord(at, zone)}` : '');
  return { from: `${instantText(start, zone, { year })}${clock(start)}`, to: `${year ? instantText(end, zone, { year }) : endText(end, zone)}${clock(end)}` };
}

/** "Wed 21 Oct, 22:04", a time of midnight that ends a day as 24:00 of it. */
export function endText(at: number, zone: string): string {
  return timeText(at, zone) === '00:00' ? `${dayText(at - 1, zone)}, 24:00` : `${dayText(at, zone)}, ${timeText(at, zone)}`;
}

const clockNames = new Map<string, Intl.DateTimeFormat>();

/** The short name of a zone's clock at an instant: "BST", "GMT", "CET". */
function zoneWord(at: number, zone: string): string {
  const format = clockNames.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
  clockNames.set(zone, format);
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
