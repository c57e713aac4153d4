import type { PersonRole } from '#shared/agreements/model.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';

/** Who is in the sample. Every name says that it is made up. */
export const sampleStart = { organisation: 'Samplewell IT', person: 'Robin Sample', zone: 'Europe/Berlin' } as const;

export const sampleOrganisations = [
  { name: 'Samplewell Networks', ours: true, zone: 'America/New_York' },
  { name: 'Madeup Mutual', ours: false, zone: 'Europe/Berlin' },
  { name: 'Fablewick Foods', ours: false, zone: 'Europe/London' },
  { name: 'Figment Hospitals', ours: false, zone: 'Europe/Berlin' },
  { name: 'Pretend Harbour', ours: false, zone: 'America/New_York' },
] as const;

export const samplePeople = [
  { name: 'Toni Placeholder', organisation: 'Samplewell IT', jobTitle: 'Service owner' },
  { name: 'Ines Mustermann', organisation: 'Samplewell IT', jobTitle: 'Head of services' },
  { name: 'Kim Mockup', organisation: 'Samplewell IT', jobTitle: 'Service desk manager' },
  { name: 'Lou Dummy', organisation: 'Samplewell Networks', jobTitle: 'Network manager' },
  { name: 'Greta Fable', organisation: 'Madeup Mutual', jobTitle: 'Head of claims' },
  { name: 'Paul Fairytale', organisation: 'Madeup Mutual', jobTitle: 'IT coordinator' },
  { name: 'Owen Notreal', organisation: 'Fablewick Foods', jobTitle: 'Operations director' },
  { name: 'Mina Legend', organisation: 'Figment Hospitals', jobTitle: 'Chief information officer' },
  { name: 'Jules Fiction', organisation: 'Pretend Harbour', jobTitle: 'Harbour master' },
] as const;

export const sampleSites = [
  { organisation: 'Madeup Mutual', name: 'Rostock', zone: 'Europe/Berlin', calendar: 'Berlin office' },
  { organisation: 'Fablewick Foods', name: 'Leeds', zone: 'Europe/London', calendar: 'London support' },
  { organisation: 'Figment Hospitals', name: 'Ward block', zone: 'Europe/Berlin', calendar: 'Berlin office' },
  { organisation: 'Pretend Harbour', name: 'Pier 4', zone: 'America/New_York', calendar: 'New York desk' },
] as const;

export const sampleServices = [
  { name: 'Claims platform', owner: 'Toni Placeholder', description: 'Takes in, checks and pays claims.' },
  { name: 'Managed workplace', owner: 'Kim Mockup', description: 'Laptops, accounts and printing, with a service desk.' },
  { name: 'Warehouse platform', owner: 'Toni Placeholder', description: 'Orders, stock and shipping.' },
  { name: 'Mail and calendar', owner: 'Kim Mockup', description: 'Mailboxes, calendars and mail protection.' },
  { name: 'Patient records', owner: 'Toni Placeholder', description: 'The records that every ward reads and writes.' },
  { name: 'Site network', owner: 'Lou Dummy', description: 'Wired and wireless network of a site.' },
] as const;

/** What people do for a whole organisation, beside their roles in agreements. */
export const sampleRoles: readonly { readonly person: string; readonly role: PersonRole; readonly side: 'provider' | 'customer'; readonly organisation: string }[] = [
  { person: 'Robin Sample', role: 'service-level-manager', side: 'provider', organisation: 'Samplewell IT' },
  { person: 'Robin Sample', role: 'relationship-manager', side: 'provider', organisation: 'Samplewell IT' },
  { person: 'Kim Mockup', role: 'service-desk-manager', side: 'provider', organisation: 'Samplewell IT' },
  { person: 'Lou Dummy', role: 'service-level-manager', side: 'provider', organisation: 'Samplewell Networks' },
];

function weekdays(...ranges: [string, string][]): CalendarDefinition['week'] {
  return { mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges };
}

function yearly(day: string, label: string) {
  return { kind: 'yearly' as const, from: day, to: day, label };
}

/** Calendars in three zones, by name. */
export const sampleCalendars: Readonly<Record<'Berlin office' | 'London support' | 'New York desk', CalendarDefinition>> = {
  'Berlin office': {
    tz: 'Europe/Berlin',
    week: weekdays(['08:00', '18:00']),
    closures: [yearly('01-01', 'New Year’s Day'), yearly('05-01', 'Labour Day'), yearly('10-03', 'German Unity Day'), { kind: 'yearly', from: '12-25', to: '12-26', label: 'Christmas' }, { kind: 'yearly', from: '12-24', to: '12-24', fromTime: '12:00', toTime: '24:00', label: 'Christmas Eve' }],
  },
  'London support': {
    tz: 'Europe/London',
    week: { ...weekdays(['07:00', '19:00']), sat: [['09:00', '13:00']] },
    closures: [yearly('01-01', 'New Year’s Day'), { kind: 'yearly', from: '12-25', to: '12-26', label: 'Christmas and Boxing Day' }],
  },
  'New York desk': {
    tz: 'America/New_York',
    week: weekdays(['08:00', '12:00'], ['13:00', '17:00']),
    closures: [yearly('01-01', 'New Year’s Day'), yearly('07-04', 'Independence Day'), yearly('12-25', 'Christmas Day')],
  },
};
export type SampleCalendarName = keyof typeof sampleCalendars;
