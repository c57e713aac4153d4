import { describe, expect, it } from 'vitest';
import { readIcs } from '#electron/importers/ics.ts';

const options = { zone: 'Europe/Berlin', fromYear: 2026, toYear: 2028 };

function file(...events: string[][]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');
}
function closures(...events: string[][]): unknown[] {
  return readIcs(file(...events), options).proposals.map((proposal) => proposal.closure);
}

describe('closures from an iCalendar file', () => {
  it('a whole day; the end is exclusive', () => {
    expect(closures(['UID:1', 'SUMMARY:New Year', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260102'])).toEqual([{ kind: 'date', from: '2026-01-01', to: '2026-01-01', label: 'New Year' }]);
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261228'])).toEqual([{ kind: 'range', from: '2026-12-24', to: '2026-12-27' }]);
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20260101'])).toEqual([{ kind: 'date', from: '2026-01-01', to: '2026-01-01' }]);
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20260101', 'DURATION:P2D'])).toEqual([{ kind: 'range', from: '2026-01-01', to: '2026-01-02' }]);
  });

  it('part of a day, with a zone, in UTC, or floating, on the calendar\'s wall clock', () => {
    expect(closures(['UID:1', 'DTSTART;TZID=America/New_York:20260113T060000', 'DTEND;TZID=America/New_York:20260113T080000'])).toEqual([{ kind: 'date', from: '2026-01-13', to: '2026-01-13', fromTime: '12:00', toTime: '14:00' }]);
    expect(closures(['UID:1', 'DTSTART:20260713T100000Z', 'DTEND:20260713T110000Z'])).toEqual([{ kind: 'date', from: '2026-07-13', to: '2026-07-13', fromTime: '12:00', toTime: '13:00' }]);
    expect(closures(['UID:1', 'DTSTART:20260713T100000', 'DURATION:PT90M'])).toEqual([{ kind: 'date', from: '2026-07-13', to: '2026-07-13', fromTime: '10:00', toTime: '11:30' }]);
  });

  it('a span over several days becomes a part, whole days, and a part', () => {
    expect(closures(['UID:1', 'DTSTART:20261223T120000', 'DTEND:20261227T090000'])).toEqual([
      { kind: 'date', from: '2026-12-23', to: '2026-12-23', fromTime: '12:00' },
      { kind: 'range', from: '2026-12-24', to: '2026-12-26' },
      { kind: 'date', from: '2026-12-27', to: '2026-12-27', fromTime: '00:00', toTime: '09:00' },
    ]);
  });

  it('a zone of the file\'s own, as Outlook writes it', () => {
    const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VTIMEZONE', 'TZID:Eastern Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0500', 'END:STANDARD', 'END:VTIMEZONE',
      'BEGIN:VEVENT', 'UID:1', 'DTSTART;TZID="Eastern Standard Time":20260113T060000', 'DTEND;TZID="Eastern Standard Time":20260113T080000', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(readIcs(text, options).proposals[0]?.closure).toMatchObject({ fromTime: '12:00', toTime: '14:00' });
  });

  it('a plain yearly rule stays one; others are written out for the years asked for', () => {
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'])).toEqual([{ kind: 'yearly', from: '05-01', to: '05-01' }]);
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'])).toEqual([{ kind: 'yearly', from: '05-01', to: '05-01' }]);
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20201224', 'DTEND;VALUE=DATE:20210103', 'RRULE:FREQ=YEARLY'])).toEqual([{ kind: 'yearly', from: '12-24', to: '01-02' }]);
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'])).toEqual(['2026-11-26', '2027-11-25', '2028-11-23'].map((day) => ({ kind: 'date', from: day, to: day })));
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=2'])).toEqual(['2026-05-01', '2027-05-01'].map((day) => ({ kind: 'date', from: day, to: day })));
  });

  it.each([
    ['the last Monday of May', '20260525', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', ['2026-05-25', '2027-05-31', '2028-05-29']],
    ['the first weekday of each quarter', '20260101', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', ['2026-01-01', '2027-01-01', '2028-01-03']],
    ['every second year', '20260501', 'FREQ=YEARLY;INTERVAL=2', ['2026-05-01', '2028-05-01']],
    ['29 February', '20240229', 'FREQ=YEARLY;COUNT=2', ['2028-02-29']],
    ['the last day of a month, three times', '20260131', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['every other Friday until a day', '20260102', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20260130', ['2026-01-02', '2026-01-16', '2026-01-30']],
    ['the 53rd Friday of a year', '20260101', 'FREQ=YEARLY;BYDAY=53FR', ['2027-12-31']],
  ])('%s', (_name, start, rule, days) => {
    expect(closures(['UID:1', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`])).toEqual(days.map((day) => ({ kind: 'date', from: day, to: day })));
  });

  it('EXDATE and moved occurrences are honoured', () => {
    expect(closures(['UID:1', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270501'])).toEqual(['2026-05-01', '2028-05-01'].map((day) => ({ kind: 'date', from: day, to: day })));
    expect(closures(
      ['UID:1', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;UNTIL=20271231'],
      ['UID:1', 'RECURRENCE-ID;VALUE=DATE:20270501', 'DTSTART;VALUE=DATE:20270503'],
    )).toEqual(['2026-05-01', '2027-05-03'].map((day) => ({ kind: 'date', from: day, to: day })));
  });

  it('observances are entered as ignored, cancelled events and those without time are skipped with their line', () => {
    const { proposals, skipped } = readIcs(file(
      ['UID:1', 'SUMMARY:Mother\'s Day', 'CATEGORIES:Observance', 'DTSTART;VALUE=DATE:20260510'],
      ['UID:2', 'DESCRIPTION:Observance\\nTo hide observances', 'DTSTART;VALUE=DATE:20260621'],
      ['UID:3', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260622'],
      ['UID:4', 'DTSTART:20260622T100000Z'],
    ), options);
    expect(proposals.map((proposal) => proposal.state)).toEqual(['rejected', 'rejected']);
    expect(skipped).toEqual([{ line: 15, reason: 'The event is cancelled.' }, { line: 20, reason: 'The event takes no time.' }]);
  });

  it('folded lines and every script are read; the same file has the same identities', () => {
    const text = file(['UID:1', 'SUMMARY:大晦日 🎉 ein sehr langer Na', ' me', 'DTSTART;VALUE=DATE:20261231']);
    expect(readIcs(text, options).proposals[0]?.closure.label).toBe('大晦日 🎉 ein sehr langer Name');
    expect(readIcs(text, options)).toEqual(readIcs(text.replaceAll('\r\n', '\n'), options));
  });
});

describe('bad files', () => {
  it.each([
    ['', 1],
    ['PK\u0003\u0004', 1],
    ['Name;Date\nNew Year;1.1.', 1],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nthis is no line\nEND:VEVENT\nEND:VCALENDAR', 3],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n', 4],
    [file(['UID:1', 'DTSTART;VALUE=DATE:20261340']), 4],
  ])('%j is refused with its line', (text, line) => {
    expect(() => readIcs(text, options)).toThrowError(expect.objectContaining({ code: 'invalid-input', details: [expect.objectContaining({ path: `line ${line}` })] }));
  });

  it('a list of 200,000 dates is refused before each is read', () => {
    const dates = Array.from({ length: 200_000 }, () => '20260106').join(',');
    expect(() => readIcs(file(['UID:1', 'DTSTART;VALUE=DATE:20260105', `RDATE;VALUE=DATE:${dates}`]), options)).toThrowError(/more than 20000 closures/);
  });

  it('a name with control characters, markup and a formula is kept as text of one line', () => {
    const { proposals } = readIcs(file(['UID:1', 'DTSTART;VALUE=DATE:20260105', 'SUMMARY:Hol\u0007i\u0000day <img src=x>\\n=cmd()']), options);
    expect(proposals[0]?.closure.label).toBe('Holiday <img src=x> =cmd()');
  });

  it('a file of more than 5 MB is refused', () => {
    expect(() => readIcs(`BEGIN:VCALENDAR\n${' '.repeat(5_000_001)}`, options)).toThrowError(/larger than 5 MB/);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=WEEKLY;INTERVAL=0'])('%s ends', (rule) => {
    expect(readIcs(file(['UID:1', 'DTSTART;VALUE=DATE:20260105', `RRULE:${rule}`]), options).proposals.length).toBeLessThan(2000);
  });
});
