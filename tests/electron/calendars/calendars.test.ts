import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ensureCalendarVersion } from '#db/calendars/commands.ts';
import { calendarDefinitionOf } from '#db/calendars/queries.ts';
import { compileCalendar } from '#shared/calendar/calendar.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { normalisedDefinition } from '#shared/calendar/normalise.ts';
import { anyCalendar } from '#tests/fixtures/calendars.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

const office: CalendarDefinition = {
  tz: 'Europe/Zurich',
  week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '18:00']]])),
};
const day = Date.parse('2026-03-29T00:00Z') / 86_400_000;

describe('definitions in the workspace', () => {
  it('come back as they went in, for every calendar: in their one way to write them, and with the same open time', () => {
    const { core } = openTestCore();
    let count = 0;
    fc.assert(fc.property(anyCalendar('Europe/Berlin', day), (definition) => {
      count += 1;
      const { store } = core.context;
      const versionId = store.write({ command: 'test' }, (tx) => ensureCalendarVersion(tx, `Calendar ${count}`, definition));
      const stored = store.read((reader) => calendarDefinitionOf(reader, versionId));
      expect(stored).toEqual(normalisedDefinition(definition));
      expect(normalisedDefinition(stored)).toEqual(stored);
      const [from, to] = [(day - 30) * 86_400_000, (day + 400) * 86_400_000];
      expect(compileCalendar(stored).elapsed(from, to)).toBe(compileCalendar(definition).elapsed(from, to));
    }), { numRuns: 60 });
  });

  it('keep what rows must not lose: special days without hours, breaks over midnight and beyond a day, words of closures', () => {
    const { core } = openTestCore();
    const definition: CalendarDefinition = {
      ...office,
      special_days: { '2026-05-02': [], '2026-05-03': [['22:00', '06:00']] },
      holidays: ['2026-08-01'],
      holidays_every_year: ['12-25'],
      breaks_on_date: { '2026-06-01': [['22:00', '30:00'], ['02:00', '28:00']] },
      closures: [{ kind: 'yearly', from: '12-24', to: '01-02', label: 'Company holidays' }, { kind: 'range', from: '2026-07-01', to: '2026-07-03', fromTime: '12:00', toTime: '13:00' }],
    };
    const { store } = core.context;
    const versionId = store.write({ command: 'test' }, (tx) => ensureCalendarVersion(tx, 'Office', definition));
    expect(store.read((reader) => calendarDefinitionOf(reader, versionId))).toEqual({
      ...definition,
      breaks_on_date: { '2026-06-01': [['02:00', '24:00'], ['22:00', '06:00']], '2026-06-02': [['00:00', '04:00']] },
      closures: [{ kind: 'yearly', from: '12-24', to: '01-02', label: 'Company holidays' }, { kind: 'range', from: '2026-07-01', to: '2026-07-03', fromTime: '12:00', toTime: '13:00' }],
    });
  });

  it('equal content of a name uses its version, other content becomes the next, and the first is untouched', () => {
    const { core } = openTestCore();
    const { store } = core.context;
    const ensure = (definition: CalendarDefinition): string => store.write({ command: 'test' }, (tx) => ensureCalendarVersion(tx, 'Office', definition));
    const first = ensure({ ...office, holidays: ['2026-01-01'] });
    expect(ensure({ ...office, closures: [{ kind: 'range', from: '2026-01-01', to: '2026-01-01' }] })).toBe(first);
    const second = ensure({ ...office, holidays: ['2026-01-01', '2026-08-01'] });
    expect(second).not.toBe(first);
    expect(store.read((reader) => calendarDefinitionOf(reader, first)).holidays).toEqual(['2026-01-01']);
    expect(ensure({ ...office, holidays: ['2026-01-01'] })).toBe(first);
    const third = ensure({ ...office, holidays: ['2026-01-01', '2026-08-01'], tz: 'Europe/Berlin' });
    expect(store.read((reader) => calendarDefinitionOf(reader, third)).tz).toBe('Europe/Berlin');
  });
});

