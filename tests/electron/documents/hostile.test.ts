import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { renderAgreement } from '#electron/documents/agreement.ts';
import { readSealPart, sealXml } from '#electron/documents/seal.ts';
import { xmlText } from '#electron/documents/text.ts';
import { agreementPrint } from '#tests/fixtures/agreement-print.ts';
import { elementsNamed, paragraphText, parseXml, partText } from './word-package.ts';

const scripts = 'Ärger æøå Ελλάδα Кириллица עברית العربية हिन्दी ไทย 日本語 한국어 👩🏽‍🚀 𝔘𝔫𝔦 \u202ertl <b>&amp;"\' {name} **bold** {table:none} %1 ]]>';

function named(text: string): AgreementDocumentInput {
  return {
    schema: 'parley/agreement/1', kind: 'sla', title: text, zone: 'Europe/Berlin', parties: [{ side: 'provider', organisation: text }, { side: 'customer', organisation: `${text} 2` }],
    services: [{ service: text, site: text }], people: [{ name: text, organisation: text, role: 'signatory' }], term: { from: '2026-01-01', to: '2026-12-31' },
    calendars: { [text.slice(0, 100)]: { tz: 'Europe/Berlin', week: { mon: [['08:00', '12:00']] }, closures: [{ kind: 'date', from: '2026-05-01', to: '2026-05-01', label: text }] } }, serviceHours: text.slice(0, 100),
    priorities: [{ id: 'P1', name: text, definition: text, values: [text] }],
    terms: [
      { id: 'T-001', type: 'resolution', priority: 'P1', within: { kind: 'business-hours', seconds: 3600 }, atLeastPercent: 90, name: text, source: text, pauseReasons: [text.slice(0, 100)] },
      { id: 'T-002', type: 'availability', service: text, atLeastPercent: 99.9, method: text, source: text },
      { id: 'T-003', type: 'metric', name: text, unit: '%', direction: 'at-least', target: 1, formula: text },
      { id: 'T-004', type: 'exclusion', name: text, condition: text, approval: text },
      { id: 'T-005', type: 'clause', category: 'purpose', heading: text, text },
    ],
  };
}

describe('text of every kind', () => {
  it.each([
    ['control characters are left out', 'a\u0000b\u0008c\u001fd\u007f', 'abcd\u007f'],
    ['lone surrogates are left out', 'a\ud800b\udc00c', 'abc'],
    ['pairs stay', '👩🏽‍🚀', '👩🏽‍🚀'],
    ['the two last places are left out', 'a\ufffeb\uffffc', 'abc'],
    ['line ends become one form', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['markup is text', '<w:t>&', '<w:t>&'],
  ])('%s', (_, text, expected) => {
    expect(xmlText(text)).toBe(expected);
  });

  it('every script, markup and the marks of patterns are printed as they were written', async () => {
    const bytes = await renderAgreement(agreementPrint(named(scripts), { versions: [{ version: 1, on: '2026-01-01', author: scripts, change: scripts, state: 'draft' }] }));
    const texts = elementsNamed(parseXml(partText(bytes, 'word/document.xml')), 'w:p').map(paragraphText);
    expect(texts.some((text) => text === `${scripts} ${scripts}` || text === `${scripts}. ${scripts}`)).toBe(true);
    expect(texts.filter((text) => text.includes(scripts)).length).toBeGreaterThan(12);
    expect(parseXml(partText(bytes, 'docProps/core.xml')).children.length).toBeGreaterThan(5);
  });

  it('any text gives well-formed parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''), async (text) => {
        const bytes = await renderAgreement(agreementPrint(named(text)));
        for (const name of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml', 'docProps/core.xml', 'customXml/item1.xml']) parseXml(partText(bytes, name));
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('a clause of a hundred thousand characters is printed whole', async () => {
    const text = 'The parties keep the records. '.repeat(3333).trim();
    const document = named('North');
    const bytes = await renderAgreement(agreementPrint({ ...document, terms: [...(document.terms ?? []), { id: 'T-006', type: 'clause', category: 'scope', heading: 'Records', text }] }));
    expect(elementsNamed(parseXml(partText(bytes, 'word/document.xml')), 'w:p').map(paragraphText)).toContain(`Records. ${text}`);
  });
});

describe('reading the origin of a foreign file', () => {
  const seal = { agreement: 'A-1', version: 2, workspace: 'W-1', termHashes: { 'T-001': 'a'.repeat(64) } };
  const zip = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

  it('finds the part among others, in whatever number', () => {
    expect(readSealPart(zip({ 'customXml/item1.xml': '<other/>', 'customXml/item7.xml': sealXml(seal) }))).toEqual(seal);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['no zip', strToU8('not a zip at all, only text')],
    ['a zip that is cut off', zip({ 'customXml/item1.xml': sealXml(seal) }).slice(0, 80)],
    ['a zip without the part', zip({ 'word/document.xml': '<w:document/>' })],
    ['a part at another place', zip({ '../customXml/item1.xml': sealXml(seal) })],
    ['a document type declaration', zip({ 'customXml/item1.xml': sealXml(seal).replace('<parley', '<!DOCTYPE parley [<!ENTITY a "A">]><parley') })],
    ['an unknown entity', zip({ 'customXml/item1.xml': sealXml(seal).replace('A-1', '&boom;') })],
    ['broken markup', zip({ 'customXml/item1.xml': sealXml(seal).slice(0, -4) })],
    ['another namespace', zip({ 'customXml/item1.xml': sealXml(seal).replace('urn:parley:document:1', 'urn:other') })],
    ['a version that is no number', zip({ 'customXml/item1.xml': sealXml(seal).replace('version="2"', 'version="two"') })],
    ['a hash that is none', zip({ 'customXml/item1.xml': sealXml(seal).replace('a'.repeat(64), 'a') })],
    ['a part of 5 MB', zip({ 'customXml/item1.xml': sealXml(seal) + ' '.repeat(5 * 1024 * 1024) })],
    ['deep nesting', zip({ 'customXml/item1.xml': sealXml(seal).replace('</parley>', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}</parley>`) })],
  ])('%s: unknown', (_, bytes) => {
    expect(readSealPart(bytes)).toBeNull();
  });

  it('a file whose bytes were changed anywhere never throws', () => {
    const bytes = zip({ 'word/document.xml': '<w:document/>', 'customXml/item1.xml': sealXml(seal) });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = bytes.slice();
        changed[at] = value;
        const read = readSealPart(changed);
        return read === null || typeof read.agreement === 'string';
      }),
      { numRuns: 300 },
    );
  });
});
