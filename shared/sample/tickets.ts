import type { Calendar } from '#shared/calendar/calendar.ts';
import type { Instant } from '#shared/time/instant.ts';
import { startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import { arrivals } from './arrivals.ts';
import { allowedMisses, samplePriorities, type SampleLine, type SamplePriority, type TargetName } from './lines.ts';
import { chanceOf, type Chance } from './random.ts';
import type { SampleTime } from './time.ts';
import { titlesOf } from './titles.ts';

/** What happened to a ticket, in the words of the desk that kept it. */
export type SampleEvent = { readonly at: Instant; readonly state: string; readonly priority: SamplePriority; readonly group: string };

export type SampleTicket = {
  readonly line: SampleLine;
  readonly key: string;
  readonly title: string;
  readonly openedAt: Instant;
  readonly respondedAt: Instant;
  readonly resolvedAt: Instant;
  readonly closedAt: Instant;
  readonly priority: SamplePriority;
  /** Paused, or resolved for a while, in minutes of the calendar. */
  readonly holdMinutes: number;
  /** Everything up to today, in order. */
  readonly events: readonly SampleEvent[];
};

/** The tickets of one line between the first month and `until`, in the order in which they were opened. */
export function ticketsOf(time: SampleTime, line: SampleLine, calendar: Calendar, until: PlainDate, seed: number): SampleTicket[] {
  const chance = chanceOf(seed);
  const mix = samplePriorities.map((item) => ({ item, weight: line.mix[item] }));
  let number = 0;
  return time.months.flatMap((month) => {
    const end = month.to < until ? month.to : until;
    const opened = arrivals(chance, calendar, month.from, end, line.ticketsPerMonth).filter((at) => at < time.now);
    const priorities = opened.map(() => chance.weighed(mix, 'P3'));
    const missing = missesOf(chance, line, month.offset, { opened, priorities }, startOfDay(month.from, calendar.zone));
    return opened.map((openedAt, index) => {
      number += 1;
      const priority = priorities[index] ?? 'P3';
      const misses = { response: missing.get(`response ${priority}`)?.has(index) === true, resolution: missing.get(`resolution ${priority}`)?.has(index) === true };
      return ticketOf(chance, calendar, time.now, { line, openedAt, priority, misses, key: `${line.prefix}-${line.key.slice(0, 2).toUpperCase()}${String(number).padStart(5, '0')}` });
    });
  });
}

type Batch = { readonly opened: readonly Instant[]; readonly priorities: readonly SamplePriority[] };

/**
 * Which tickets of a month miss which target: beyond what is allowed where the story says so, well within it elsewhere. They are opened
 * in the middle of the month, so that they are decided in it.
 */
function missesOf(chance: Chance, line: SampleLine, offset: number, batch: Batch, monthStart: Instant): Map<TargetName, ReadonlySet<number>> {
  const missing = new Map<TargetName, ReadonlySet<number>>();
  for (const priority of samplePriorities) {
    const own = batch.priorities.flatMap((one, index) => (one === priority ? [index] : []));
    const inMiddle = own.filter((index) => isInMiddle((batch.opened[index] ?? 0) - monthStart));
    for (const kind of ['response', 'resolution'] as const) {
      const goal = line[kind][priority];
      if (goal === undefined) continue;
      const name: TargetName = `${kind} ${priority}`;
      const allowed = allowedMisses(own.length, goal.percent);
      const isBroken = line.breaches[offset]?.includes(name) === true;
      const count = !isBroken ? Math.floor(allowed * chance.between(0.1, 0.75)) : offset === 0 ? Math.max(1, allowed) : allowed + 1 + Math.floor(own.length * chance.between(0.02, 0.12));
      missing.set(name, new Set(chance.some(inMiddle, count)));
    }
  }
  return missing;
}

const dayMs = 86_400_000;

function isInMiddle(sinceMonthStart: number): boolean {
  return sinceMonthStart > 1.5 * dayMs && sinceMonthStart < 19 * dayMs;
}

type Order = { readonly line: SampleLine; readonly openedAt: Instant; readonly priority: SamplePriority; readonly misses: { readonly response: boolean; readonly resolution: boolean }; readonly key: string };


/** One life: opened, answered, perhaps handed on, perhaps waiting for somebody, resolved, perhaps opened again, closed. */
function ticketOf(chance: Chance, calendar: Calendar, now: Instant, { line, openedAt, priority, misses, key }: Order): SampleTicket {
  const after = (from: Instant, minutes: number) => calendar.add(from, Math.round(minutes * 60) * 1000);
  const toResolve = line.resolution[priority].minutes;
  const toRespond = line.response[priority]?.minutes ?? Math.min(480, toResolve / 4);
  const answering = toRespond * (misses.response ? chance.between(1.1, 1.9) : 0.06 + 0.72 * chance.next() ** 1.6);
  const working = misses.resolution ? toResolve * chance.between(1.08, 1.9) : Math.min(toResolve * 0.94, Math.max(answering + toResolve * 0.04, toResolve * (0.08 + 0.78 * chance.next() ** 1.4)));
  const respondedAt = after(openedAt, answering);
  const isRaised = priority === 'P2' && chance.next() < 0.12;
  const first = isRaised ? 'P3' : priority;
  const events: SampleEvent[] = [{ at: openedAt, state: 'New', priority: first, group: 'Service desk' }, { at: respondedAt, state: 'In Progress', priority: first, group: 'Service desk' }];
  const left = working - answering;
  let at = respondedAt;
  let worked = 0;
  const go = (share: number): Instant => {
    at = after(at, left * (share - worked));
    worked = share;
    return at;
  };
  if (chance.next() < 0.62 || isRaised) events.push({ at: go(0.2), state: 'In Progress', priority, group: line.group });
  const group = events.at(-1)?.group ?? line.group;
  let holdMinutes = 0;
  const waits = priority === 'P1' ? 0.18 : 0.42;
  if (chance.next() < waits) {
    const reason = chance.weighed([{ item: 'Awaiting User Info', weight: 7 }, { item: 'Awaiting Vendor', weight: 2 }, { item: 'Awaiting Change', weight: 1 }], 'Awaiting User Info');
    events.push({ at: go(0.45), state: reason, priority, group });
    holdMinutes = priority === 'P1' ? chance.between(20, 180) : chance.between(60, 1400);
    at = after(at, holdMinutes);
    events.push({ at, state: 'In Progress', priority, group });
  }
  if (chance.next() < 0.35) events.push({ at: go(0.7), state: 'In Progress', priority, group });
  let resolvedAt = at;
  if (chance.next() < 0.05) {
    events.push({ at: go(0.85), state: 'Resolved', priority, group });
    const rest = chance.between(90, 900);
    holdMinutes += rest;
    at = after(at, rest);
    events.push({ at, state: 'In Progress', priority, group });
  }
  resolvedAt = go(1);
  events.push({ at: resolvedAt, state: 'Resolved', priority, group });
  const closedAt = after(resolvedAt, chance.between(900, 3600));
  events.push({ at: closedAt, state: 'Closed', priority, group });
  return { line, key, title: chance.pick(titlesOf[line.service] ?? [line.service]), openedAt, respondedAt, resolvedAt, closedAt, priority, holdMinutes: Math.round(holdMinutes), events: inOrder(events).filter((event) => event.at <= now) };
}

/** No two changes of a ticket stand at the same second. */
function inOrder(events: readonly SampleEvent[]): SampleEvent[] {
  let before = -Infinity;
  return events.map((event) => {
    before = Math.max(event.at, before + 1000);
    return { ...event, at: before };
  });
}
