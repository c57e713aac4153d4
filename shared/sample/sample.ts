import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import type { Instant } from '#shared/time/instant.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import { sampleAgreements, type SampleAgreement } from './agreements.ts';
import { sampleCalendars, sampleStart, type SampleCalendarName } from './cast.ts';
import { damagedRows } from './damage.ts';
import { eventLogText, ticketListText, utc, type SampleFile } from './files.ts';
import { sampleLines, type SampleLine } from './lines.ts';
import { outagesText } from './outages.ts';
import { readingsText } from './readings.ts';
import { ticketsOf, type SampleTicket } from './tickets.ts';
import { momentOf, sampleTime, type SampleTime } from './time.ts';

export type Sample = {
  readonly time: SampleTime;
  readonly agreements: readonly SampleAgreement[];
};

/** The seed of the sample that everybody sees. */
export const sampleSeed = 20;

/** What the sample workspace is made of: thirteen months that end at `now`. The same instant and seed give the same sample. */
export function sampleOf(now: Instant): Sample {
  const time = sampleTime(now);
  return { time, agreements: sampleAgreements(time, sampleLines(time)) };
}

/** The files of its desks and monitors, which take longer to make. */
export function sampleFiles({ time }: Sample, seed: number = sampleSeed): readonly SampleFile[] {
  const lines = sampleLines(time);
  const { now } = time;
  const until = time.months.at(-1)?.to ?? time.today;
  const calendars = compiled();
  const tickets = new Map(lines.map((line, index) => [line.key, ticketsOf(time, line, calendars(line.calendar), line.key === 'network' ? time.staleFrom : until, seed + index)]));
  const of = (...keys: readonly SampleLine['key'][]): SampleTicket[] => keys.flatMap((key) => tickets.get(key) ?? []);
  const first = instantText(startOfDay(time.months[0]?.from ?? time.today, sampleStart.zone));
  const last = instantText(now);
  const stale = instantText(startOfDay(time.staleFrom, 'America/New_York'));
  const mail = of('mail');
  const gapFrom = startOfDay(time.gap.from, 'Europe/London');
  const gapTo = startOfDay(time.gap.to, 'Europe/London');
  const common = { zone: 'UTC', customer: null } as const;
  const monitored = lines.filter((line) => line.key !== 'harbour');
  return [
    { ...common, kind: 'tickets', name: 'service-desk.csv', source: 'Samplewell service desk', profile: 'servicenow-event-log', coverage: { from: first, to: last }, text: eventLogText(of('claims', 'workplace', 'warehouse', 'records', 'harbour'), damagedRows(of('claims'))), at: momentOf(time, -1, 1070) },
    { ...common, kind: 'tickets', name: 'network-desk.csv', source: 'Networks desk', profile: 'servicenow-event-log', coverage: { from: first, to: stale }, text: eventLogText(of('network')), at: startOfDay(time.staleFrom, 'America/New_York') + 36_000_000 },
    { ...common, kind: 'tickets', name: 'fablewick-mail-1.csv', source: 'Fablewick mail desk', profile: 'generic-tickets', coverage: { from: first, to: instantText(gapFrom) }, text: ticketListText(mail.filter((ticket) => ticket.closedAt < gapFrom), now), at: gapFrom + 3_600_000 },
    { ...common, kind: 'tickets', name: 'fablewick-mail-2.csv', source: 'Fablewick mail desk', profile: 'generic-tickets', coverage: { from: instantText(gapTo), to: last }, text: ticketListText(mail.filter((ticket) => ticket.openedAt >= gapTo), now), at: momentOf(time, -1, 1075) },
    ...monitored.map((line, index): SampleFile => {
      const isStale = line.key === 'network';
      return {
        ...common, kind: 'outages', name: `monitoring-${line.key}.csv`, source: isStale ? 'Networks monitoring' : 'Samplewell monitoring', profile: 'generic-outages', coverage: { from: first, to: isStale ? stale : last },
        text: outagesText(time, line, calendars(line.availability?.calendar ?? line.calendar), isStale ? time.staleFrom : until, seed + 100 + index), at: isStale ? startOfDay(time.staleFrom, 'America/New_York') + 36_060_000 : momentOf(time, -1, 1080),
      };
    }),
    { ...common, kind: 'metrics', name: 'monthly-report.csv', source: 'Monthly report', profile: 'metric-values', coverage: { from: first, to: instantText(startOfDay(time.months.at(-1)?.from ?? time.today, sampleStart.zone)) }, text: readingsText(time, seed + 200), at: momentOf(time, -1, 1085) },
  ];
}

/** Calendars by name, each compiled once. */
function compiled(): (name: SampleCalendarName | '24x7') => Calendar {
  const known = new Map<string, Calendar>();
  return (name) => {
    const calendar = known.get(name) ?? compileCalendar(name === '24x7' ? '24x7' : sampleCalendars[name], sampleStart.zone);
    known.set(name, calendar);
    return calendar;
  };
}

function instantText(at: Instant): string {
  return `${utc(at).replace(' ', 'T')}Z`;
}
