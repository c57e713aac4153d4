import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Block, CellBlock, Figure } from '#shared/documents/model.ts';
import type { Pictures } from './paragraph.ts';
import { encodePng } from './png.ts';

const dotsPerInch = 300;

/** Every figure of the document as PNG of 300 dpi, in the bundled face, so that it looks the same everywhere. Drawn side by side. */
export async function drawFigures(blocks: readonly Block[]): Promise<Pictures> {
  const figures = blocks.flatMap(figuresOf);
  const drawn = await Promise.all(figures.map(async (figure): Promise<[Figure, Uint8Array]> => [figure, await drawSvg(figure.svg, figure.widthMm)]));
  return new Map(drawn);
}

const keptMost = 24;
const kept = new Map<string, Promise<Uint8Array>>();

/** The same drawing gives the same picture: the last ones are kept, because an agreement is printed again and again. */
function drawSvg(svg: string, widthMm: number): Promise<Uint8Array> {
  const key = `${widthMm} ${svg}`;
  const picture = kept.get(key) ?? rasterise(svg, widthMm);
  kept.delete(key);
  kept.set(key, picture);
  for (const [oldest] of kept) {
    if (kept.size <= keptMost) break;
    kept.delete(oldest);
  }
  picture.catch(() => kept.delete(key));
  return picture;
}

async function rasterise(svg: string, widthMm: number): Promise<Uint8Array> {
  const { width, height, pixels } = await renderAsync(svg, {
    background: '#FFFFFF',
    fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * dotsPerInch) },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Carlito' },
  });
  return encodePng({ width, height, pixels }, dotsPerInch);
}

function figuresOf(block: Block): Figure[] {
  if (block.kind === 'figure') return [block];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.filter(isFigure)));
}

function isFigure(block: CellBlock): block is Figure {
  return block.kind === 'figure';
}

let found: string[] | undefined;

/** Beside this file; beside the bundle when built. In the packaged program they lie unpacked beside the archive, which the renderer of figures cannot read. */
function fontFiles(): string[] {
  found ??= ['Carlito-Regular.ttf', 'Carlito-Bold.ttf'].map((name) => {
    const file = [join(import.meta.dirname, 'fonts', name), join(import.meta.dirname, '..', 'fonts', name), join(import.meta.dirname, '..', '..', 'electron', 'documents', 'fonts', name)].find((path) => existsSync(path));
    if (file === undefined) throw new Error(`The face ${name} of the figures is missing.`);
    return file.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');
  });
  return found;
}
