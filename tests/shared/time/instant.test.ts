import { describe, expect, it } from 'vitest';
import { formatInstant, formatInstantAs, parseInstant, parseWrittenInstant } from '#shared/time/instant.ts';

describe('reading instants', () => {
  it.each([
    ['2026-01-12T13:00:00+01:00', undefined, '2026-01-12T12:00:00.000Z'],
    ['2026-01-12T12:00Z', undefined, '2026-01-12T12:00:00.000Z'],
    ['2026-01-12T12:00:30.5Z', undefined, '2026-01-12T12:00:30.500Z'],
    ['2026-01-12T09:00-0330', undefined, '2026-01-12T12:30:00.000Z'],
    ['2026-01-12T13:00', 'Europe/Berlin', '2026-01-12T12:00:00.000Z'],
    ['2026-01-12', 'Europe/Berlin', '2026-01-11T23:00:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['0099-12-31T00:00Z', undefined, '0099-12-31T00:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(new Date(parseInstant(text, zone)).toISOString()).toBe(expected);
  });

  it.each(['', 'x', '2026-02-30', '2026-13-01T00:00Z', '2026-01-12T24:00Z', '2026-01-12T12:60Z', '2026-01-12 12:00Z', '12.01.2026', '2026-01-12T12Z', '2026-01-12Z', '2025-02-29'])('%j is no instant', (text) => {
    expect(() => parseInstant(text, 'UTC')).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('a local time without a zone is refused', () => {
    expect(() => parseInstant('2026-01-12T13:00')).toThrowError(/no offset/);
  });
});

describe('writing instants', () => {
  it.each([
    ['2026-01-12T12:00:00Z', 'Europe/Berlin', '2026-01-12T13:00:00+01:00'],
    ['2026-01-12T12:00:00.250Z', 'UTC', '2026-01-12T12:00:00.250+00:00'],
    ['2026-01-12T12:00:00Z', 'America/St_Johns', '2026-01-12T08:30:00-03:30'],
    ['1890-01-01T00:00:00Z', 'Europe/Berlin', '1890-01-01T00:53:28+00:53:28'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(formatInstant(parseInstant(text), zone)).toBe(expected);
  });

  it.each([
    ['2026-03-28T12:00', '2026-03-28T12:00:00'],
    ['2026-03-28', '2026-03-28'],
    ['2026-03-28T12:00:00Z', '2026-03-28T12:00:00Z'],
    ['2026-03-28T12:00:00+05:00', '2026-03-28T08:00:00+01:00'],
  ])('an answer to %s takes its form: %s', (text, expected) => {
    const { at, form } = parseWrittenInstant(text, 'Europe/Berlin');
    expect(formatInstantAs(form, at, 'Europe/Berlin')).toBe(expected);
  });
});