describe('calls', () => {
  it('create answers id and version; show gives the definition, lists and versions', async () => {
    const { client } = openTestCore();
    const created = await client.calendars.create({ name: 'Office hours Zürich', ...office, holidays: ['2027-01-01'] });
    expect(created).toMatchObject({ version: 1 });
    expect(await client.calendars.create({ name: 'office hours zürich', ...office, holidays: ['2027-01-01'] })).toEqual(created);
    expect(await client.calendars.create({ name: 'Office hours Zürich', ...office })).toMatchObject({ id: created.id, version: 2 });
    const shown = await client.calendars.show({ id: 'Office hours Zürich', version: 1 });
    expect(shown).toMatchObject({ hours: 'Mon–Fri 08:00–18:00', definition: { holidays: ['2027-01-01'] }, lists: [{ applied: 1 }] });
    expect(shown.versions.map((version) => version.version)).toEqual([2, 1]);
    expect(await client.calendars.list()).toMatchObject([{ name: 'Office hours Zürich', version: 2, proposed: 0 }]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no openings', { name: 'Empty', tz: 'UTC', week: {} }, 'week'],
    ['an unknown property', { name: 'Odd', tz: 'UTC', week: {}, hollidays: [] }, 'hollidays'],
    ['an unknown zone', { name: 'Odd', tz: 'Mars/Base', week: {} }, 'tz'],
    ['the name of the built-in one', { name: '24x7', ...office }, 'name'],
    ['a bad time', { name: 'Odd', tz: 'UTC', week: { mon: [['8', '17:00']] } }, 'week.mon[0][0]'],
  ])('refuses %s with its path', async (_, input, path) => {
    const { client } = openTestCore();
    await expect(client.calendars.create(input as Parameters<typeof client.calendars.create>[0])).rejects.toMatchObject({ code: 'invalid-input', data: { details: [{ path }] } });
  });

  it('hours change in place, a taken name is a conflict, a used calendar stays', async () => {
    const { client } = openTestCore();
    const { id } = await client.calendars.create({ name: 'Office', ...office });
    expect(await client.calendars.change({ id, name: 'Desk', hours: { ...office, tz: 'Europe/Berlin', special_days: { '2026-12-24': [['08:00', '12:00']] } } })).toEqual({ id, version: 1 });
    expect((await client.calendars.show({ id: 'Desk' })).definition).toMatchObject({ tz: 'Europe/Berlin', special_days: { '2026-12-24': [['08:00', '12:00']] } });
    await client.calendars.create({ name: 'Other', ...office });
    await expect(client.calendars.change({ id, name: 'Other' })).rejects.toMatchObject({ code: 'conflict' });
    await client.sites.create({ organisation: 'Kestner Optics', name: 'Zürich', calendar: 'Desk' });
    await expect(client.calendars.remove({ id })).rejects.toMatchObject({ code: 'rule-violated' });
    expect(await client.calendars.remove({ id: 'Other' })).toEqual({ removed: true });
    await expect(client.calendars.show({ id: 'Other' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('closures', () => {
  it('of a country wait for a decision; observances are entered as ignored; the same import adds nothing and undoes no decision', async () => {
    const { client } = openTestCore();
    const { id } = await client.calendars.create({ name: 'Office', ...office });
    const imported = await client.closures.importHolidays({ calendar: id, country: 'CH', region: 'ZH', years: [2027] });
    expect(imported.added).toBe(imported.read);
    expect((await client.calendars.year({ id, year: 2027 })).businessDays).toBe(261);
    const { closures } = await client.closures.list({ calendar: id, year: 2027 });
    expect(closures.find((one) => one.closure.label === 'Maundy Thursday')).toMatchObject({ state: 'rejected', observance: 'observance', closesMs: 36_000_000 });
    expect(closures.find((one) => one.closure.label === 'Easter Sunday')).toMatchObject({ closesMs: 0 });
    const proposed = closures.filter((one) => one.state === 'proposed').map((one) => one.id);
    await client.closures.decide({ ids: proposed, state: 'applied' });
    const year = await client.calendars.year({ id, year: 2027, from: '2027-11-24' });
    expect(year.businessDays).toBe(256);
    expect(year.openMs).toBe(2555 * 3_600_000);
    expect(year.days).toHaveLength(365);
    expect(year.days.filter((kind) => kind === 'open')).toHaveLength(256);
    expect(year.monthsOpenMs.reduce((sum, ms) => sum + ms, 0)).toBe(year.openMs);
    expect(year.clockChanges).toEqual([{ date: '2027-03-28', minutes: 60, isInHours: false }, { date: '2027-10-31', minutes: -60, isInHours: false }]);
    expect(await client.closures.importHolidays({ calendar: id, country: 'CH', region: 'ZH', years: [2027] })).toMatchObject({ added: 0, unchanged: imported.read });
    expect((await client.calendars.year({ id, year: 2027 })).businessDays).toBe(256);
    expect((await client.calendars.show({ id })).lists).toMatchObject([{ name: 'Office', country: 'CH', region: 'ZH', proposed: 0 }]);
  });

  it('of an .ics file wait for a decision, each alone can be rejected', async () => {
    const { client } = openTestCore();
    const { id } = await client.calendars.create({ name: 'Office', ...office });
    const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'SUMMARY:Works outing', 'DTSTART;VALUE=DATE:20270610', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:b', 'DTSTART;VALUE=DATE:20270611', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(await client.closures.importIcs({ calendar: id, text, fromYear: 2027, toYear: 2027 })).toMatchObject({ read: 2, added: 2, skipped: [] });
    const { closures } = await client.closures.list({ calendar: id, year: 2027 });
    const [first, second] = closures;
    await client.closures.decide({ ids: [first?.id ?? ''], state: 'applied' });
    await client.closures.decide({ ids: [second?.id ?? ''], state: 'rejected' });
    expect((await client.calendars.show({ id })).definition.closures).toEqual([{ kind: 'date', from: '2027-06-10', to: '2027-06-10', label: 'Works outing' }]);
    await expect(client.closures.importIcs({ calendar: id, text: 'nothing', fromYear: 2027, toYear: 2027 })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('made by hand apply at once, change and go', async () => {
    const { client } = openTestCore();
    const { id } = await client.calendars.create({ name: 'Office', ...office });
    const { id: closure } = await client.closures.add({ calendar: id, closure: { kind: 'yearly', from: '12-24', to: '01-02', label: 'Company holidays' } });
    expect((await client.calendars.show({ id })).definition.closures).toHaveLength(1);
    await client.closures.change({ id: closure, closure: { kind: 'date', from: '2027-09-13', to: '2027-09-13', fromTime: '13:00' } });
    expect((await client.closures.list({ calendar: id, year: 2027 })).closures).toMatchObject([{ dates: ['2027-09-13'], closesMs: 5 * 3_600_000 }]);
    expect(await client.closures.remove({ ids: [closure] })).toEqual({ removed: 1 });
    await expect(client.closures.remove({ ids: [closure] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a sealed version stay: an edit goes to the next version, with a copy of the list', async () => {
    const { client, core } = openTestCore();
    const { id } = await client.calendars.create({ name: 'Office', ...office, holidays: ['2027-01-01'] });
    core.context.store.write({ command: 'test' }, (tx) => tx.run('UPDATE calendar_versions SET sealed_at = 1'));
    const [before] = (await client.closures.list({ calendar: id, year: 2027 })).closures;
    await client.closures.change({ id: before?.id ?? '', closure: { kind: 'date', from: '2027-01-04', to: '2027-01-04' } });
    await client.closures.add({ calendar: id, closure: { kind: 'date', from: '2027-01-05', to: '2027-01-05' } });
    expect((await client.calendars.show({ id })).definition.holidays).toEqual(['2027-01-04', '2027-01-05']);
    expect((await client.calendars.show({ id })).version).toBe(2);
    expect((await client.calendars.show({ id, version: 1 })).definition.holidays).toEqual(['2027-01-01']);
    expect(await client.calendars.change({ id, hours: { ...office, tz: 'UTC' } })).toMatchObject({ version: 2 });
    expect(() => core.context.store.write({ command: 'test' }, (tx) => tx.run("DELETE FROM closures WHERE from_day = '2027-01-01'"))).toThrowError(/sealed/);
    expect(() => core.context.store.write({ command: 'test' }, (tx) => tx.run("UPDATE closures SET to_day = '2027-01-02', kind = 'range' WHERE from_day = '2027-01-01'"))).toThrowError(/sealed/);
  });

  it('countries and regions are listed', async () => {
    const { client } = openTestCore();
    expect((await client.closures.countries()).length).toBeGreaterThan(150);
    expect(await client.closures.regions({ country: 'CH' })).toContainEqual(expect.objectContaining({ code: 'ZH' }));
  });
});
