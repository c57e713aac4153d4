import { beforeAll, describe, expect, it } from 'vitest';
import type { AgreementPrint } from '#shared/agreements/document.ts';
import { agreementDocumentModel, agreementWords } from '#shared/agreements/document.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { renderAgreement } from '#electron/documents/agreement.ts';
import { pagesOf, withFlow } from '#electron/documents/pages.ts';
import { agreementPrint, documentFixture, signedPrint } from '#tests/fixtures/agreement-print.ts';
import { manyTerms } from './many-terms.ts';
import { layOutWithLibreOffice, pageText, whyNoLibreOffice, type PrintedLine, type PrintedPage } from './libre-office.ts';

const reason = whyNoLibreOffice();
const mm = 72 / 25.4;
/** The number of a section or an annex before its title, in any language. */
const annexed = /^(?:\d+|\p{L}+ [A-Z]) /u;
const prints: Record<string, AgreementPrint> = {
  signed: signedPrint(),
  ...Object.fromEntries((['de', 'fr', 'es'] as const).map((language) => [language, signedPrint({ document: { ...signedPrint().document, language } })])),
  draft: agreementPrint(documentFixture('commands-example')),
  empty: agreementPrint({ schema: 'parley/agreement/1', kind: 'sla', title: 'Nothing yet', zone: 'Europe/Berlin', parties: [{ side: 'provider', organisation: 'North IT' }] }),
  many: agreementPrint(manyTerms(40)),
  operational: agreementPrint({ ...documentFixture('commands-example'), kind: 'ola', title: 'Network for Mail' }),
};
const names = Object.keys(prints);

describe.skipIf(reason !== null)(`an agreement opened by LibreOffice${reason === null ? '' : ` (${reason})`}`, () => {
  let laidOut: Record<string, PrintedPage[]> = {};

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const [name, print] of Object.entries(prints)) files[name] = await renderAgreement(print);
    laidOut = await layOutWithLibreOffice(files);
  }, 200_000);

  const pages = (name: string) => laidOut[name] ?? [];

  it.each(names)('%s: the contents say the pages on which the sections stand', (name) => {
    const contents = pages(name)[1];
    expect(contents).toBeDefined();
    for (const { number, title, page } of pagesOf(withFlow(agreementDocumentModel(prints[name] ?? signedPrint()))).entries) {
      const real = pages(name).findIndex((candidate, index) => index > 1 && candidate.lines.some((line) => isHeading(line, candidate, title))) + 1;
      expect(`${number} ${title} on page ${page}`).toBe(`${number} ${title} on page ${real}`);
      expect(rowText(contents?.lines ?? [], title)).toMatch(new RegExp(`^${number} .*${page}$`));
    }
  });

  it.each(names)('%s: header, footer and "Page x of y" stand on every page but the cover', (name) => {
    const all = pages(name);
    const print = prints[name] ?? signedPrint();
    const [cover, ...others] = all.map(pageText);
    const { pageOf } = agreementWords(print.document.language);
    expect(cover).not.toMatch(/(?:Page|Seite|Página) \d/);
    others.forEach((text, index) => {
      expect(text).toContain(fillPattern(pageOf, { page: index + 2, pages: all.length }));
      expect(text.toLowerCase()).toMatch(new RegExp(`${print.number.toLowerCase()} · versi[oó]n 1`));
    });
  });

  it.each(names)('%s: no page is under 15 % full except the last', (name) => {
    pages(name).slice(1, -1).forEach((page, index) => {
      const body = bodyLines(page);
      const filled = ((body.at(-1)?.bottom ?? 0) - 27 * mm) / (page.height - 51 * mm);
      expect(filled, `page ${index + 2}`).toBeGreaterThan(0.15);
    });
  });

  it.each(names)('%s: no heading stands alone at the end of a page', (name) => {
    const model = agreementDocumentModel(prints[name] ?? signedPrint());
    const titles = new Set(model.blocks.flatMap((block) => (block.kind === 'section' || block.kind === 'plain-heading' ? [block.title] : block.kind === 'paragraph' && block.style === 'heading-2' ? block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')) : [])));
    for (const page of pages(name).slice(2)) {
      const last = bodyLines(page).at(-1);
      expect(titles.has(last?.text.replace(annexed, '') ?? '')).toBe(false);
    }
  });

  it('prints the sentences, values and codes of the terms', () => {
    const text = pages('draft').map(pageText).join('\n');
    for (const part of ['North IT resolves a priority 1 incident within 4 business hours', 'T-001', 'Mail is available for at least', 'EUR 10,000.00 per calendar month', 'Friday 30 October 2026', 'as soon as possible']) expect(text).toContain(part);
  });

  it('prints who signed, the statement, the seal and the hash in eights', () => {
    const text = pages('signed').map(pageText).join('\n');
    for (const part of ['For Lindqvist Cranes AG', 'Silke Ombach', '12 March 2026, 14:26', 'SHA-256: cb24d5d2 768add63 1768af1d b5318bc2', '27ead7ee ad3d06f4 7c4414d8 438329fc', 'not claimed to be a qualified electronic signature']) expect(text).toContain(part);
  });

  it('leaves the page with all targets out of an operational level agreement', () => {
    expect(pages('signed').map(pageText).join('\n')).toContain('The agreement on one page');
    expect(pages('operational').map(pageText).join('\n')).not.toContain('The agreement on one page');
  });

  function bodyLines(page: PrintedPage): PrintedLine[] {
    return page.lines.filter((line) => line.top > 24 * mm && line.bottom < page.height - 20 * mm);
  }

  /** Headings are set in 18 pt: taller than every other line. */
  function isHeading(line: PrintedLine, page: PrintedPage, title: string): boolean {
    return bodyLines(page).includes(line) && line.bottom - line.top > 18 && line.text.replace(annexed, '').startsWith(title.split(' ').slice(0, 3).join(' '));
  }

  function rowText(lines: readonly PrintedLine[], title: string): string {
    const row = lines.find((line) => line.text.replace(annexed, '').startsWith(title));
    return lines.filter((line) => row !== undefined && Math.abs(line.top - row.top) < 3).toSorted((one, other) => one.left - other.left).map((line) => line.text).join(' ');
  }
});
