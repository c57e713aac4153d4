/** The accent of a document where its organisation has chosen none: identifiers, section numbers, the day that matters. */
export const houseAccent = '1F4FD8';

/** Six hexadecimal digits, as a person types or picks a colour; null where it is none. `#` and the short form are understood. */
export function colourOf(text: string): string | null {
  const digits = text.trim().replace(/^#/u, '').toUpperCase();
  if (/^[0-9A-F]{6}$/u.test(digits)) return digits;
  return /^[0-9A-F]{3}$/u.test(digits) ? [...digits].map((digit) => digit + digit).join('') : null;
}

/** The contrast that small text needs (WCAG 2.2, 1.4.3), and the darkest ground that accents stand on: the fill of callouts. */
const leastContrast = 4.5;
const ground = 'F6F5F2';

/** The colour itself where it can be read as small text on paper, else the nearest darker one of the same hue that can. */
export function readableAccent(colour: string): string {
  for (let share = 100; share > 0; share -= 1) {
    const darker = channels(colour).map((channel) => Math.round((channel * share) / 100).toString(16).padStart(2, '0')).join('').toUpperCase();
    if (contrast(darker, ground) >= leastContrast) return darker;
  }
  return '000000';
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
