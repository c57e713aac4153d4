import { agreementDocumentSchema, type AgreementDocument } from '#shared/agreements/model.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';

/** Everything in here is made up, names included. */
export const sampleNames = { provider: 'Example IT', customer: 'Sample Harbour', us: 'Ann Example' } as const;

const weekday: [string, string][] = [['08:00', '18:00']];
export const sampleCalendar: CalendarDefinition = {
  tz: 'Europe/Berlin',
  week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
  closures: [
    { kind: 'date', from: '2026-04-03', to: '2026-04-03', label: 'Good Friday' },
    { kind: 'date', from: '2026-04-06', to: '2026-04-06', label: 'Easter Monday' },
    { kind: 'yearly', from: '01-01', to: '01-01', label: 'New Year’s Day' },
    { kind: 'yearly', from: '05-01', to: '05-01', label: 'Labour Day' },
    { kind: 'yearly', from: '12-25', to: '12-26', label: 'Christmas' },
  ],
};

const clock = { pauseReasons: ['customer'], period: 'calendar-month', source: 'service desk export' };

/** An SLA of a made-up provider with a made-up customer, complete but for what `without` leaves out. */
export function sampleAgreement(title: string, services: readonly string[], without: readonly string[] = []): AgreementDocument {
  const clauses = [
    ['purpose', 'Business outcome', 'It serves one outcome of the customer’s business: ships leave the quay on the tide for which they are booked.'],
    ['scope', 'Scope', 'The agreement covers the workplaces of all offices at the harbour.'],
    ['exclusions', 'Outside the service', 'Private devices and home networks are not part of the service.'],
    ['definitions', 'Incident', 'An incident is an unplanned interruption of a service, or a loss of its quality.'],
    ['reporting', 'Monthly report', 'The provider sends a report by the end of the 5th business day of each calendar month: all targets with numbers and intervals.'],
    ['workload-limits', 'Tickets', 'The targets are built for at most 120 tickets opened per calendar month.'],
    ['customer-duties', 'Access', 'The customer gives access to a site within 2 hours for a priority 1 incident.'],
    ['provider-duties', 'Updates', 'The provider installs critical security updates within 5 business days of their release.'],
    ['maintenance', 'Regular maintenance', 'Regular maintenance takes place on Sundays between 06:00 and 12:00.'],
    ['escalation', 'Escalation', 'A priority 1 incident that is open for 2 hours goes to the escalation contacts of both parties.'],
    ['remedies', 'Remedies', 'The provider names cause and correction of every missed target in the next review.'],
    ['changes', 'Changes', 'Either party may propose a change with its reason. The other answers by the end of the 10th business day.'],
    ['security-and-continuity', 'Personal data', 'The provider processes personal data for this service in the European Union only.'],
  ];
  const targets = [
    { type: 'response', priority: 'P1', within: { kind: 'elapsed-hours', seconds: 1800 }, atLeastPercent: 90, period: clock.period, source: clock.source },
    { type: 'response', priority: 'P2', within: { kind: 'business-hours', seconds: 3600 }, calendar: 'office', atLeastPercent: 95, period: clock.period, source: clock.source },
    { type: 'resolution', priority: 'P1', within: { kind: 'business-hours', seconds: 14_400 }, calendar: 'office', atLeastPercent: 90, ...clock },
    { type: 'resolution', priority: 'P2', within: { kind: 'business-hours', seconds: 28_800 }, calendar: 'office', atLeastPercent: 90, ...clock },
    { type: 'resolution', priority: 'P3', within: { kind: 'end-of-business-day', days: 3 }, calendar: 'office', atLeastPercent: 90, ...clock },
    { type: 'resolution', priority: 'P4', within: { kind: 'business-days', days: 10 }, calendar: 'office', atLeastPercent: 90, ...clock },
    { type: 'availability', service: services[0], atLeastPercent: 99.9, calendar: 'office', period: 'calendar-month', method: 'one sign-in check every 60 seconds', source: 'monitoring export', maintenance: { maxMinutesPerPeriod: 240, noticeDays: 5 } },
  ];
  const terms = [...targets, ...clauses.filter(([category = '']) => !without.includes(category)).map(([category, heading, text]) => ({ type: 'clause', category, heading, text }))];
  const { provider, customer, us } = sampleNames;
  return agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title, language: 'en', zone: 'Europe/Berlin', currency: 'EUR',
    parties: [{ side: 'provider', organisation: provider }, { side: 'customer', organisation: customer }],
    services: services.map((service) => ({ service })),
    people: [
      { name: us, organisation: provider, role: 'service-level-manager' },
      { name: 'Bo Sample', organisation: provider, role: 'signatory' },
      { name: 'Bo Sample', organisation: provider, role: 'approver' },
      { name: 'Cleo Placeholder', organisation: provider, role: 'escalation' },
      { name: 'Dan Demo', organisation: customer, role: 'signatory' },
      { name: 'Dan Demo', organisation: customer, role: 'sponsor' },
      { name: 'Eve Specimen', organisation: customer, role: 'contact' },
    ],
    term: { from: '2027-01-01', to: '2028-12-31' },
    notice: { months: 6, businessDay: 'preceding' },
    renewal: { kind: 'automatic', months: 12 },
    review: { everyMonths: 6 },
    calendars: { office: sampleCalendar },
    serviceHours: 'office',
    priorities: [
      { id: 'P1', name: 'Critical', definition: 'A site or more than 50 users cannot work and there is no workaround.', values: ['1 - Critical'] },
      { id: 'P2', name: 'High', definition: 'Between 5 and 50 users cannot work.', values: ['2 - High'] },
      { id: 'P3', name: 'Moderate', definition: 'Fewer than 5 users cannot work, or work is slower.', values: ['3 - Moderate'] },
      { id: 'P4', name: 'Low', definition: 'Nobody is held up today.', values: ['4 - Low'] },
    ],
    terms: terms.map((term, index) => ({ id: `T-${String(index + 1).padStart(3, '0')}`, ...term })),
  });
}
