import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { agreementDocumentModel } from '#shared/agreements/document.ts';
import { textOf, type Block, type CellBlock, type Row } from '#shared/documents/model.ts';
import { renderAgreement } from '#electron/documents/agreement.ts';
import { signedPrint } from '#tests/fixtures/agreement-print.ts';
import { median, type BenchRow } from './row.ts';

const runs = 7;
const mostMs = 500;

/**
 * The signed SLA of 15 pages, from its data to the bytes of the file, against bare `docx` of the same paragraphs and tables. Figures that
 * did not change are kept from the export before, as in the program.
 */
export async function benchWord(): Promise<BenchRow[]> {
  const print = signedPrint();
  const { blocks } = agreementDocumentModel(print);
  const own = await timed(() => renderAgreement(print));
  const bare = await timed(() => bareDocument(blocks));
  return [{ name: 'Word export of an SLA', peer: 'bare docx, same content', value: own, unit: 'ms', ratio: own / bare, limit: `under ${mostMs} ms`, pass: own < mostMs }];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Text and tables without styles, numbering, pictures, contents, seal or layout. */
function bareDocument(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.map((block) => {
    if (block.kind === 'table') return new Table({ rows: [...(block.head === undefined ? [] : [block.head]), ...block.rows].map(bareRow) });
    if (block.kind === 'paragraph') return new Paragraph(textOf(block.content));
    return new Paragraph('title' in block ? block.title : '');
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function bareRow(row: Row): TableRow {
  return new TableRow({ children: row.cells.map((cell) => new TableCell({ columnSpan: cell.span ?? 1, children: cell.blocks.map(bareParagraph) })) });
}

function bareParagraph(block: CellBlock): Paragraph {
  return new Paragraph(block.kind === 'paragraph' ? textOf(block.content) : '');
}
