import { describe, expect, it } from 'vitest';
import { everything } from '#tests/fixtures/store.ts';
import { count, importContent, refusal, temporaryWorkspace, undo } from './importing.ts';

const outages = 'service,start,end,type,reason,ticket,approved_by\nMail,2026-01-13 09:00,2026-01-13 09:40,outage,Disk,INC1,\nMail,2026-01-20 22:00,2026-01-21 02:00,planned,Patch day,,Bo Ek\nWeb,2026-01-22 10:00,,degradation,Slow,,\n';
const metrics = 'metric,from,to,value,unit,numerator,denominator,service,note\nFirst-contact resolution,2026-01-01,2026-01-31,71.25,%,57,80,Desk,\nFirst-contact resolution,2026-02-01,2026-03-01,68,%,,,Desk,half-open\nSpeed of answer,2026-01-01,2026-01-31,"12,5",s,,,Desk,\n';

describe('outages', () => {
  it('come in with kind, reason and approval; one without an end goes on', async () => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, outages, { kind: 'outages' });
    expect(answer).toMatchObject({ profile: 'generic-outages', counts: { read: 3, new: 3, updated: 0, unchanged: 0, quarantined: 0 }, tickets: null, created: { services: ['Mail', 'Web'] } });
    expect(store.read((reader) => reader.all<object>('SELECT name, kind, starts_at, ends_at, reason, ticket_key, approved_by FROM outages JOIN services ON services.no = service_no ORDER BY starts_at'))).toEqual([
      { name: 'Mail', kind: 'outage', starts_at: Date.UTC(2026, 0, 13, 9), ends_at: Date.UTC(2026, 0, 13, 9, 40), reason: 'Disk', ticket_key: 'INC1', approved_by: null },
      { name: 'Mail', kind: 'planned', starts_at: Date.UTC(2026, 0, 20, 22), ends_at: Date.UTC(2026, 0, 21, 2), reason: 'Patch day', ticket_key: null, approved_by: 'Bo Ek' },
      { name: 'Web', kind: 'degradation', starts_at: Date.UTC(2026, 0, 22, 10), ends_at: null, reason: 'Slow', ticket_key: null, approved_by: null },
    ]);
    expect(answer.coverage).toEqual({ from: '2026-01-13T09:00:00+00:00', to: '2026-01-22T10:00:00+00:00' });
  });

  it('again: nothing; with the end that was missing: an update; undone: as before', async () => {
    const store = temporaryWorkspace();
    await importContent(store, outages, { kind: 'outages' });
    expect((await importContent(store, outages, { kind: 'outages' })).import).toBeNull();
    const kept = ['changes', 'change_rows', 'search_entries', 'imports', 'files', 'file_chunks', 'records'];
    const before = everything(store, kept);
    const answer = await importContent(store, outages.replace('10:00,,', '10:00,2026-01-22 11:00,'), { kind: 'outages' });
    expect(answer.counts).toEqual({ read: 3, new: 0, updated: 1, unchanged: 2, quarantined: 0 });
    undo(store, answer.import ?? '');
    expect(everything(store, kept)).toEqual(before);
  });

  it.each<[string, string, string]>([
    ['that end before they start', 'Mail,2026-01-13 09:00,2026-01-13 08:40,outage,,,', 'end-before-start'],
    ['without a start', 'Mail,,2026-01-13 08:40,outage,,,', 'time-missing'],
    ['of a kind that is none', 'Mail,2026-01-13 09:00,2026-01-13 09:40,party,,,', 'type-unknown'],
    ['without a service', '?,2026-01-13 09:00,2026-01-13 09:40,outage,,,', 'service-missing'],
    ['there twice', 'Mail,2026-01-13 09:00,2026-01-13 09:40,outage,Disk,INC1,', 'duplicate'],
    ['that contradict another', 'Mail,2026-01-13 09:00,2026-01-13 10:40,outage,Disk,INC1,', 'contradiction'],
  ])('%s go to quarantine', async (_name, row, code) => {
    const answer = await importContent(temporaryWorkspace(), `${outages}${row}\n`, { kind: 'outages' });
    expect(answer.quarantine.map((one) => one.code)).toEqual([code]);
    expect(answer.counts).toEqual({ read: 4, new: 3, updated: 0, unchanged: 0, quarantined: 1 });
  });

  it('come in again as the list of outages exports them', async () => {
    const store = temporaryWorkspace();
    const exported = '\ufeffService,Kind,Begins,Ends,"Duration, h:min",Reason,Ticket,Source,Approved by,Weight,Users\nMail,Planned,2026-04-01 22:00:00,2026-04-02 02:00:00,4:00:00,Patch day,,generic outages CSV,Ann,,\nMail,Not observed,2026-03-03 09:00:00,,,,INC1,Monitor,,,\nMail,Degradation,2026-03-01 09:00:00,2026-03-01 10:00:00,1:00:00,,,Monitor,,0.5,12\n';
    expect(await importContent(store, exported, { kind: 'outages' })).toMatchObject({ profile: 'generic-outages', counts: { read: 3, new: 3, quarantined: 0 } });
    expect(store.read((reader) => reader.all<object>('SELECT kind, ends_at - starts_at AS lasts, ticket_key AS ticket, approved_by AS approved, weight_ppb AS weight, user_count AS users FROM outages ORDER BY starts_at'))).toEqual([
      { kind: 'degradation', lasts: 3_600_000, ticket: null, approved: null, weight: 500_000_000, users: 12 },
      { kind: 'unobserved', lasts: null, ticket: 'INC1', approved: null, weight: null, users: null },
      { kind: 'planned', lasts: 14_400_000, ticket: null, approved: 'Ann', weight: null, users: null },
    ]);
  });

  it('take their service from the order where the file has none', async () => {
    const content = 'start,end\n2026-01-13 09:00,2026-01-13 09:40\n';
    expect(await refusal(importContent(temporaryWorkspace(), content, { kind: 'outages' }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'columns.service' }] });
    expect((await importContent(temporaryWorkspace(), content, { kind: 'outages', service: 'Mail' })).counts.new).toBe(1);
  });
});

