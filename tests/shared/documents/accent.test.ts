import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourOf, contrast, houseAccent, readableAccent } from '#shared/documents/accent.ts';

describe('the accent of documents', () => {
  it.each([
    ['#1F4FD8', '1F4FD8'],
    [' 0a6b3c ', '0A6B3C'],
    ['#abc', 'AABBCC'],
    ['red', null],
    ['#12345', null],
    ['1F4FD8"/>', null],
    ['', null],
  ])('%j is the colour %s', (text, colour) => {
    expect(colourOf(text)).toBe(colour);
  });

  it.each([[houseAccent], ['0A6B3C'], ['000000']])('stays %s where it can be read', (colour) => {
    expect(readableAccent(colour)).toBe(colour);
  });

  it('is contrast as WCAG counts it', () => {
    expect(contrast('FFFFFF', '000000')).toBeCloseTo(21);
    expect(contrast('777777', 'FFFFFF')).toBeCloseTo(4.48, 2);
  });

  it('can be read as small text on paper and on the fill of callouts, whatever was chosen, and never becomes lighter', () => {
    const colours = fc.integer({ min: 0, max: 0xffffff }).map((number) => number.toString(16).padStart(6, '0').toUpperCase());
    fc.assert(fc.property(colours, (colour) => {
      const printed = readableAccent(colour);
      expect(printed).toMatch(/^[0-9A-F]{6}$/u);
      expect(contrast(printed, 'F6F5F2')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(printed, '000000')).toBeLessThanOrEqual(contrast(colour, '000000') + 1e-9);
    }));
  });
});
