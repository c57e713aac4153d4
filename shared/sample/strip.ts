import type { Instant } from '#shared/time/instant.ts';
import { sampleLines } from './lines.ts';
import { areBackupsMissed } from './readings.ts';
import { sampleTime } from './time.ts';

export type StripMonth = { readonly month: string; readonly state: 'met' | 'missed' | 'partly' | 'notMeasured' | 'open' | 'risk'; readonly missed: number };

/** Lines that the sample has agreements in force about, with the month in which the newest of them began. */
const shown: Readonly<Record<string, number>> = { claims: -12, warehouse: -12, mail: -12, records: -12, network: -8 };

/** The day of the month from which on enough is decided that a target can be near its limit. */
const nearFrom = 20;

/** The story of the sample as a strip, told before it is made: one line for each service, thirteen months that end at `now`. */
export function sampleStrip(now: Instant): readonly { readonly service: string; readonly months: readonly StripMonth[] }[] {
  const time = sampleTime(now);
  const isIn = (date: string, from: string, to: string): boolean => date >= from && date < to;
  return sampleLines(time).filter((line) => shown[line.key] !== undefined).map((line) => ({
    service: line.service,
    months: time.months.map(({ offset, from, to }): StripMonth => {
      const missed = (line.breaches[offset]?.length ?? 0) + (line.key === 'records' && areBackupsMissed(offset) ? 1 : 0);
      const month = from.slice(0, 7);
      const isStale = line.key === 'network' && from > time.staleFrom;
      if (offset < (shown[line.key] ?? 0) || isStale) return { month, state: 'notMeasured', missed: 0 };
      if (offset === 0) return { month, state: missed > 0 && Number(time.today.slice(8)) >= nearFrom ? 'risk' : 'open', missed: 0 };
      const isPartly = (line.key === 'mail' && isIn(time.gap.from, from, to)) || (line.key === 'network' && isIn(time.staleFrom, from, to));
      return { month, state: missed > 0 ? 'missed' : isPartly ? 'partly' : 'met', missed };
    }),
  }));
}
