import { compileCalendar } from '#shared/calendar/calendar.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { formatInstant, parseInstant, type Instant } from '#shared/time/instant.ts';

/** What a made-up log is made of. Dates are in the calendar's zone, half-open. */
export type SampleLog = { readonly calendar: CalendarDefinition; readonly from: string; readonly to: string; readonly services: readonly string[]; readonly seed: number };

type Priority = { readonly value: string; readonly share: number; /** Open hours that are usual until it is resolved. */ readonly hours: number };

const hourMs = 3_600_000;
const priorities: readonly Priority[] = [
  { value: '1 - Critical', share: 0.09, hours: 2.2 },
  { value: '2 - High', share: 0.24, hours: 4.6 },
  { value: '3 - Moderate', share: 0.52, hours: 14 },
  { value: '4 - Low', share: 0.15, hours: 38 },
];
const titles = ['Cannot sign in', 'Printer does not answer', 'Mail arrives late', 'Screen stays dark', 'Shared folder is gone', 'Slow after the update', 'Telephone without sound', 'Scanner sends no mail', 'Map does not load', 'Password has expired'];
const groups = ['Service desk', 'Workplace team', 'Mail team'];
const heads = ['number', 'short_description', 'incident_state', 'priority', 'opened_at', 'sys_updated_at', 'sys_mod_count', 'resolved_at', 'closed_at', 'assignment_group', 'business_service'];

/** A year of made-up tickets as a ServiceNow event log: arrivals in open hours, some of them waiting for the user, all of it from one seed. */
export function sampleTicketLog(log: SampleLog): string {
  const random = randomFrom(log.seed);
  const calendar = compileCalendar(log.calendar);
  const zone = log.calendar.tz;
  const lines = [heads.join(',')];
  let number = 100_001;
  const end = parseInstant(`${log.to}T00:00`, zone);
  for (let at = calendar.nextOpening(parseInstant(`${log.from}T00:00`, zone)); at < end; at = calendar.add(at, Math.round((0.6 + random() * 6.8) * hourMs))) {
    lines.push(...ticketLines(`INC${number}`, Math.floor(at / 60_000) * 60_000));
    number += 1;
  }
  return `${lines.join('\n')}\n`;

  function ticketLines(key: string, opened: Instant): string[] {
    const priority = drawn(random());
    const title = pick(titles);
    const service = pick(log.services);
    const minutes = (of: number): number => Math.round(of) * 60_000;
    const answered = calendar.add(opened, minutes(2 + random() * random() * 45));
    // Skewed: most are well within, a few take much longer.
    const work = minutes(60 * priority.hours * (0.15 + 1.1 * random() + 1.8 * random() ** 9));
    const waits = random() < 0.33;
    const asked = calendar.add(answered, minutes((work / 60_000) * 0.4));
    const told = waits ? calendar.add(asked, minutes(60 * (1 + random() * 14))) : asked;
    const resolved = calendar.add(told, work - minutes((work / 60_000) * 0.4));
    const closed = calendar.add(resolved, 24 * hourMs);
    const steps: readonly (readonly [string, Instant])[] = [['New', opened], ['Active', answered], ...(waits ? ([['Awaiting User Info', asked], ['Active', told]] as const) : []), ['Resolved', resolved], ['Closed', closed]];
    const group = pick(groups);
    return steps.map(([state, at], count) => [key, title, state, priority.value, local(opened), local(at), count, local(resolved), local(closed), count === 0 ? 'Service desk' : group, service].join(','));
  }

  function pick(from: readonly string[]): string {
    return from[Math.floor(random() * from.length)] ?? '';
  }

  function local(at: Instant): string {
    return formatInstant(at, zone).slice(0, 19).replace('T', ' ');
  }
}

function drawn(chance: number): Priority {
  let left = chance;
  for (const priority of priorities) {
    if (left < priority.share) return priority;
    left -= priority.share;
  }
  return { value: '3 - Moderate', share: 0, hours: 14 };
}

/** The same numbers in [0, 1) for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
