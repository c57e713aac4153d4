/**
 * Place of a share on the nines axis, 0 to 1: equal steps for 90, 99, 99.9 %; 100 % stands at the end behind a gap.
 * `least` is where the axis begins.
 */
export function ninesPlace(share: number, least = 0.6, most = 0.9999): number {
  if (share >= 1) return 1;
  const distance = (value: number): number => -Math.log10(1 - value);
  const place = ((distance(Math.max(least, share)) - distance(least)) / (distance(most) - distance(least))) * 0.94;
  return Math.min(0.96, Math.max(0, place));
}

/** Rounded to a tenth of a pixel, so that pictures stay small. */
export function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}
