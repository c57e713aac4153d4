import type { AgreementPrint } from '#shared/agreements/document.ts';
import { agreementDocumentModel } from '#shared/agreements/document.ts';
import type { Block, CellBlock, Figure, Picture, Row } from '#shared/documents/model.ts';
import { rasterHead } from '#shared/documents/raster.ts';
import type { Preview } from '#shared/documents/preview.ts';

/** What the Word file shows, for the screen. */
export function previewOf(print: AgreementPrint): Preview {
  const model = agreementDocumentModel(print);
  return { header: model.header, footer: model.footer.left, accent: model.accent, blocks: model.blocks.map(withFigures) };
}

function withFigures(block: Block): Block {
  if (block.kind !== 'table') return block;
  const { head, rows, ...table } = block;
  return { ...table, ...(head === undefined ? {} : { head: rowWithFigures(head) }), rows: rows.map(rowWithFigures) };
}

function rowWithFigures(row: Row): Row {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((block): CellBlock => (block.kind === 'picture' ? figureOf(block) : block)) })) };
}

/** A picture inside an SVG, fitted into its box from the left as on paper, above its rule where it has one. */
function figureOf(picture: Picture): Figure {
  const { image, widthMm, heightMm, name, alternative, style, ruleBelow } = picture;
  const href = `data:${rasterHead(image)?.mediaType ?? 'image/png'};base64,${Buffer.from(image).toString('base64')}`;
  const lineMm = ruleBelow === undefined ? widthMm : Math.max(widthMm, signatureColumnMm);
  const rule = ruleBelow === undefined ? '' : `<path d="M0 ${heightMm}H${lineMm}" stroke="#17233b" stroke-width="0.3"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lineMm} ${heightMm}"><image href="${href}" width="${widthMm}" height="${heightMm}" preserveAspectRatio="xMinYMax meet"/>${rule}</svg>`;
  return { kind: 'figure', svg, widthMm: lineMm, heightMm, name, alternative, style };
}

/** Width of a signature's column less its padding, millimetres. */
const signatureColumnMm = 72;
