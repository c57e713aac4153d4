import { textWidth } from './text-width.ts';

/** Colours of figures: structure in ink, verdict tones only for verdicts, greys for the rest. */
export const figureColours = { ink: '#17233B', text: '#1C1B19', secondary: '#5E5B54', mid: '#A9A59C', rule: '#E6E4DF', fill: '#F2F1EE', pale: '#C9CDD6', risk: '#9A6200', white: '#FFFFFF' } as const;

/** Letters of figures: 8.5 pt in the text face. */
export const figureSize = 8.5;

export const pointsPerMm = 72 / 25.4;

export type Anchor = 'start' | 'middle' | 'end';

/** A drawing of `width` × `height` points. */
export function svgOf(width: number, height: number, parts: readonly string[], definitions = ''): string {
  const defs = definitions === '' ? '' : `<defs>${definitions}</defs>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${figure(width)}" height="${figure(height)}" viewBox="0 0 ${figure(width)} ${figure(height)}">${defs}${parts.join('')}</svg>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, colour: string, thickness: number): string {
  return `<line x1="${figure(x1)}" y1="${figure(y1)}" x2="${figure(x2)}" y2="${figure(y2)}" stroke="${colour}" stroke-width="${figure(thickness)}"/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, stroke = 'none'): string {
  return `<rect x="${figure(x)}" y="${figure(y)}" width="${figure(Math.max(width, 0))}" height="${figure(height)}" fill="${fill}" stroke="${stroke}" stroke-width="0.6"/>`;
}

export function label(x: number, y: number, text: string, look: { readonly colour?: string; readonly bold?: boolean; readonly anchor?: Anchor; readonly size?: number } = {}): string {
  const weight = look.bold === true ? ' font-weight="bold"' : '';
  return `<text x="${figure(x)}" y="${figure(y)}" font-family="Carlito" font-size="${look.size ?? figureSize}"${weight} fill="${look.colour ?? figureColours.text}" text-anchor="${look.anchor ?? 'start'}">${escaped(text)}</text>`;
}

/** Width of a label in points. */
export function labelWidth(text: string, bold = false, size: number = figureSize): number {
  return textWidth(text, bold ? 'sans-bold' : 'sans', size);
}

function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text that XML can carry, escaped. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
