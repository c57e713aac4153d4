/**
 * A number as people type it, in whatever country: "99,9", "99.95", "1,250", "1 250", "1'250", "1.250,00", "1,250.00", "−4". Null when it is
 * none, or has more than `decimals`.
 *
 * Of two different signs the last is the decimal one; one that comes twice groups thousands. A single comma before exactly three figures
 * groups ("1,250"), as the screens write; a single point is the decimal one, unless so many decimals cannot be meant.
 */
export function parseNumberText(text: string, decimals = 0): number | null {
  const plain = text.replace(/[\s\u202f\u00a0'’]/gu, '').replace(/^[−–]/u, '-');
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/u.exec(plain);
  if (match === null) return null;
  const [, sign = '', figures = ''] = match;
  const decimal = decimalSign(figures, decimals);
  const [whole = '', fraction = '', more] = decimal === null ? [figures] : figures.split(decimal);
  if (more !== undefined || !/^\d*$/u.test(fraction) || fraction.length > decimals) return null;
  if (!/^(?:\d*|\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3})$/u.test(whole)) return null;
  return Number(`${sign}${whole.replace(/[.,]/gu, '')}.${fraction === '' ? '0' : fraction}`);
}

function decimalSign(figures: string, decimals: number): '.' | ',' | null {
  const [points, commas] = [figures.split('.').length - 1, figures.split(',').length - 1];
  if (points > 0 && commas > 0) return figures.lastIndexOf('.') > figures.lastIndexOf(',') ? '.' : ',';
  if (points + commas !== 1) return null;
  const sign = points === 1 ? '.' : ',';
  const groups = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(figures);
  return groups && (sign === ',' || decimals < 3) ? null : sign;
}
