import { describe, expect, it } from 'vitest';
import { evaluateCases } from '#shared/calendar/evaluate.ts';

const office = { tz: 'Europe/Berlin', week: { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']], wed: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] } };

function answer(one: Record<string, unknown>): unknown {
  const [given] = evaluateCases({ about: 'x', cases: [{ id: 'c', calendar: office, ...one }] }).answers;
  return given && 'answer' in given ? given.answer : given && `${given.error.code}: ${given.error.message}`;
}

describe('calendar evaluate', () => {
  it.each([
    ['a date', '2026-01-12', '2026-01-12'],
    ['a local time', '2026-01-12T09:00', '2026-01-12T10:00:00'],
    ['Z', '2026-01-12T08:00:00Z', '2026-01-12T09:00:00Z'],
    ['an offset: the calendar\'s at that instant', '2026-01-12T10:00:00+02:00', '2026-01-12T10:00:00+01:00'],
  ])('the answer has the form of the start: %s', (_name, start, expected) => {
    expect(answer({ op: 'due', start, target_seconds: 3600 })).toBe(expected);
  });

  it.each([
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 0 }, '2026-01-12T09:00:00'],
    [{ op: 'due', start: '2026-01-12T07:00', target_seconds: 0 }, '2026-01-12T08:00:00'],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: -7200 }, '2026-01-09T16:00:00'],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 28800 }, '2026-01-12T17:00:00'],
    [{ op: 'elapsed', start: '2026-01-12T09:00', end: '2026-01-12T12:00', pauses: [['2026-01-12T11:00', '2026-01-13T11:00']] }, 7200],
    [{ op: 'elapsed', start: '2026-01-12T09:00', end: '2026-01-12T09:00' }, 0],
    [{ op: 'is_open', at: '2026-01-12T17:00' }, false],
    [{ op: 'due_working_days', start: '2026-01-12T09:00', working_days: 1, end_of_day: true }, '2026-01-13T17:00:00'],
    [{ op: 'due_working_days', start: '2026-01-17T09:00', working_days: -1 }, '2026-01-15T09:00:00'],
    [{ op: 'due_working_days', start: '2026-01-12', working_days: -1 }, '2026-01-09'],
    [{ op: 'due_working_days_then_pause', start: '2026-01-12T09:00', working_days: 1, pauses: [['2026-01-12T10:00', '2026-01-12T12:00']] }, '2026-01-13T11:00:00'],
    [{ op: 'count_working_days', start: '2026-01-12', end: '2026-01-19' }, 5],
    [{ op: 'count_working_days', start: '2026-01-12', end: '2026-01-19', inclusive_of_end: true }, 6],
    [{ op: 'pause_working_seconds', pauses: [['2026-01-12T16:00', '2026-01-13T09:00'], ['2026-01-12T16:30', '2026-01-12T18:00']] }, 7200],
    [{ op: 'due', start: '2026-01-17T09:00', target_seconds: 3600, calendar: '24x7' }, '2026-01-17T10:00:00'],
  ])('%j answers %j', (one, expected) => {
    expect(answer(one)).toBe(expected);
  });

  it.each([
    [{ op: 'elapsed', start: '2026-01-12T09:00', end: '2026-01-12T08:59' }, 'invalid-input: The end lies before the start.'],
    [{ op: 'due', start: 'x', target_seconds: 1 }, 'invalid-input: "x" is not a date and time.'],
    [{ op: 'due', start: '2026-01-12T09:00' }, 'invalid-input: target_seconds: '],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 1.5 }, 'invalid-input: target_seconds: '],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 60, calendar: { ...office, hollidays: [] } }, 'invalid-input: calendar.hollidays: Unknown property'],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 60, calendar: { ...office, week: { mon: [['08:00', '17:00', '18:00']] } } }, 'invalid-input: calendar.week.mon[0]'],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 60, calendar: { tz: 'UTC', week: {} } }, 'invalid-input: The calendar has no opening'],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 60, calendar: 'Office' }, 'not-found: calendar: there is no calendar "Office".'],
    [{ op: 'due', start: '2026-01-12T09:00', target_seconds: 60, stop: 1 }, 'invalid-input: stop: Unknown property'],
    [{ op: 'guess' }, 'invalid-input: op: '],
    [{ op: 'pause_working_seconds', pauses: [['2026-01-12T16:00', '2026-01-12T15:00']] }, 'invalid-input: pauses[0]'],
  ])('%j is refused for that case alone', (one, expected) => {
    expect(String(answer(one))).toContain(expected);
  });

  it.each([[null], [[]], [{}], [{ cases: {} }], [{ cases: [], more: 1 }]])('%j is no such file', (file) => {
    expect(() => evaluateCases(file)).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('a case without an id, or that is no object, is refused alone', () => {
    expect(evaluateCases({ cases: [{ op: 'is_open', calendar: '24x7', at: '2026-01-01' }, 7, { id: 'c', op: 'is_open', calendar: '24x7', at: '2026-01-01' }] }).answers).toMatchObject([
      { id: null, error: { code: 'invalid-input', message: expect.stringContaining('id: ') } },
      { id: null, error: { code: 'invalid-input' } },
      { id: 'c', answer: true },
    ]);
  });

  it('an empty file has no answers', () => {
    expect(evaluateCases({ cases: [] })).toEqual({ answers: [] });
  });
});
