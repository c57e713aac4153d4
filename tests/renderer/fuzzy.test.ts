import { describe, expect, it } from 'vitest';
import { fuzzyScore } from '#renderer/app/fuzzy.ts';

describe('a name is found', () => {
  it.each([
    ['managed', 'Managed workplace'], ['WORK', 'Managed workplace'], ['mw', 'Managed workplace'], ['workplace managed', 'Managed workplace'],
    ['zurich', 'Zürich'], ['müller', 'Muller'], ['kestnr', 'Kestner Optics'], ['kesnter', 'Kestner Optics'], ['kestbner', 'Kestner Optics'], ['0031', 'SLA-2026-0031'], ['', 'Anything'],
  ])('by %s: %s', (typed, name) => expect(fuzzyScore(typed, name)).toBeGreaterThan(0));

  it.each([['xyz', 'Managed workplace'], ['mail', 'Files'], ['managed files', 'Managed workplace'], ['kst', 'Kestner']])('not by %s: %s', (typed, name) => expect(fuzzyScore(typed, name)).toBe(0));

  it('first where it begins with what was typed', () => {
    const names = ['Old mail', 'Mail', 'Email archive'];
    expect(names.toSorted((one, other) => fuzzyScore('mail', other) - fuzzyScore('mail', one))).toEqual(['Mail', 'Old mail', 'Email archive']);
  });

  it('among ten thousand while one types', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `Customer ${index} of the north-western region`);
    const begun = performance.now();
    const found = names.filter((name) => fuzzyScore('customer 4711', name) > 0);
    expect(found).toContain('Customer 4711 of the north-western region');
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
