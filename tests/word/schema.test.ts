import { describe, expect, it } from 'vitest';
import type { AgreementPrint } from '#shared/agreements/document.ts';
import { agreementDocumentSchema, documentLanguages, type AgreementDocumentInput } from '#shared/agreements/model.ts';
import { renderAgreement } from '#electron/documents/agreement.ts';
import { agreementPrint, documentFixture, drawnSignature, signedPrint } from '#tests/fixtures/agreement-print.ts';
import { parseXml } from '#tests/electron/documents/word-package.ts';
import { everyTerm } from './every-term.ts';
import { manyTerms } from './many-terms.ts';
import { packageFaults } from './package-faults.ts';
import { schemaFaults } from './schema.ts';

const scripts = 'Ärger Ελλάδα Кириллица עברית العربية हिन्दी ไทย 日本語 한국어 👩🏽‍🚀 𝔘𝔫𝔦 \u202ertl <b>&amp;"\' ]]>';
const [drawn, typed] = signedPrint().signatures;
const paper = { ...drawn, kind: 'paper', scan: { name: 'scan.pdf', sha256: 'a'.repeat(64) } } as const;

const prints: readonly (readonly [string, AgreementPrint])[] = [
  ...documentLanguages.map((language) => [`a signed one, ${language}`, signedPrint({ document: { ...signedPrint().document, language } })] as const),
  ['a translation', signedPrint({ document: { ...signedPrint().document, language: 'fr' }, translationOf: 'en' })],
  ['a draft', agreementPrint(documentFixture('commands-example'))],
  ['an empty one', agreementPrint({ schema: 'parley/agreement/1', kind: 'sla', title: 'T', zone: 'UTC', parties: [{ side: 'provider', organisation: 'N' }] })],
  ['an operational level agreement', agreementPrint({ ...documentFixture('commands-example'), kind: 'ola' })],
  ['every type of term with every rule', agreementPrint(everyTerm())],
  ['sixty terms of all types', agreementPrint(manyTerms(60))],
  ['every script in every text', agreementPrint(named(scripts))],
  ['words of 400 letters', agreementPrint(named('Donaudampfschifffahrt'.repeat(19)))],
  ['one being signed', signedPrint({ state: 'signing', sealedAt: null, signatures: typed === undefined ? [] : [typed] })],
  ['six signatures of all kinds', signedPrint({ signatures: drawn === undefined || typed === undefined || drawn.kind !== 'drawn' ? [] : [drawn, typed, { ...drawn, png: drawnSignature() }, typed, { ...paper, kind: 'paper' as const, side: drawn.side, organisation: drawn.organisation, person: drawn.person, position: drawn.position, place: drawn.place, at: drawn.at }, typed] })],
  ['fifty closures, five calendars, three zones', agreementPrint(manyCalendars())],
];

describe('the package of a Word file, by ISO/IEC 29500', () => {
  it.each(prints)('%s is valid', async (_name, print) => {
    expect([...new Set(packageFaults(await renderAgreement(print)))]).toEqual([]);
  });

  it('a clause of ten million characters is refused before it is printed', () => {
    const terms = [{ id: 'T-001', type: 'clause', category: 'scope', heading: 'Long', text: 'x'.repeat(10_000_000) }];
    const read = agreementDocumentSchema.safeParse({ ...documentFixture('commands-example'), terms });
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['terms.0.text']);
  });
});

describe('the rules themselves', () => {
  const paragraph = (xml: string) => schemaFaults(parseXml(`<w:p xmlns:w="w">${xml}</w:p>`));
  it.each([
    ['a child out of order', '<w:pPr><w:keepNext/><w:pStyle w:val="A"/></w:pPr>', ['/w:p/w:pPr: w:pStyle comes too late']],
    ['a child twice', '<w:pPr><w:keepNext/><w:keepNext/></w:pPr>', ['/w:p/w:pPr: w:keepNext comes twice']],
    ['properties after the run', '<w:r><w:t>a</w:t></w:r><w:pPr/>', ['/w:p: w:pPr comes too late']],
    ['properties after the text', '<w:r><w:t>a</w:t><w:rPr/></w:r>', ['/w:p/w:r: w:rPr comes too late']],
    ['an unknown element', '<w:r><w:foo/></w:r>', ['/w:p/w:r: w:foo has no place', '/w:p/w:r/w:foo: not known']],
    ['an unknown attribute', '<w:r><w:t w:foo="1">a</w:t></w:r>', ['/w:p/w:r/w:t: w:foo is not known']],
    ['a value of another form', '<w:r><w:rPr><w:color w:val="red"/></w:rPr></w:r>', ['/w:p/w:r/w:rPr/w:color: w:val="red"']],
    ['an attribute that is missing', '<w:bookmarkStart w:id="1"/>', ['/w:p/w:bookmarkStart: w:name is missing']],
    ['text between elements', 'loose', ['/w:p: text']],
    ['bookmarks around a run', '<w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/><w:r><w:tab/></w:r>', []],
  ])('%s', (_rule, xml, faults) => expect(paragraph(xml)).toEqual(faults));
});

function named(text: string): AgreementDocumentInput {
  return {
    schema: 'parley/agreement/1', kind: 'sla', title: text, zone: 'Europe/Berlin', parties: [{ side: 'provider', organisation: text }, { side: 'customer', organisation: `${text} 2` }],
    services: [{ service: text, site: text }], people: [{ name: text, organisation: text, role: 'signatory' }], term: { from: '2026-01-01', to: '2026-12-31' },
    calendars: { office: { tz: 'Europe/Berlin', week: { mon: [['08:00', '12:00']] }, closures: [{ kind: 'date', from: '2026-05-01', to: '2026-05-01', label: text }] } }, serviceHours: 'office',
    priorities: [{ id: 'P1', name: text, definition: text, values: [text] }],
    terms: [
      { id: 'T-001', type: 'resolution', priority: 'P1', within: { kind: 'business-hours', seconds: 3600 }, atLeastPercent: 90, name: text, source: text, pauseReasons: [text.slice(0, 80)] },
      { id: 'T-002', type: 'exclusion', name: text, condition: text, approval: text },
      { id: 'T-003', type: 'clause', category: 'purpose', heading: text, text },
    ],
  };
}

function manyCalendars(): AgreementDocumentInput {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
  const calendars = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`calendar ${index + 1}`, {
    tz: zones[index % 3] ?? 'UTC', week: { mon: [['08:00', '12:00'], ['13:00', '17:00']] as [string, string][], fri: [['22:00', '06:00']] as [string, string][] },
    closures: Array.from({ length: 50 }, (__, day) => ({ kind: 'yearly' as const, from: `${String((day % 12) + 1).padStart(2, '0')}-${String((day % 27) + 1).padStart(2, '0')}`, to: `${String((day % 12) + 1).padStart(2, '0')}-${String((day % 27) + 1).padStart(2, '0')}`, label: `Closure ${day}` })),
  }]));
  return { ...documentFixture('commands-example'), calendars, serviceHours: 'calendar 1', terms: Object.keys(calendars).map((calendar, index) => ({ id: `T-00${index + 1}`, type: 'availability' as const, atLeastPercent: 99.9, calendar })) };
}
