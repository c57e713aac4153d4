import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

const week = { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']] } satisfies Record<string, [string, string][]>;
const christmas = { kind: 'yearly' as const, from: '12-24', to: '12-26', label: 'Christmas' };

async function office({ client }: CaseWorld): Promise<string> {
  return (await client.calendars.create({ name: 'Office', tz: 'Europe/Berlin', week })).id;
}

/** Calendars and their closures. */
export const calendarsCases: CallCases = {
  'calendars.list': async (world) => {
    await office(world);
    expect(await world.client.calendars.list()).toMatchObject([{ name: 'Office', zone: 'Europe/Berlin', version: 1 }]);
  },
  'calendars.show': async (world) => {
    const id = await office(world);
    expect(await world.client.calendars.show({ id })).toMatchObject({ name: 'Office', definition: { tz: 'Europe/Berlin' } });
  },
  'calendars.create': async (world) => {
    const id = await office(world);
    expect(await world.client.calendars.create({ name: 'Office', tz: 'Europe/Berlin', week })).toEqual({ id, version: 1 });
    const wrong: unknown = await world.client.calendars.create({ name: 'Moon', tz: 'Moon/Sea', week }).catch((error: unknown) => error);
    expect(refusalOf(wrong)).toMatchObject({ code: 'invalid-input', details: [{ path: 'tz' }] });
  },
  'calendars.change': async (world) => {
    const id = await office(world);
    await world.client.calendars.change({ id, name: 'Desk' });
    expect(await world.client.calendars.show({ id })).toMatchObject({ name: 'Desk' });
  },
  'calendars.remove': async (world) => {
    const id = await office(world);
    expect(await world.client.calendars.remove({ id })).toEqual({ removed: true });
  },
  'calendars.year': async (world) => {
    const id = await office(world);
    const year = await world.client.calendars.year({ id, year: 2027 });
    expect(year.days).toHaveLength(365);
    expect(year.businessDays).toBe(104);
  },
  'closures.list': async (world) => {
    const calendar = await office(world);
    await world.client.closures.add({ calendar, closure: christmas });
    const { closures } = await world.client.closures.list({ calendar, year: 2026 });
    expect(closures).toMatchObject([{ closure: christmas, state: 'applied', dates: ['2026-12-24', '2026-12-25', '2026-12-26'] }]);
  },
  'closures.add': async (world) => {
    const calendar = await office(world);
    const none: unknown = await world.client.closures.add({ calendar: 'none', closure: christmas }).catch((error: unknown) => error);
    expect(refusalOf(none)).toMatchObject({ code: 'not-found' });
    expect((await world.client.closures.add({ calendar, closure: christmas })).id).not.toBe('');
  },
  'closures.change': async (world) => {
    const calendar = await office(world);
    const { id } = await world.client.closures.add({ calendar, closure: christmas });
    await world.client.closures.change({ id, closure: { ...christmas, label: 'Feast' } });
    expect((await world.client.closures.list({ calendar, year: 2026 })).closures).toMatchObject([{ closure: { label: 'Feast' } }]);
  },
  'closures.remove': async (world) => {
    const calendar = await office(world);
    const { id } = await world.client.closures.add({ calendar, closure: christmas });
    expect(await world.client.closures.remove({ ids: [id] })).toEqual({ removed: 1 });
  },
  'closures.decide': async (world) => {
    const calendar = await office(world);
    const { id } = await world.client.closures.add({ calendar, closure: christmas });
    expect(await world.client.closures.decide({ ids: [id], state: 'rejected' })).toEqual({ decided: 1 });
  },
  'closures.importHolidays': async (world) => {
    const calendar = await office(world);
    const imported = await world.client.closures.importHolidays({ calendar, country: 'DE', region: 'BE', years: [2027] });
    expect(imported.added).toBeGreaterThan(8);
    expect(imported.added).toBe(imported.read);
  },
  'closures.importIcs': async (world) => {
    const calendar = await office(world);
    const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'SUMMARY:Works outing', 'DTSTART;VALUE=DATE:20270610', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(await world.client.closures.importIcs({ calendar, text, fromYear: 2027, toYear: 2027 })).toMatchObject({ read: 1, added: 1 });
  },
  'closures.countries': async ({ client }) => {
    expect(await client.closures.countries()).toContainEqual({ code: 'DE', name: expect.stringMatching(/^(Germany|Deutschland)$/) });
  },
  'closures.regions': async ({ client }) => {
    expect((await client.closures.regions({ country: 'DE' })).map((region) => region.code)).toContain('BE');
  },
};
