/** Millimetres in twentieths of a point, the unit of Word: 1 mm = 56.693. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Points in twentieths of a point. */
export function pointTwips(points: number): number {
  return Math.round(points * 20);
}

/** Points in half-points, the unit of a letter's size. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Millimetres in pixels of 96 to the inch, the unit of a picture's size in `docx`. */
export function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}

export const colours = {
  ink: '17233B', text: '1C1B19', secondary: '5E5B54', mid: 'A9A59C', rule: 'E6E4DF', fill: 'F6F5F2', met: '1A7F4B', risk: '9A6200', missed: 'C0362C',
} as const;

/** A4 with its margins; the first 16 mm of the text area are the gutter of references. */
export const page = { width: 210, height: 297, top: 27, bottom: 24, left: 20, right: 20, header: 12, footer: 11, text: 170, gutter: 16 } as const;

/** Calibri and Cambria exist in every Word and have metric twins elsewhere, so pages break alike. */
export const faces = { sans: 'Calibri', serif: 'Cambria', shapes: 'Arial' } as const;
