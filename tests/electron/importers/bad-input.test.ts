import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { count, csv, importContent, logHeader, logRows, refusal, temporaryWorkspace, type Order } from './importing.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const generic = 'key,opened,resolved\nA,2026-01-13 09:00,2026-01-13 10:00\n';

describe('a file that cannot be taken is refused with what to do, and nothing is written', () => {
  it.each<[string, string | Uint8Array, RegExp, Order?]>([
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', /is a PDF, not a CSV file/],
    ['zeros in the header', text(csv().replace('number', 'num\u0000ber')), /byte in its header that no text has, in line 1/],
    ['zeros', new Uint8Array(3_000_000), /is not a CSV file/],
    ['zeros after a good beginning', Buffer.concat([text(csv()), new Uint8Array(100_000)]), /is not a CSV file/],
    ['nothing', '', /is empty/],
    ['blank lines', '\n\n \n', /nothing but blank lines/],
    ['JSON', '[{"number":"INC1"}]', /is JSON/],
    ['a calendar file', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', /is a calendar file/],
    ['HTML', '<!doctype html><html><body>Log in</body></html>', /is HTML or XML/],
    ['no known columns', 'a,b,c\n1,2,3\n', /fit no tickets profile: .*servicenow-event-log needs number/],
    ['a missing column', csv(logRows.map((row) => row.filter((_, index) => index !== 4)), { header: logHeader.filter((name) => name !== 'sys_updated_at') }), /needs sys_updated_at/],
    ['columns of two profiles', `${logHeader.join(',')},key,opened\n`, /Two profiles fit .*servicenow-event-log and generic-tickets/],
    ['times without a zone', csv(), /name no time zone/, { zone: null }],
    ['a zone that is none', csv(), /no time zone "Mars\/Olympus"/, { zone: 'Mars/Olympus' }],
    ['an unknown profile', csv(), /no import profile "Remedy"/, { profile: 'Remedy' }],
    ['a profile of another kind', csv(), /is for outages/, { profile: 'generic-outages' }],
    ['a coverage that ends before it begins', csv(), /ends before it begins/, { coverage: { from: '2026-02-01', to: '2026-01-01' } }],
    ['a service that may not be made', csv(), /no service "Mail"/, { service: 'Mail', create: false }],
    ['a customer that may not be made', csv(), /no organisation "Acme"/, { customer: 'Acme', create: false }],
    ['an encoding that is none', csv(), /no encoding utf-99/, { encoding: 'utf-99' }],
  ])('%s', async (_name, content, message, order) => {
    const store = temporaryWorkspace();
    const refused = await refusal(importContent(store, content, order));
    expect(refused.message).toMatch(message);
    expect(['invalid-input', 'not-found']).toContain(refused.code);
    expect(refused.wayOut).not.toBeNull();
    expect([count(store, 'imports'), count(store, 'sources'), count(store, 'tickets'), count(store, 'organisations'), count(store, 'services'), count(store, 'files')]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

it('a zero byte costs its row, and the quarantine shows where it is', async () => {
  const store = temporaryWorkspace();
  const answer = await importContent(store, csv().replace('Awaiting User Info', 'Awaiting\u0000User Info'));
  expect(answer.counts).toMatchObject({ read: 4, new: 3, quarantined: 1 });
  expect(answer.reasons).toMatchObject([{ code: 'zero-byte', line: 3, detail: '"\u2400"', raw: expect.stringContaining('Awaiting\u2400User Info') }]);
});

describe('a zip is taken when it holds one text', () => {
  it('as it is, its own bytes kept', async () => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, zipSync({ 'logs/': new Uint8Array(), 'logs/export.csv': text(csv()), '__MACOSX/logs/._export.csv': text('x') }), { name: 'export.zip' });
    expect(answer.counts.new).toBe(4);
    expect(store.read((reader) => reader.get('SELECT name, media_type FROM files'))).toEqual({ name: 'export.zip', media_type: 'application/zip' });
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['a path outside of it', () => zipSync({ '../../evil.csv': text(csv()) }), /path outside/],
    ['an absolute path', () => zipSync({ '/etc/evil.csv': text(csv()) }), /path outside/],
    ['several texts', () => zipSync({ 'a.csv': text(csv()), 'b.csv': text(csv()) }), /holds several files: a\.csv, b\.csv/],
    ['no file', () => zipSync({ 'folder/': new Uint8Array() }), /holds no file/],
    ['a workbook', () => zipSync({ 'xl/workbook.xml': text('<workbook/>'), '[Content_Types].xml': text('<Types/>') }), /Excel workbook/],
    ['a bomb', () => zipSync({ 'a.csv': new Uint8Array(60_000_000).fill(44) }, { level: 9 }), /unpack into far more/],
    ['damage', () => zipSync({ 'a.csv': text(csv()) }).slice(0, 60), /damaged zip/],
    ['another zip', () => zipSync({ 'a.zip': zipSync({ 'a.csv': text(csv()) }) }), /not a CSV file/],
    ['a password', () => locked(zipSync({ 'a.csv': text(csv()) })), /locked with a password/],
  ])('refused with %s inside', async (_name, content, message) => {
    const store = temporaryWorkspace();
    const refused = await refusal(importContent(store, content(), { name: 'export.zip' }));
    expect(refused.message).toMatch(message);
    expect(refused.code).toBe('invalid-input');
    expect(count(store, 'imports')).toBe(0);
  });
});

describe('a number that no count can be keeps its row out and lets the others in', () => {
  it.each<[string, string, Order]>([
    ['a hold', 'key,opened,hold_minutes\nA,2026-01-12 09:00,1e308\nB,2026-01-12 09:00,5\n', {}],
    ['a count of updates', csv([...logRows.slice(3), ['INC3', 'New', '1.5', '13/1/2026 09:00', '13/1/2026 09:05', '', '', '?', '?']]), {}],
    ['users of an outage', 'service,start,end,type,users\nMail,2026-01-10 10:00,2026-01-10 11:00,outage,1e308\nMail,2026-01-11 10:00,2026-01-11 11:00,outage,5\n', { kind: 'outages' }],
    ['a value', 'metric,from,to,value\nFCR,2026-01-01,2026-02-01,1e308\nFCR,2026-02-01,2026-03-01,5\n', { kind: 'metrics' }],
  ])('%s', async (_name, content, order) => {
    const answer = await importContent(temporaryWorkspace(), content, order);
    expect(answer.counts).toMatchObject({ new: 1, quarantined: 1 });
    expect(answer.quarantine[0]?.reason).toMatch(/cannot be read|number/u);
  });
});

describe('names that programs know are names like any other', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  it.each<[string, string, Order]>([
    ['tickets', `key,opened,customer,service\n${names.map((name, index) => `T${index},2026-01-12 09:00,${name},${name}`).join('\n')}\n`, {}],
    ['outages', `service,start,end,type\n${names.map((name) => `${name},2026-01-10 10:00,2026-01-10 11:00,outage`).join('\n')}\n`, { kind: 'outages' }],
    ['values', `metric,from,to,value,service\n${names.map((name) => `${name},2026-01-01,2026-02-01,5,${name}`).join('\n')}\n`, { kind: 'metrics' }],
  ])('%s', async (_name, content, order) => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, content, order);
    expect(answer.counts).toMatchObject({ new: 3, quarantined: 0 });
    expect(store.read((reader) => reader.all<{ name: string }>('SELECT name FROM services ORDER BY name')).map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('a row that cannot be taken goes to quarantine with its line and reason, the others go in', () => {
  const good = logRows[3]?.join(',') ?? '';
  it.each<[string, string, string]>([
    ['without a number', good.replace('INC2', '?'), 'no-key'],
    ['with a day that no month has', good.replace('14/1/2026 09:05', '31/11/2026 10:20'), 'date-unreadable'],
    ['with a date that is none', good.replace('14/1/2026 09:00', 'soon'), 'date-unreadable'],
    ['without the time of the update', good.replace('14/1/2026 09:05', '?'), 'time-missing'],
    ['without the opening in any row of the ticket', good.replace('INC2', 'INC9').replace('14/1/2026 09:00', '?'), 'time-missing'],
    ['resolved before it was opened', good.replace('?,?', '13/1/2026 08:00,?').replace(',0,', ',7,'), 'resolved-before-opened'],
    ['closed before it was opened', good.replace(/\?$/u, '13/1/2026 08:00').replace(',0,', ',7,'), 'resolved-before-opened'],
    ['there twice', good, 'duplicate'],
    ['of the same key that says something else', good.replace('Network', 'Desk'), 'contradiction'],
    ['with a comma too many', good.replace('Network', 'Network, floor 3'), 'field-count'],
    ['cut off', 'INC2,Active,0', 'field-count'],
    ['with a quote that never closes', `${good.replace('Network', '"Network')}`, 'unclosed-quote'],
    ['with a count that is none', good.replace(',0,', ',x,'), 'number-unreadable'],
    ['with a number that a spreadsheet ruined', good.replace('INC2', '1.03006E+13'), 'key-damaged'],
  ])('%s', async (_name, row, code) => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, `${csv()}${row}\n`);
    expect(answer.counts).toEqual({ read: 5, new: 4, updated: 0, unchanged: 0, quarantined: 1 });
    expect(answer.quarantine).toEqual([{ row: 6, code, reason: expect.any(String) }]);
    expect(store.read((reader) => reader.all<object>('SELECT line, code, raw FROM import_problems'))).toEqual([{ line: 6, code, raw: row }]);
    expect(answer.tickets?.total).toBe(2);
  });

  it('of one row per ticket: a key that comes again is there twice or a contradiction', async () => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, `${generic}A,2026-01-13 09:00,2026-01-13 10:00\nA,2026-01-13 09:00,2026-01-13 11:00\nB,2026-01-13 09:00,2026-01-13 08:00\nC,?,\n`);
    expect(answer.counts).toEqual({ read: 5, new: 1, updated: 0, unchanged: 0, quarantined: 4 });
    expect(answer.quarantine.map(({ row, code }) => [row, code])).toEqual([[3, 'duplicate'], [4, 'contradiction'], [5, 'resolved-before-opened'], [6, 'time-missing']]);
  });

  it('the same bad file again changes nothing', async () => {
    const store = temporaryWorkspace();
    const content = `${csv()}INC2,Active,0\n`;
    await importContent(store, content);
    const again = await importContent(store, content);
    expect(again.import).toBeNull();
    expect(again.counts).toEqual({ read: 5, new: 0, updated: 0, unchanged: 4, quarantined: 1 });
    expect(count(store, 'imports')).toBe(1);
  });

  it('exactly 10,000 rows look like an export that stopped at its limit', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `T${index},2026-01-13 09:00,2026-01-13 10:00`);
    const answer = await importContent(temporaryWorkspace(), `key,opened,resolved\n${rows.join('\n')}\n`);
    expect(answer.quality.find(({ code }) => code === 'likely-truncated')?.count).toBe(10_000);
  });
});

/** Sets the bit that says "encrypted" in both headers of the only entry. */
function locked(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  bytes[6] = (bytes[6] ?? 0) | 1;
  const central = Buffer.from(bytes.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes[central + 8] = (bytes[central + 8] ?? 0) | 1;
  return bytes;
}
