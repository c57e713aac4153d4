import { csvText } from '#shared/format/csv.ts';
import { addDays } from '#shared/time/plain-date.ts';
import { chanceOf } from './random.ts';
import type { SampleTime } from './time.ts';

export const firstContact = { name: 'First-contact resolution', unit: '%', target: 70, service: 'Managed workplace', customer: 'Madeup Mutual' } as const;
export const backups = { name: 'Backups that succeeded', unit: '%', target: 99, service: 'Patient records', customer: 'Figment Hospitals' } as const;

/** The months before the second backup system: too many backups fail. */
export function areBackupsMissed(offset: number): boolean {
  return offset < -8;
}

/** Values of the two metrics, one for each whole month. */
export function readingsText(time: SampleTime, seed: number): string {
  const chance = chanceOf(seed);
  const rows = time.months.filter((month) => month.offset < 0).flatMap((month) => {
    const last = addDays(month.to, -1);
    const calls = chance.whole(280, 360);
    const solved = Math.round(calls * (month.offset === -6 ? 0.672 : chance.between(0.715, 0.79)));
    const runs = chance.whole(880, 930);
    const good = runs - (areBackupsMissed(month.offset) ? chance.whole(11, 16) : chance.whole(0, 6));
    return [
      [firstContact.name, month.from, last, ((solved / calls) * 100).toFixed(2), '%', solved, calls, firstContact.service, firstContact.customer],
      [backups.name, month.from, last, ((good / runs) * 100).toFixed(2), '%', good, runs, backups.service, backups.customer],
    ];
  });
  return csvText([['metric', 'from', 'to', 'value', 'unit', 'numerator', 'denominator', 'service', 'customer'], ...rows]);
}
