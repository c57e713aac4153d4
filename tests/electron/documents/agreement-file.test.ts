import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderAgreement } from '#electron/documents/agreement.ts';
import { readSealPart } from '#electron/documents/seal.ts';
import { agreementPrint, documentFixture, signedPrint } from '#tests/fixtures/agreement-print.ts';
import { elementsNamed, paragraphText, parseXml, partsOf, partText } from './word-package.ts';

describe('the Word file of an agreement', () => {
  let bytes: Uint8Array = new Uint8Array();
  beforeAll(async () => { bytes = await renderAgreement(signedPrint()); });

  it('gives the same bytes for the same input', async () => {
    const again = await renderAgreement(signedPrint());
    expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('has well-formed parts without a document type, each with a content type', () => {
    const types = parseXml(partText(bytes, '[Content_Types].xml'));
    const defaults = new Set(elementsNamed(types, 'Default').map((element) => element.attributes['Extension']));
    const overrides = new Set(elementsNamed(types, 'Override').map((element) => element.attributes['PartName']));
    const parts = Object.entries(partsOf(bytes));
    for (const [name, part] of parts.filter(([one]) => one.endsWith('.xml') || one.endsWith('.rels'))) expect(() => parseXml(new TextDecoder('utf-8', { fatal: true }).decode(part)), name).not.toThrow();
    expect(parts.map(([name]) => name).filter((name) => name !== '[Content_Types].xml' && !defaults.has(name.split('.').at(-1) ?? '') && !overrides.has(`/${name}`))).toEqual([]);
    for (const name of overrides) expect(Object.keys(partsOf(bytes)), name).toContain(name?.slice(1));
  });

  it('has relationships whose targets exist and whose ids are used', () => {
    const parts = partsOf(bytes);
    for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const relationship of elementsNamed(parseXml(partText(bytes, name)), 'Relationship')) {
        expect(relationship.attributes['TargetMode'], name).toBeUndefined();
        const target = new URL(relationship.attributes['Target'] ?? '', `http://package/${folder}`).pathname.slice(1);
        expect(Object.keys(parts), `${name} → ${target}`).toContain(target);
      }
    }
    const ids = new Set(elementsNamed(parseXml(partText(bytes, 'word/_rels/document.xml.rels')), 'Relationship').map((relationship) => relationship.attributes['Id']));
    for (const [, id] of partText(bytes, 'word/document.xml').matchAll(/r:(?:embed|id)="([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('has unique bookmarks of at most 40 characters, begun and ended once in one paragraph', () => {
    const body = parseXml(partText(bytes, 'word/document.xml'));
    const starts = elementsNamed(body, 'w:bookmarkStart');
    const names = starts.map((start) => start.attributes['w:name'] ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(40);
    expect(new Set(starts.map((start) => start.attributes['w:id'])).size).toBe(starts.length);
    for (const paragraph of elementsNamed(body, 'w:p')) {
      expect(paragraph.children.filter((child) => child.name === 'w:bookmarkStart').map((child) => child.attributes['w:id'])).toEqual(paragraph.children.filter((child) => child.name === 'w:bookmarkEnd').map((child) => child.attributes['w:id']));
    }
    expect(names).toEqual(expect.arrayContaining(['slm_T_001', 'slm_T_012', 'slm_T_012_2', 'slm_T_014', 'slm_T_017', 'slm_T_017_2', 'slm_C_4_8']));
  });

  it('uses only styles that it has', () => {
    const styles = new Set(elementsNamed(parseXml(partText(bytes, 'word/styles.xml')), 'w:style').map((style) => style.attributes['w:styleId']));
    for (const part of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']) for (const [, id] of partText(bytes, part).matchAll(/<w:(?:pStyle|tblStyle|rStyle) w:val="([^"]+)"/g)) expect(styles, part).toContain(id);
  });

  it('never asks the reader to update fields, and has no date, link or macro', () => {
    expect(partText(bytes, 'word/settings.xml')).not.toContain('updateFields');
    const instructions = elementsNamed(parseXml(partText(bytes, 'word/document.xml')), 'w:instrText').map((element) => element.text.trim());
    expect(new Set(instructions.map((instruction) => instruction.split(' ')[0]))).toEqual(new Set(['TOC', 'PAGEREF']));
    expect(Object.keys(partsOf(bytes)).filter((name) => /vba|macro|embed|external/i.test(name))).toEqual([]);
  });

  it('stores the page and the number of pages in the footer', () => {
    const [footer] = elementsNamed(parseXml(partText(bytes, 'word/footer1.xml')), 'w:p');
    expect(footer && paragraphText(footer)).toMatch(/^SLA-2026-0042 · version 1 · signed 12\u00a0March 2026 · confidential\tPage 2 of 15$/);
  });

  it('repeats table heads, splits no row, and sums fixed column widths to the text or the column', () => {
    for (const table of elementsNamed(parseXml(partText(bytes, 'word/document.xml')), 'w:tbl')) {
      expect(elementsNamed(table, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed');
      const sum = elementsNamed(table, 'w:gridCol').reduce((total, column) => total + Number(column.attributes['w:w']), 0);
      expect([9638, 8731].some((width) => Math.abs(width - sum) <= 4), String(sum)).toBe(true);
      const rows = elementsNamed(table, 'w:tr');
      expect(elementsNamed(table, 'w:cantSplit')).toHaveLength(rows.length);
      expect(elementsNamed(table, 'w:tblHeader')).toHaveLength(elementsNamed(table, 'w:tblStyle')[0]?.attributes['w:val'] === 'ParleyTable' ? 1 : 0);
    }
  });

  it('describes every picture and says the document’s language, title and author', () => {
    for (const picture of elementsNamed(parseXml(partText(bytes, 'word/document.xml')), 'wp:docPr')) expect(picture.attributes['descr']?.length).toBeGreaterThan(5);
    const core = partText(bytes, 'docProps/core.xml');
    for (const part of ['SLA-2026-0042 Harbour Workplace, version 1', 'Brackwater IT Services GmbH', '<dc:language>en-GB</dc:language>', '2026-03-12T13:32:00Z']) expect(core).toContain(part);
    expect(partText(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  it('carries agreement, version, workspace and the hash of every term', async () => {
    expect(readSealPart(bytes)).toEqual({ agreement: signedPrint().agreementId, version: 1, workspace: signedPrint().workspaceId, termHashes: signedPrint().termHashes });
    const draft = await renderAgreement(agreementPrint(documentFixture('commands-example'), { version: 3 }));
    expect(readSealPart(draft)).toMatchObject({ version: 3, termHashes: {} });
  });
});
