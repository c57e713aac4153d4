import { describe, expect, it } from 'vitest';
import { agreementDocumentModel, type AgreementPrint } from '#shared/agreements/document.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { textOf, type Block, type CellBlock, type Row, type Table } from '#shared/documents/model.ts';
import { agreementPrint, documentFixture, signedPrint } from '#tests/fixtures/agreement-print.ts';

const signed = agreementDocumentModel(signedPrint()).blocks;
const draft = agreementDocumentModel(agreementPrint(documentFixture('commands-example'))).blocks;
const empty = agreementDocumentModel(agreementPrint({ schema: 'parley/agreement/1', kind: 'sla', title: 'Nothing yet', zone: 'Europe/Berlin', parties: [{ side: 'provider', organisation: 'North IT' }] })).blocks;

describe('the sections of a printed agreement', () => {
  const sections = ['1 Purpose and parties', '2 Services covered', '3 Service hours and holidays', '4 Service level targets', '5 How the targets are measured', '6 Reports and reviews', '7 Obligations', '8 Escalation, complaints and disputed figures', '9 Service credits', '10 Changes, renewal, notice and termination', '11 Data and audit', '12 Signatures', 'A Glossary', 'B Calculation rules'];

  it.each([['signed', signed], ['draft', draft], ['empty', empty]] as const)('%s: fixed, with their numbers', (_, blocks) => {
    expect(blocks.flatMap((block) => (block.kind === 'section' ? [`${block.number} ${block.title}`] : []))).toEqual(sections);
  });

  it.each([
    ['services', '2.1'], ['service hours', '3.1'], ['targets', '4.1'], ['measurement', '5.1'], ['obligations', '7.1'], ['escalation', '8.1'], ['credits', '9.1'], ['data and audit', '11.1'],
  ])('an empty agreement says that nothing is agreed on %s', (topic, number) => {
    expect(clause(empty, number)).toBe(`Nothing is agreed on ${topic}.`);
  });

  it('an operational level agreement and an underpinning contract have no page with all targets', () => {
    for (const kind of ['ola', 'uc'] as const) {
      const blocks = agreementDocumentModel(agreementPrint({ ...documentFixture('commands-example'), kind })).blocks;
      expect(blocks.some((block) => block.kind === 'plain-heading' && block.title === 'The agreement on one page')).toBe(false);
    }
  });

  it('a calendar that is nowhere defined is refused', () => {
    expect(() => agreementDocumentModel(agreementPrint({ ...documentFixture('commands-example'), serviceHours: 'nights' }))).toThrowError(/calendar nights is not defined/);
  });
});

