import type { Calendar } from '#shared/calendar/calendar.ts';
import { csvText } from '#shared/format/csv.ts';
import { startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import { utc } from './files.ts';
import type { SampleLine } from './lines.ts';
import { chanceOf, type Chance } from './random.ts';
import type { SampleTime } from './time.ts';

type Outage = { readonly from: number; readonly to: number; readonly planned: boolean; readonly reason: string };

const reasons = ['Database full', 'Certificate had run out', 'Switch restarted', 'Storage answered slowly', 'Faulty release taken back', 'Power supply failed', 'Line of the carrier cut', 'Too many connections'] as const;
const minuteMs = 60_000;

/** Outages and approved maintenance of one line's service in the hours of `calendar`, as its monitor exports them. */
export function outagesText(time: SampleTime, line: SampleLine, calendar: Calendar, until: PlainDate, seed: number): string {
  const chance = chanceOf(seed);
  const rows = outagesOf(chance, time, line, calendar, until).map((outage, index) => [
    `${line.key}-${index + 1}`, line.service, utc(outage.from), utc(outage.to), outage.planned ? 'planned' : 'outage', outage.reason, outage.planned ? 'Toni Placeholder' : '',
  ]);
  return csvText([['id', 'service', 'start', 'end', 'type', 'reason', 'approved_by'], ...rows]);
}

function outagesOf(chance: Chance, time: SampleTime, line: SampleLine, calendar: Calendar, until: PlainDate): Outage[] {
  const end = Math.min(time.now, startOfDay(until, calendar.zone));
  return time.months.flatMap((month): Outage[] => {
    const [from, to] = [startOfDay(month.from, calendar.zone), Math.min(end, startOfDay(month.to, calendar.zone))];
    if (to - from < 3 * 86_400_000) return [];
    const budget = (calendar.elapsed(from, startOfDay(month.to, calendar.zone)) / minuteMs) * ((100 - (line.availability?.percent ?? 99.5)) / 100);
    const isBroken = line.breaches[month.offset]?.includes('availability') === true;
    const down = budget * (isBroken ? (month.offset === 0 ? 0.87 : chance.between(1.25, 2.1)) : chance.between(0.08, 0.55));
    const count = chance.whole(1, isBroken ? 3 : 2);
    const outages = Array.from({ length: count }, (_, index): Outage => {
      const slot = (to - from) / count;
      const start = calendar.nextOpening(Math.round((from + slot * (index + chance.between(0.1, 0.7))) / minuteMs) * minuteMs);
      return { from: start, to: calendar.add(start, Math.max(1, Math.round((down / count) * 60)) * 1000), planned: false, reason: chance.pick(reasons) };
    });
    const works = chance.next() < 0.3 ? [maintenanceOf(chance, from, to)] : [];
    return [...outages, ...works].filter((outage) => outage.to <= to);
  });
}

/** Two hours in the small hours of a Sunday. */
function maintenanceOf(chance: Chance, from: number, to: number): Outage {
  const day = Math.floor(chance.between(from, to - 86_400_000) / 86_400_000) * 86_400_000;
  const sunday = day - ((new Date(day).getUTCDay() + 7) % 7) * 86_400_000;
  const start = Math.max(from, sunday) + 3 * 3_600_000;
  return { from: start, to: start + 2 * 3_600_000, planned: true, reason: 'Regular maintenance' };
}
