import { expect, it } from 'vitest';
import { describeWeek } from '#shared/calendar/describe.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';

it.each<[CalendarDefinition['week'], string]>([
  [{ mon: [['08:00', '17:00']], tue: [['08:00', '17:00']], wed: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] }, 'Mon–Fri 08:00–17:00'],
  [{ mon: [['08:00', '12:00'], ['13:00', '17:00']], tue: [['08:00', '12:00'], ['13:00', '17:00']], wed: [['08:00', '15:00']] }, 'Mon, Tue 08:00–12:00 and 13:00–17:00, Wed 08:00–15:00'],
  [{ sat: [['22:00', '06:00']], sun: [['22:00', '30:00']] }, 'Sat, Sun 22:00–06:00'],
  [{ mon: [['08:00', '12:00'], ['11:00', '14:00']] }, 'Mon 08:00–14:00'],
  [Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '12:00'], ['12:00', '24:00']]])), '24×7'],
  [{}, 'closed'],
])('%j reads %s', (week, expected) => {
  expect(describeWeek({ tz: 'UTC', week })).toBe(expected);
});
