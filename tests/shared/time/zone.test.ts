import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isZone, zoneOf } from '#shared/time/zone.ts';
import { clockChangingZones } from '#tests/fixtures/zones.ts';

describe('zones as plain numbers', () => {
  it('every wall-clock reading becomes the instant that Temporal\'s compatible rule gives', () => {
    fc.assert(fc.property(fc.constantFrom(...clockChangingZones), fc.integer({ min: Date.UTC(1995, 0, 1) / 60_000, max: Date.UTC(2045, 0, 1) / 60_000 }), (zone, minute) => {
      expect(zoneOf(zone).toInstant(minute * 60_000)).toBe(byTemporal(minute * 60_000, zone));
    }), { numRuns: 2000 });
  });

  it('readings within three hours of a clock change too', () => {
    fc.assert(fc.property(fc.constantFrom(...clockChangingZones), fc.nat({ max: 60 }), fc.integer({ min: -180, max: 180 }), (zone, pick, minutes) => {
      const changes = zoneOf(zone).changes(Date.UTC(2000, 0, 1), Date.UTC(2031, 0, 1));
      const change = changes[pick % Math.max(1, changes.length)] ?? 0;
      const local = zoneOf(zone).toLocal(change) + minutes * 60_000;
      expect(zoneOf(zone).toInstant(local)).toBe(byTemporal(local, zone));
      expect(zoneOf(zone).offsetAt(change + minutes * 60_000)).toBe(Temporal.Instant.fromEpochMilliseconds(change + minutes * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6);
    }), { numRuns: 1000 });
  });

  it.each(['Mars/Olympus', '', '+01:00', 'Europe', '2026-01-01T00:00Z[UTC]', '../etc', 'Europe/Berlin '])('%j is no zone', (name) => {
    expect(isZone(name)).toBe(false);
    expect(() => zoneOf(name)).toThrowError(/no time zone/);
  });

  it.each(['Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is a zone', (name) => {
    expect(isZone(name)).toBe(true);
  });
});

function byTemporal(local: number, zone: string): number {
  return Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1)).toZonedDateTime(zone).epochMilliseconds;
}
