import { describe, expect, it } from 'vitest';
import { count, csv, importContent, logHeader, logRows, temporaryWorkspace } from './importing.ts';

/** UTF-16, with the byte-order mark unless told not to. */
function utf16(text: string, { isBig = false, hasMark = true } = {}): Uint8Array {
  const bytes = Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

const german = csv([...logRows, ['INC3', 'New', '0', '15/1/2026 09:00', '15/1/2026 09:05', '2 - High', 'Störungsannahme Zürich', '?', '?']]);
/** 상담 in cp949. */
const korean = Buffer.concat([Buffer.from(csv([...logRows, ...logRows.map((row) => ['K', ...row.slice(1)])].slice(0, 4)).trimEnd().replaceAll('Desk', '@'), 'latin1')]);

describe('whatever a file is written in, the same rows come out', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['comma, LF', csv(), 'utf-8'],
    ['semicolon, CRLF', csv(logRows, { delimiter: ';', newline: '\r\n' }), 'utf-8'],
    ['tab', csv(logRows, { delimiter: '\t' }), 'utf-8'],
    ['bar', csv(logRows, { delimiter: '|' }), 'utf-8'],
    ['lone CR', csv(logRows, { newline: '\r' }), 'utf-8'],
    ['no line end at the end', csv().trimEnd(), 'utf-8'],
    ['a byte-order mark', `\uFEFF${csv()}`, 'utf-8'],
    ['UTF-16 little endian', utf16(csv()), 'utf-16le'],
    ['UTF-16 big endian', utf16(csv(), { isBig: true }), 'utf-16be'],
    ['UTF-16 without a mark', utf16(csv(), { hasMark: false }), 'utf-16le'],
    ['all values quoted', csv(logRows.map((row) => row.map((value) => `"${value}"`))), 'utf-8'],
    ['headers in capitals', csv(logRows, { header: logHeader.map((name) => name.toUpperCase()) }), 'utf-8'],
    ['headers as labels', csv(logRows, { header: ['Number', 'Incident state', 'Updates', 'Opened', 'Updated', 'Priority', 'Assignment group', 'Resolved', 'Closed'] }), 'utf-8'],
    ['columns in another order', csv(logRows.map((row) => [...row].reverse()), { header: [...logHeader].reverse() }), 'utf-8'],
    ['blank lines between', csv().replaceAll('\n', '\n\n'), 'utf-8'],
    ['a separator line of Excel', `sep=;\r\n${csv(logRows, { delimiter: ';', newline: '\r\n' })}`, 'utf-8'],
    ['a title above the header', `Incidents of the desk\n\n${csv()}`, 'utf-8'],
    ['the header again in the middle', csv([...logRows.slice(0, 3), logHeader, ...logRows.slice(3)]), 'utf-8'],
    ['month first', csv(logRows.map((row) => row.map((value) => value.replace(/^(\d+)\/(\d+)\//u, '$2/$1/')))), 'utf-8'],
    ['ISO dates', csv(logRows.map((row) => row.map((value) => value.replace(/^(\d+)\/1\/2026 /u, '2026-01-$1 ')))), 'utf-8'],
    ['dates with dots and seconds', csv(logRows.map((row) => row.map((value) => value.replace(/^(\d+)\/1\/2026 (.*)$/u, '$1.01.2026 $2:00')))), 'utf-8'],
    ['month names', csv(logRows.map((row) => row.map((value) => value.replace(/^(\d+)\/1\/2026 (..):(..)$/u, '$1/Jan/26 $2:$3 AM')))).replaceAll('12:00 AM', '12:00 PM'), 'utf-8'],
    ['dates with an offset', csv(logRows.map((row) => row.map((value) => value.replace(/^(\d+)\/1\/2026 (.*)$/u, '2026-01-$1T$2:00Z')))), 'utf-8'],
  ])('%s', async (_name, content, encoding) => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, content);
    expect(answer.counts).toEqual({ read: 4, new: 4, updated: 0, unchanged: 0, quarantined: 0 });
    expect(answer.reading.encoding).toBe(encoding);
    expect(answer.coverage).toEqual({ from: '2026-01-13T09:00:00+00:00', to: '2026-01-14T09:05:00+00:00' });
    expect(count(store, 'tickets')).toBe(2);
  });

  it.each<[string, Uint8Array, string, string]>([
    ['Windows-1252', Buffer.from(german, 'latin1'), 'windows-1252', 'Störungsannahme Zürich'],
    ['UTF-8', Buffer.from(german), 'utf-8', 'Störungsannahme Zürich'],
    ['cp949', Buffer.from(korean.toString('latin1').replaceAll('@', '\u00bb\u00f3\u00b4\u00e3 \u00c1\u00a2\u00bc\u00f6'), 'latin1'), 'euc-kr', '상담 접수'],
  ])('letters of %s', async (_name, content, encoding, team) => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, content);
    expect(answer.reading.encoding).toBe(encoding);
    expect(store.read((reader) => reader.all<{ value: string }>("SELECT value FROM source_values WHERE field = 'team'")).map(({ value }) => value)).toContain(team);
  });

  it('a Windows-1252 letter far behind the beginning decides the encoding of the whole file', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ['X', 'New', '0', '13/1/2026 09:00', '13/1/2026 09:05', '2 - High', 'Desk', '?', '?'].with(0, `INC${index}`));
    const store = temporaryWorkspace();
    const answer = await importContent(store, Buffer.from(csv([...many, ['INCZ', 'New', '0', '15/1/2026 09:00', '15/1/2026 09:05', '2 - High', 'Zürich', '?', '?']]), 'latin1'));
    expect(answer.reading.encoding).toBe('windows-1252');
    expect(answer.counts.new).toBe(20_001);
    expect(store.read((reader) => reader.value<string>("SELECT value FROM source_values WHERE value LIKE 'Z%'"))).toBe('Zürich');
  });

  it('one damaged byte in a UTF-8 file leaves the other letters as they are and is said', async () => {
    const bytes = Buffer.from(csv([...logRows, ['INC3', 'New', '0', '15/1/2026 09:00', '15/1/2026 09:05', '2 - High', 'Zürich Größe Öl @', '?', '?']]));
    bytes[bytes.indexOf('@')] = 0xff;
    const store = temporaryWorkspace();
    const answer = await importContent(store, bytes);
    expect(answer.quality.map(({ code }) => code)).toContain('encoding-damaged');
    expect(store.read((reader) => reader.value<string>("SELECT value FROM source_values WHERE value LIKE 'Z%'"))).toBe('Zürich Größe Öl \uFFFD');
  });

  it('quotes hold delimiters, quotes and line breaks of either kind; lines are counted as they stand in the file', async () => {
    const text = ['number,incident_state,sys_mod_count,opened_at,sys_updated_at,short_description', 'INC1,New,0,2026-01-13 09:00,2026-01-13 09:05,"Printer ""2"",', 'floor 3\r', 'again"', 'INC2,New,0,2026-01-13 09:00,2026-01-13 09:05,"plain"', ''].join('\r\n');
    const store = temporaryWorkspace();
    await importContent(store, text);
    expect(store.read((reader) => reader.all<object>('SELECT key, title, line FROM tickets JOIN ticket_events ON ticket_no = no'))).toEqual([
      { key: 'INC1', title: 'Printer "2",\r\nfloor 3\r\r\nagain', line: 2 },
      { key: 'INC2', title: 'plain', line: 5 },
    ]);
  });

  it('local times become instants in the zone that is named, across a clock change', async () => {
    const store = temporaryWorkspace();
    await importContent(store, csv([['INC1', 'New', '0', '28/3/2026 12:00', '29/3/2026 13:00', '1 - Critical', 'Desk', '?', '?']]), { zone: 'Europe/Berlin' });
    expect(store.read((reader) => reader.get('SELECT opened_at, happened_at FROM tickets JOIN ticket_events ON ticket_no = no'))).toEqual({ opened_at: Date.UTC(2026, 2, 28, 11), happened_at: Date.UTC(2026, 2, 29, 11) });
  });
});