describe('sentences and values', () => {
  it.each([
    ['response around the clock', 'slm_T_001', 'Brackwater responds to a priority 1 incident within **15 minutes**, counted around the clock, for at least **90 %** of these incidents per calendar quarter.'],
    ['response in business minutes', 'slm_T_002', 'Brackwater responds to a priority 2 incident within **30 business minutes** for at least **95 %** of these incidents per calendar quarter.'],
    ['resolution by the end of a business day', 'slm_T_006', 'Brackwater resolves a priority 3 incident by the **end of the 3rd business day** for at least **90 %** of these incidents per calendar quarter.'],
    ['availability', 'slm_T_008', 'Mail and calendar is available for at least **99.9 %** of the agreed service time in each calendar month.'],
    ['exclusion', 'slm_T_015', '**Outside the control of both.** The grid operator or the carrier has confirmed in writing a fault that also affects other customers. Lindqvist accepts the entry in writing. At most **480 minutes** per period.'],
  ])('%s', (_, bookmark, expected) => {
    const paragraph = paragraphsOf(signed).find((one) => one.bookmark === bookmark);
    const text = paragraph?.content.map((inline) => (inline.kind !== 'text' ? ' ' : inline.bold === true ? `**${inline.text}**` : inline.text)).join('');
    expect(text?.replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('a clause prints under its section with its heading bold and its words unchanged', () => {
    const [paragraph] = paragraphsOf(draft).filter((one) => one.bookmark === 'slm_T_005');
    expect(paragraph?.style).toBe('clause');
    expect(paragraph?.number).toMatch(/^4\.\d+$/);
    expect(paragraph?.content).toEqual([{ kind: 'text', text: 'Maintenance.', bold: true }, { kind: 'text', text: ' Maintenance is announced as soon as possible.' }]);
  });

  it('credit tiers fall, with the same decimals and one bookmark each', () => {
    expect(rows(signed, 'Credits').map((row) => row.slice(1).join(' | '))).toEqual([
      '99.5 % to below 99.9 % | 5 % | the calendar month', '99.0 % to below 99.5 % | 10 % | the calendar month', 'below 99.0 % | 20 % | the calendar month',
      '80 % to below 90 % | 2 % | the calendar quarter', 'below 80 % | 4 % | the calendar quarter',
    ]);
  });

  it('the dates are those of the agreement, in their order', () => {
    expect(rows(draft, 'The dates of this agreement').map((row) => row.join(': '))).toEqual([
      'Comes into force: Sunday 1 February 2026', 'Review before the last day for notice: Wednesday 30 September 2026', 'Last day for notice: Friday 30 October 2026', 'Ends, if notice was given: Sunday 31 January 2027',
      'Review: Monday 1 February 2027', 'Otherwise renewed from: Monday 1 February 2027', 'Last day for notice in the renewed term: Friday 29 October 2027', 'Renewed until: Monday 31 January 2028',
    ]);
  });

  it('the durations table shows what the calendar computes', () => {
    expect(rows(signed, 'What the durations mean').map((row) => `${row[0]}: ${row[2]} → ${row[3]}`)).toEqual([
      '15 minutes, counted around the clock: Thu 2 Apr, 23:50 → Fri 3 Apr, 00:05', '30 business minutes: Wed 1 Apr, 16:00 → Wed 1 Apr, 16:30', '4 business hours: Thu 2 Apr, 16:00 → Tue 7 Apr, 10:00',
      '4 hours, counted around the clock: Thu 2 Apr, 23:50 → Fri 3 Apr, 03:50', '8 business hours: Thu 2 Apr, 16:00 → Tue 7 Apr, 14:00', 'End of the 3rd business day: Wed 1 Apr, 16:00 → Wed 8 Apr, 18:00',
      '10 business days, at the same clock time: Wed 1 Apr, 16:00 → Fri 17 Apr, 16:00', '4 hours, counted around the clock: Sun 25 Oct, 00:30 → Sun 25 Oct, 03:30',
    ]);
  });

  it('agreed and allowed minutes follow the calendar, clock changes included', () => {
    const [april, , , , ] = rows(signed, 'T-008: agreed service time and allowed downtime in minutes, first contract year');
    expect(april).toEqual(['April 2026', '30', '43,200', '43.20', 'October 2026', '31', '44,700', '44.70']);
  });

  it('closures stand by name and year, as far as the term reaches', () => {
    const found = rows(signed, 'Closures during the term: calendar office');
    expect(found[0]).toEqual(['New Year’s Day', '–', 'Fri 1 Jan', 'Sat 1 Jan']);
    expect(found.find((row) => row[0] === 'Christmas Eve')).toEqual(['Christmas Eve', 'Thu 24 Dec, 12:00–24:00', 'Fri 24 Dec, 12:00–24:00', '–']);
  });

  it('closures are cut to the term: one across New Year does not bring the year before it', () => {
    const example = documentFixture('commands-example');
    const blocks = agreementDocumentModel(agreementPrint({ ...example, term: { from: '2026-01-01', to: '2026-12-31' }, calendars: { office: { tz: 'Europe/Berlin', week: { mon: [['08:00', '17:00']] }, closures: [{ kind: 'yearly', from: '12-24', to: '01-02', label: 'Winter break' }] } } })).blocks;
    expect(headOf(blocks, 'Closures during the term: calendar office')).toEqual(['Closure', '2026']);
    expect(rows(blocks, 'Closures during the term: calendar office')).toEqual([['Winter break', 'Thu 1 Jan – Fri 2 Jan; Thu 24 Dec – Thu 31 Dec']]);
  });

  it('the allowed downtime of a target per quarter stands under "Quarter"', () => {
    const example = documentFixture('commands-example');
    const blocks = agreementDocumentModel(agreementPrint({ ...example, term: { from: '2026-01-01', to: '2026-12-31' }, terms: [{ id: 'T-002', type: 'availability', atLeastPercent: 99.9, calendar: 'office', period: 'calendar-quarter' }] })).blocks;
    const caption = 'T-002: agreed service time and allowed downtime in minutes, first contract year';
    expect(headOf(blocks, caption)[0]).toBe('Quarter');
    expect(rows(blocks, caption).map((row) => row[0])).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
  });

  it('the week names the zone of a calendar that is not the agreement’s', () => {
    const example = documentFixture('commands-example');
    const blocks = agreementDocumentModel(agreementPrint({ ...example, calendars: { office: { tz: 'America/Halifax', week: { mon: [['08:00', '17:00']] } } } })).blocks;
    const week = blocks.flatMap((block) => (block.kind === 'figure' && block.name === 'Week' ? [block.alternative] : []));
    expect(week).toEqual([expect.stringContaining('office (America/Halifax time)')]);
    expect(draft.flatMap((block) => (block.kind === 'figure' && block.name === 'Week' ? [block.alternative] : [])).join()).not.toContain(' time)');
  });

  it('special opening days of the term stand with their hours, and that they replace those of the week', () => {
    const example = documentFixture('commands-example');
    const special: CalendarDefinition['special_days'] = { '2026-04-02': [['08:00', '12:00'], ['13:00', '14:00']], '2026-03-21': [['22:00', '02:00']], '2026-03-22': [], '2027-03-20': [['09:00', '13:00']] };
    const blocks = agreementDocumentModel(agreementPrint({ ...example, term: { from: '2026-02-01', to: '2027-01-31' }, calendars: { office: { tz: 'Europe/Berlin', week: { mon: [['08:00', '17:00']] }, special_days: special } } })).blocks;
    expect(rows(blocks, 'Special opening days')).toEqual([
      ['office', 'Sat 21 Mar 2026', '22:00–02:00'],
      ['office', 'Sun 22 Mar 2026', 'Not open'],
      ['office', 'Thu 2 Apr 2026', '08:00–12:00 and 13:00–14:00'],
    ]);
    expect(paragraphsOf(blocks).map((one) => plain(one.content))).toContainEqual(expect.stringMatching(/^On the dates of table \d+ these hours replace those of the week\. A closure still applies\.$/));
    expect(rows(draft, 'Special opening days')).toEqual([]);
  });

  it('the worked example is computed by the calendar and the pause', () => {
    const caption = paragraphsOf(signed).find((one) => one.style === 'caption' && textOf(one.content).startsWith('Figure 1.'));
    expect(plain(caption?.content ?? [])).toBe('Figure 1. A priority 2 incident under T-005 (widths not to scale). The deadline moves from Tue 7 Apr, 13:20 to Tue 7 Apr, 15:50 because of the pause.');
  });
});

describe('anchors and references', () => {
  it.each([['signed', signed], ['draft', draft], ['empty', empty]] as const)('%s: every clause and list item has one bookmark, unique', (_, blocks) => {
    const names = paragraphsOf(blocks).flatMap((one) => (one.bookmark === undefined ? [] : [one.bookmark]));
    expect(new Set(names).size).toBe(names.length);
    for (const one of paragraphsOf(blocks).filter(({ style }) => style === 'clause' || style === 'clause-list')) expect(one.bookmark).toMatch(/^slm_(?:[A-Z]{1,3}_[0-9A-Z]{1,12}|C_\d+_\d+)(?:_\d+)?$/);
  });

  it('every term has a bookmark', () => {
    const names = new Set(paragraphsOf(signed).map((one) => one.bookmark));
    for (const { id } of signedPrint().document.terms) expect(names, id).toContain(`slm_${id.replace('-', '_')}`);
  });

  it('references name tables and clauses that are there', () => {
    const tables = new Set(signed.flatMap((block) => (block.kind === 'table' && block.number !== undefined ? [block.number] : [])));
    const clauses = new Set(paragraphsOf(signed).flatMap((one) => (one.number === undefined ? [] : [one.number])));
    const text = paragraphsOf(signed).map((one) => textOf(one.content)).join('\n');
    for (const [, number] of text.matchAll(/[Tt]able\u00a0(\d+)/g)) expect(tables).toContain(Number(number));
    for (const [, number] of text.matchAll(/[Cc]lause\u00a0([\d.]+\d)/g)) expect(clauses).toContain(number);
  });
});

describe('signatures', () => {
  const print = (more: Partial<AgreementPrint>) => paragraphsOf(agreementDocumentModel(signedPrint(more)).blocks).map((one) => plain(one.content));

  it('a signature on paper says so and names the scan', () => {
    const [first, second] = signedPrint().signatures;
    if (first === undefined || second === undefined) throw new Error('the fixture has two signatures');
    const { side, organisation, person, position, place, at } = first;
    const texts = print({ signatures: [{ side, organisation, person, position, place, at, kind: 'paper', scan: { name: 'scan.pdf', sha256: 'a'.repeat(64) } }, second] });
    expect(texts).toContain('signed on paper, scan attached');
    expect(texts).toContain('Scan scan.pdf');
    expect(texts.some((text) => text.startsWith('Signed in person and on paper (level 1) and sealed (level 2).'))).toBe(true);
  });

  it('a draft has an empty line a signatory and binds nobody', () => {
    const texts = paragraphsOf(draft).map((one) => plain(one.content));
    expect(texts).toContain('This version is not signed yet. It binds nobody until every signatory has signed it.');
    expect(texts).toContain('Name Ann Lee');
    expect(texts.some((text) => text.startsWith('No signature yet.'))).toBe(true);
  });
});

function paragraphsOf(blocks: readonly Block[]) {
  const inside = (block: CellBlock) => (block.kind === 'paragraph' ? [block] : []);
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.kind === 'table' ? [...(block.head === undefined ? [] : [block.head]), ...block.rows].flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(inside))) : []));
}

function clause(blocks: readonly Block[], number: string): string | undefined {
  const found = paragraphsOf(blocks).find((one) => one.number === number);
  return found === undefined ? undefined : plain(found.content);
}

function rows(blocks: readonly Block[], caption: string): string[][] {
  return (tableOf(blocks, caption)?.rows ?? []).map(textsOf);
}

function headOf(blocks: readonly Block[], caption: string): string[] {
  const head = tableOf(blocks, caption)?.head;
  return head === undefined ? [] : textsOf(head);
}

function tableOf(blocks: readonly Block[], caption: string): Table | undefined {
  return blocks.find((block): block is Table => block.kind === 'table' && block.caption === caption);
}

function textsOf(row: Row): string[] {
  return row.cells.map((cell) => cell.blocks.map((block) => (block.kind === 'paragraph' ? plain(block.content) : '')).join(' '));
}

function plain(content: Parameters<typeof textOf>[0]): string {
  return textOf(content).replaceAll('\u00a0', ' ');
}
