import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { documentFixture } from '#tests/fixtures/agreement-print.ts';

/** An agreement with every type of term, every kind of duration, period, reopening and rule that the printed document words. */
export function everyTerm(): AgreementDocumentInput {
  const durations = [
    { kind: 'business-hours', seconds: 3600 }, { kind: 'business-hours', seconds: 5400 }, { kind: 'business-hours', seconds: 45 }, { kind: 'elapsed-hours', seconds: 14_400 }, { kind: 'elapsed-hours', seconds: 60 },
    { kind: 'business-days', days: 1 }, { kind: 'business-days', days: 10 }, { kind: 'end-of-business-day', days: 0 }, { kind: 'end-of-business-day', days: 3 }, { kind: 'calendar-days', days: 1 }, { kind: 'calendar-days', days: 5 },
  ] as const;
  const periods = ['calendar-month', 'calendar-quarter', 'calendar-year', 'four-weeks', '4-4-5', { kind: 'month-from-day', day: 15 }, { kind: 'fiscal-quarter', startMonth: 4 }] as const;
  const reopens = [{ policy: 'gap-is-pause' }, { policy: 'gap-counts' }, { policy: 'new-cycle' }, { policy: 'ignore-after', days: 1 }, { policy: 'ignore-after', days: 5 }] as const;
  type Terms = NonNullable<AgreementDocumentInput['terms']>;
  const clocks = durations.map((within, index): Terms[number] => ({
    id: `T-${100 + index}`, type: index % 2 === 0 ? 'response' : 'resolution', priority: 'P1', within, calendar: 'office', atLeastPercent: 90 + index / 4, period: periods[index % periods.length] ?? 'calendar-month', reopen: reopens[index % reopens.length] ?? { policy: 'gap-is-pause' },
    pausesMove: index % 3 !== 0, ...(index % 3 === 1 ? { pauseReasons: ['customer', 'Waiting for parts'] } : {}), belongsTo: (['decided', 'due', 'opened'] as const)[index % 3] ?? 'decided', cycles: (['last', 'any', 'sum'] as const)[index % 3] ?? 'last',
    priorityCounts: (['at-stop', 'first', 'highest'] as const)[index % 3] ?? 'at-stop', onPriorityChange: index % 2 === 0 ? 'retroactive' : 'afresh', stop: (['first-response', 'resolved', 'closed'] as const)[index % 3] ?? 'resolved', maintenanceStopsClock: index % 4 === 0,
    steps: [{ from: '2026-06-01', atLeastPercent: 95, within: { kind: 'business-hours', seconds: 1800 } }], splitBy: (['site', 'group', 'service'] as const)[index % 3] ?? 'site', splitVerdict: index % 2 === 0 ? 'each' : 'overall',
  }));
  const availabilities = periods.map((period, index): Terms[number] => ({
    id: `T-${200 + index}`, type: 'availability', atLeastPercent: 99.5, calendar: index % 2 === 0 ? 'office' : '24x7', period, method: 'outage list', maintenance: { maxMinutesPerPeriod: index, noticeDays: index }, degradationWeight: [0, 0.5, 1][index % 3] ?? 1,
    shortestOutageMinutes: index, wholeMinutes: index % 2 === 0, gapPolicy: (['up', 'down', 'undetermined'] as const)[index % 3] ?? 'up', maintenanceLessensAgreedTime: index % 2 === 0, unplannedInMaintenanceCounts: index % 3 === 0, userWeighted: index % 4 === 0, steps: [{ from: '2026-09-01', atLeastPercent: 99.9 }],
  }));
  const metrics: Terms = (['at-least', 'at-most', 'between'] as const).map((direction, index) => ({ id: `T-${300 + index}`, type: 'metric', name: `Measure ${index}`, unit: ['%', 's', ''][index] ?? '', direction, target: 1.5, ...(direction === 'between' ? { targetTo: 20 } : {}), formula: 'a ÷ b', period: periods[index + 3] ?? 'four-weeks' }));
  const others: Terms = [
    { id: 'T-400', type: 'credit', of: 'T-200', fee: { minor: 123_456_789, currency: 'CHF' }, tiers: [{ below: 99.5, creditPercent: 5 }, { below: 99, creditPercent: 12.5 }], capPercentPerPeriod: 50, capPercentPerYear: 10, claimWithinDays: 1 },
    { id: 'T-401', type: 'exclusion', name: 'Power', condition: 'The grid fails', approval: 'Acme accepts it', capMinutesPerPeriod: 1 },
    { id: 'T-402', type: 'clause', category: 'scope', heading: 'What is in', text: 'Of all:\n- one\n- two\n(c) three\n\nNo more.' },
  ];
  return { ...documentFixture('commands-example'), requirements: [], term: { from: '2026-01-01', to: '2028-12-31' }, review: { everyMonths: 1 }, notice: { days: 1, businessDay: 'next' }, terms: [...clocks, ...availabilities, ...metrics, ...others] };
}
