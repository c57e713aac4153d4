import { describe, expect, it } from 'vitest';
import { sampleFiles, sampleOf } from '#shared/sample/sample.ts';
import { sampleStrip } from '#shared/sample/strip.ts';

const now = Date.UTC(2026, 10, 24, 9);

describe('the sample', () => {
  it('is the same for the same day and seed, and another one for another seed', () => {
    const sample = sampleOf(now);
    expect(sampleFiles(sample)).toEqual(sampleFiles(sampleOf(now)));
    expect(sampleFiles(sample, 1)[0]?.text).not.toBe(sampleFiles(sample, 2)[0]?.text);
  });

  it('has about 6,000 tickets with 30,000 events and 120 outages', () => {
    const files = sampleFiles(sampleOf(now));
    const rows = (kind: string) => files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.text.trimEnd().split('\n').length - 1, 0);
    const keys = new Set(files.filter((file) => file.kind === 'tickets').flatMap((file) => file.text.split('\n').slice(1).map((line) => line.split(',')[0])));
    expect(keys.size).toBeGreaterThan(5500);
    expect(keys.size).toBeLessThan(7000);
    expect(rows('tickets')).toBeGreaterThan(28_000);
    expect(rows('outages')).toBeGreaterThan(100);
    expect(rows('outages')).toBeLessThan(170);
  });

  it.each([Date.UTC(2026, 0, 1, 1), Date.UTC(2026, 2, 15, 12), Date.UTC(2028, 1, 29, 23, 59), now])('ends at the clock that it is given (%d): nothing in it lies ahead', (at) => {
    const sample = sampleOf(at);
    expect(Math.max(...sample.agreements.flatMap(({ deeds }) => deeds.map((deed) => deed.at)), ...sampleFiles(sample).map((file) => file.at))).toBeLessThanOrEqual(at);
    expect(sampleStrip(at).map((row) => row.months.length)).toEqual([13, 13, 13, 13, 13]);
  });
});
