import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Block, CellBlock, Figure } from '#shared/documents/model.ts';
import type { Pictures } from './paragraph.ts';
import { encodePng } from './png.ts';

const dotsPerInch = 300;

/** Every figure of the document as PNG of 300 dpi, in the bundled face, so that it looks the same everywhere. */
export function drawFigures(blocks: readonly Block[]): Pictures {
  const drawn = new Map<Figure, Uint8Array>();
  for (const figure of blocks.flatMap(figuresOf)) drawn.set(figure, drawSvg(figure.svg, figure.widthMm));
  return drawn;
}

function drawSvg(svg: string, widthMm: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * dotsPerInch) },
    background: '#FFFFFF',
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Carlito' },
  });
  const { width, height, pixels } = image.render();
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

/** Beside this file; beside the bundle when built. */
function fontFiles(): string[] {
  found ??= ['Carlito-Regular.ttf', 'Carlito-Bold.ttf'].map((name) => {
    const file = [join(import.meta.dirname, 'fonts', name), join(import.meta.dirname, '..', 'fonts', name), join(import.meta.dirname, '..', '..', 'electron', 'documents', 'fonts', name)].find((path) => existsSync(path));
    if (file === undefined) throw new Error(`The face ${name} of the figures is missing.`);
    return file;
  });
  return found;
}