describe('metric values', () => {
  it('come in without a zone; shares in parts per billion, others in thousandths; a half-open period ends the day before', async () => {
    const store = temporaryWorkspace();
    const answer = await importContent(store, metrics, { kind: 'metrics', zone: null });
    expect(answer).toMatchObject({ profile: 'metric-values', counts: { read: 3, new: 3 } });
    expect(store.read((reader) => reader.all<object>('SELECT indicator, from_on, to_on, value_ppb, value_count, numerator, denominator, note FROM readings ORDER BY from_on, indicator'))).toEqual([
      { indicator: 'First-contact resolution', from_on: '2026-01-01', to_on: '2026-01-31', value_ppb: 712_500_000, value_count: null, numerator: 57, denominator: 80, note: null },
      { indicator: 'Speed of answer', from_on: '2026-01-01', to_on: '2026-01-31', value_ppb: null, value_count: 12_500, numerator: null, denominator: null, note: 's' },
      { indicator: 'First-contact resolution', from_on: '2026-02-01', to_on: '2026-02-28', value_ppb: 680_000_000, value_count: null, numerator: null, denominator: null, note: 'half-open' },
    ]);
  });

  it('again: nothing; newer: updated; undone: as before', async () => {
    const store = temporaryWorkspace();
    await importContent(store, metrics, { kind: 'metrics' });
    expect((await importContent(store, metrics, { kind: 'metrics' })).import).toBeNull();
    const kept = ['changes', 'change_rows', 'search_entries', 'imports', 'files', 'file_chunks', 'records'];
    const before = everything(store, kept);
    const answer = await importContent(store, `${metrics.replace(',68,', ',69,')}Backup success,2026-01-01,2026-01-31,99.5,%,,,,\n`, { kind: 'metrics' });
    expect(answer.counts).toEqual({ read: 4, new: 1, updated: 1, unchanged: 2, quarantined: 0 });
    undo(store, answer.import ?? '');
    expect(everything(store, kept)).toEqual(before);
    expect(count(store, 'readings')).toBe(3);
  });

  it.each<[string, string, string]>([
    ['without a metric', ',2026-01-01,2026-01-31,1,%,,,,', 'metric-missing'],
    ['without a value', 'A,2026-01-01,2026-01-31,,%,,,,', 'value-missing'],
    ['that are no numbers', 'A,2026-01-01,2026-01-31,many,%,,,,', 'number-unreadable'],
    ['that end before they begin', 'A,2026-02-01,2026-01-31,1,%,,,,', 'end-before-start'],
    ['of a day that is none', 'A,2026-02-30,2026-03-31,1,%,,,,', 'date-unreadable'],
  ])('%s go to quarantine', async (_name, row, code) => {
    const answer = await importContent(temporaryWorkspace(), `${metrics}${row}\n`, { kind: 'metrics' });
    expect(answer.quarantine.map((one) => one.code)).toEqual([code]);
  });
});
