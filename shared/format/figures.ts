import { MINUS, NARROW_SPACE } from './spaces.ts';

/** A count with thousands commas: 44669 → "44,669". */
export function countText(count: number): string {
  return `${count < 0 ? MINUS : ''}${String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** Numerator of denominator: "12 of 14", "44,669 of 44,700". */
export function ofText(numerator: number, denominator: number): string {
  return `${countText(numerator)} of ${countText(denominator)}`;
}

/**
 * A share as a percentage, from exact integers, rounded half up once to `decimals`: (12, 14, 1) → "85.7 %" with a narrow
 * no-break space. Without events there is no percentage: null.
 */
export function percentText(numerator: number, denominator: number, decimals = 1): string | null {
  const figure = percentFigure(numerator, denominator, decimals);
  return figure === null ? null : `${figure}${NARROW_SPACE}%`;
}

/** The figure of `percentText` alone, for a column whose head carries the unit. */
export function percentFigure(numerator: number, denominator: number, decimals = 1): string | null {
  if (denominator <= 0) return null;
  const scale = 10n ** BigInt(decimals);
  const scaled = (BigInt(numerator) * 200n * scale + BigInt(denominator)) / (BigInt(denominator) * 2n);
  const whole = scaled / scale;
  return decimals === 0 ? String(whole) : `${whole}.${String(scaled % scale).padStart(decimals, '0')}`;
}

/** A percentage as it was written, never rounded: 99.95 → "99.95 %", 90 → "90 %"; `decimals` is the least number shown. */
export function writtenPercentText(percent: number, decimals = 0): string {
  const [whole = '0', fraction = ''] = String(percent).split('.');
  const shown = fraction.padEnd(decimals, '0');
  return `${whole}${shown === '' ? '' : `.${shown}`}${NARROW_SPACE}%`;
}

/** An interval of two shares 0 to 1: (0.6006, 0.9599) → "60.1 to 96.0 %". */
export function intervalText(low: number, high: number, decimals = 1): string {
  return `${fixed(low * 100, decimals)} to ${fixed(high * 100, decimals)}${NARROW_SPACE}%`;
}

/** The size of a file: 412_345 → "412 kB", 2_100_000 → "2.1 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NARROW_SPACE}B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 9.95 && unit > 0 ? value.toFixed(1) : String(Math.round(value))}${NARROW_SPACE}${units[unit] ?? ''}`;
}

function fixed(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  return (Math.floor(value * scale + 0.5 + 1e-9) / scale).toFixed(decimals);
}
