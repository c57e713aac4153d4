import type { SampleCalendarName } from './cast.ts';
import type { SampleTime } from './time.ts';

export const samplePriorities = ['P1', 'P2', 'P3', 'P4'] as const;
export type SamplePriority = (typeof samplePriorities)[number];
export type ClockKind = 'response' | 'resolution';

/** Within so many business minutes, for at least so many per cent. */
export type ClockGoal = { readonly minutes: number; readonly percent: number };
export type TargetName = `${ClockKind} ${SamplePriority}` | 'availability';

/** What one service is for one customer: how much comes in, what is agreed, and which months go wrong. */
export type SampleLine = {
  readonly key: 'claims' | 'workplace' | 'warehouse' | 'mail' | 'records' | 'network' | 'harbour';
  readonly customer: string;
  readonly service: string;
  readonly site: string;
  readonly calendar: SampleCalendarName;
  readonly ticketsPerMonth: number;
  /** Share of the priorities, in per cent. */
  readonly mix: Readonly<Record<SamplePriority, number>>;
  readonly response: Partial<Readonly<Record<SamplePriority, ClockGoal>>>;
  readonly resolution: Readonly<Record<SamplePriority, ClockGoal>>;
  /** Agreed availability, in per cent; null: none is agreed. */
  readonly availability: { readonly percent: number; readonly calendar: SampleCalendarName | '24x7' } | null;
  /** Targets that are missed, by month; those of month 0 are only near it. */
  readonly breaches: Readonly<Record<number, readonly TargetName[]>>;
  /** The queue that works on it. */
  readonly group: string;
  /** The letters before its tickets' numbers. */
  readonly prefix: string;
};

const response = { P1: { minutes: 15, percent: 90 }, P2: { minutes: 60, percent: 95 }, P3: { minutes: 240, percent: 95 } } as const;
const resolution = { P1: { minutes: 240, percent: 90 }, P2: { minutes: 480, percent: 90 }, P3: { minutes: 1800, percent: 90 }, P4: { minutes: 3600, percent: 90 } } as const;
const mix = { P1: 5, P2: 20, P3: 50, P4: 25 } as const;

/** The seven lines of the sample, each with its story. */
export function sampleLines({ march }: SampleTime): readonly SampleLine[] {
  return [
    {
      key: 'claims', customer: 'Madeup Mutual', service: 'Claims platform', site: 'Rostock', calendar: 'Berlin office', ticketsPerMonth: 48, mix: { P1: 18, P2: 27, P3: 40, P4: 15 },
      response: { P1: response.P1, P2: response.P2 }, resolution, availability: { percent: 99.9, calendar: '24x7' }, group: 'Claims team', prefix: 'SWI',
      breaches: { [-10]: ['resolution P2'], [-4]: ['resolution P1'], [-2]: ['resolution P1'], [-1]: ['resolution P1'], 0: ['resolution P1'] },
    },
    {
      key: 'workplace', customer: 'Madeup Mutual', service: 'Managed workplace', site: 'Rostock', calendar: 'Berlin office', ticketsPerMonth: 140, mix,
      response: { P2: response.P2, P3: response.P3 }, resolution, availability: null, group: 'Service desk', prefix: 'SWI', breaches: { 0: ['response P3'] },
    },
    {
      key: 'warehouse', customer: 'Fablewick Foods', service: 'Warehouse platform', site: 'Leeds', calendar: 'London support', ticketsPerMonth: 75, mix: { ...mix, P1: 10 },
      response: { P1: response.P1, P2: response.P2, P3: response.P3 }, resolution, availability: { percent: 99.5, calendar: 'London support' }, group: 'Warehouse team', prefix: 'SWI',
      // The migration at the beginning of March: all at once, and a month to recover.
      breaches: { [march]: ['response P2', 'resolution P1', 'resolution P2', 'resolution P3', 'availability'], [march + 1]: ['resolution P2', 'resolution P3'] },
    },
    {
      key: 'mail', customer: 'Fablewick Foods', service: 'Mail and calendar', site: 'Leeds', calendar: 'London support', ticketsPerMonth: 60, mix,
      response: { P2: response.P2 }, resolution, availability: { percent: 99.9, calendar: '24x7' }, group: 'Mail team', prefix: 'FF', breaches: { [-11]: ['resolution P3'], 0: ['availability'] },
    },
    {
      key: 'records', customer: 'Figment Hospitals', service: 'Patient records', site: 'Ward block', calendar: 'Berlin office', ticketsPerMonth: 85, mix: { ...mix, P1: 12 },
      response: { P1: response.P1, P2: response.P2 }, resolution, availability: { percent: 99.95, calendar: '24x7' }, group: 'Records team', prefix: 'SWI',
      // A service that gets better: a second shift in the fourth month, a second site in the seventh.
      breaches: {
        [-12]: ['resolution P1', 'resolution P2', 'resolution P3', 'availability'], [-11]: ['resolution P1', 'resolution P2', 'availability'], [-10]: ['resolution P2', 'resolution P3'], [-9]: ['resolution P2', 'availability'],
        [-8]: ['resolution P2'], [-7]: ['availability'],
      },
    },
    {
      key: 'network', customer: 'Pretend Harbour', service: 'Site network', site: 'Pier 4', calendar: 'New York desk', ticketsPerMonth: 50, mix,
      response: { P2: response.P2 }, resolution, availability: { percent: 99.8, calendar: '24x7' }, group: 'Network team', prefix: 'NET', breaches: { [-6]: ['availability'] },
    },
    {
      key: 'harbour', customer: 'Pretend Harbour', service: 'Managed workplace', site: 'Pier 4', calendar: 'New York desk', ticketsPerMonth: 42, mix,
      response: { P2: response.P2, P3: response.P3 }, resolution, availability: null, group: 'Service desk', prefix: 'SWI', breaches: {},
    },
  ];
}

/** Tickets that may miss a target of so many per cent without breaking it. */
export function allowedMisses(count: number, percent: number): number {
  return Math.floor((count * (100 - percent)) / 100 + 1e-9);
}
