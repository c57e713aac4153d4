import { describe, expect, it } from 'vitest';
import { asksOf } from '#renderer/features/imports/asks.ts';
import { monthsCovered } from '#renderer/features/imports/coverage-months.ts';
import { dateAt, monthsOf, placeOf } from '#renderer/features/imports/coverage-places.ts';
import { faultsIn } from '#renderer/features/imports/faults.ts';
import { proposedState } from '#renderer/features/imports/proposals.ts';
import { wizardSearchSchema } from '#renderer/features/imports/search.ts';
import { changedRequest, importRequest, previewRequest, profileToSave } from '#renderer/features/imports/settings.ts';
import { cellText, linesOf, readCell } from '#renderer/features/metrics/grid-model.ts';
import { isAfter, momentText, readTimeOfDay } from '#renderer/features/outages/moment.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { servicenowEventLog } from '#shared/imports/shipped-profiles.ts';
import type { Reading } from '#shared/metrics/model.ts';

const preview: Preview = {
  kind: 'tickets',
  file: { name: 'log.csv', bytes: 10, sha256: '00' },
  profile: servicenowEventLog,
  nearest: servicenowEventLog,
  title: 'ServiceNow event log',
  choices: [],
  encoding: { label: 'utf-8', title: 'UTF-8', evidence: '', isDamaged: false },
  delimiter: { value: ',', fitting: 3, rows: 3 },
  missing: [],
  dates: { order: 'day-month-year', isSure: true, evidence: '' },
  zone: { value: null, isNeeded: true, byHour: [] },
  header: ['number', 'state'],
  rows: 3,
  columns: [{ field: 'key', column: 'number', index: 0, isRequired: true }, { field: 'customer', column: null, index: -1, isRequired: false }, { field: 'service', column: null, index: -1, isRequired: false }],
  values: [{ field: 'state', isTooMany: false, unknown: 1, values: [{ value: 'New', rows: 2, meaning: 'running', state: { class: 'new' } }, { value: 'Parked', rows: 1, meaning: null, state: null }] }],
  coverage: null,
  samples: { first: [], ticket: [], odd: [] },
  toConfirm: 2,
};

describe('What a person has to confirm', () => {
  it('is the zone that the file does not name, customer and service without a column, and each new value', () => {
    expect(asksOf(preview, {}).map(({ id }) => id)).toEqual(['zone', 'fixed:customer', 'fixed:service', 'value:state:Parked']);
  });
  it('goes with each choice; "none" is a choice too', () => {
    expect(asksOf(preview, { zone: 'UTC', customer: 'Acme', service: '', states: { Parked: { class: 'waiting' } } })).toEqual([]);
  });
  it('blocks where no profile or no required column is there', () => {
    expect(asksOf({ ...preview, profile: null }, {})[0]).toEqual({ id: 'profile', blocks: true });
    const missing = { ...preview, columns: [{ field: 'key', column: null, index: -1, isRequired: true }] };
    expect(asksOf(missing, { zone: 'UTC' })[0]).toEqual({ id: 'column:key', blocks: true });
  });
});

describe('What is imported', () => {
  const known: Preview = { ...preview, values: [] };
  it('is the profile by its name where nothing was changed, in the workspace zone where none was chosen', () => {
    expect(importRequest({ customer: 'Acme' }, 'f', known, 'Europe/Zurich')).toMatchObject({ file: 'f', settings: { profile: 'servicenow-event-log', customer: 'Acme', service: null, zone: 'Europe/Zurich', coverage: null } });
  });
  it('is the whole profile with chosen, known and proposed meanings where values are new', () => {
    const { profile } = importRequest({}, 'f', preview, 'UTC').settings;
    expect(profile).toMatchObject({ name: 'servicenow-event-log', values: { state: { New: { class: 'new' }, Parked: { class: 'active' } } } });
    const chosen = importRequest({ states: { Parked: { class: 'waiting', reason: 'supplier' } } }, 'f', preview, 'UTC').settings.profile;
    expect(chosen).toMatchObject({ values: { state: { Parked: { class: 'waiting', reason: 'supplier' } } } });
  });
  it('takes chosen columns into the nearest profile where none fits', () => {
    const request = changedRequest({ columns: { key: 'Vorgang' } }, 'f', { ...known, profile: null });
    expect(request).toMatchObject({ settings: { profile: { name: 'servicenow-event-log', columns: { key: 'Vorgang' } } } });
  });
  it('is previewed anew only for columns and texts of missing values', () => {
    expect(previewRequest({ profile: 'mine', zone: 'UTC' }, 'f').settings).toMatchObject({ profile: 'mine', zone: 'UTC' });
    expect(changedRequest({ states: { Parked: { class: 'active' } } }, 'f', preview)).toBeNull();
    expect(changedRequest({ columns: { title: 'name', due: '' } }, 'f', preview)?.settings.profile).toMatchObject({ columns: { title: 'name' } });
  });
  it('is saved with the zone and the names for all rows', () => {
    expect(profileToSave({ zone: 'UTC', customer: 'Acme', service: '' }, preview, 'Mine')).toMatchObject({ name: 'Mine', zone: 'UTC', fixed: { customer: 'Acme' } });
  });
});

it.each([
  ['Awaiting vendor', { class: 'waiting', reason: 'supplier' }],
  ['On Hold', { class: 'waiting', reason: 'on hold' }],
  ['Pending', { class: 'waiting', reason: 'customer' }],
  ['Closed - no answer', { class: 'closed' }],
  ['Fixed', { class: 'resolved' }],
  ['Cancelled by user', { class: 'cancelled' }],
  ['In work', { class: 'active' }],
])('The state %s is proposed as it reads', (value, meaning) => {
  expect(proposedState(value)).toEqual(meaning);
});

it('An address that was damaged keeps what can be read', () => {
  expect(wizardSearchSchema.parse({ file: 'f', step: 'nowhere', states: { A: { class: 'asleep' } }, page: 'x' })).toEqual({ file: 'f' });
});

describe('A fault in a line', () => {
  it('is underlined where the problem quotes it', () => {
    expect(faultsIn('INC1,31/11/2026 10:20,x', 'opened_at "31/11/2026 10:20"').filter(({ isFault }) => isFault)).toEqual([{ text: '31/11/2026 10:20', isFault: true }]);
  });
  it('stays in sight in a long line', () => {
    const parts = faultsIn(`${'a,'.repeat(200)}bad,end`, 'x "bad"');
    expect(parts.findIndex(({ isFault }) => isFault)).toBe(1);
    expect(parts[0]?.text.length).toBeLessThan(80);
  });
  it('is nowhere where nothing is quoted', () => {
    expect(faultsIn('a,b', '')).toEqual([{ text: 'a,b', isFault: false }]);
  });
});

describe('The coverage strip', () => {
  const months = monthsOf(['2026-02'], '2026-01-16', '2026-03-31');
  it('shows every month of the span', () => expect(months).toEqual(['2026-01', '2026-02', '2026-03']));
  it.each(['2026-01-01', '2026-01-16', '2026-02-28', '2026-03-31', '2026-04-01'])('gives %s back from its place', (date) => {
    expect(dateAt(months, placeOf(months, date))).toBe(date);
  });
});

it('A month of a coverage is measured, partly measured or not', () => {
  const [line] = monthsCovered([{ name: 'Mail', from: '2026-01-16', to: '2026-02-28' }], '2026-03', 13);
  expect(line?.months.map(({ month, state, days }) => [month, state, days])).toEqual([['2026-01', 'partly', 16], ['2026-02', 'measured', 28], ['2026-03', 'none', 0]]);
  expect(line?.months[0]?.parts).toEqual([[15 / 31, 1]]);
});

it.each([['9:30', '09:30'], ['930', '09:30'], ['9', '09:00'], ['24:00', null], ['half', null]])('The time %s is read as %s', (text, time) => expect(readTimeOfDay(text)).toBe(time));

it('A moment without a time is the begin of its day, and one comes after another', () => {
  expect(momentText({ date: '2026-01-13', time: '' })).toBe('2026-01-13T00:00');
  expect(isAfter({ date: '2026-01-13', time: '09:10' }, { date: '2026-01-13', time: '09:30' })).toBe(false);
  expect(isAfter({ date: null, time: '' }, { date: '2026-01-13', time: '' })).toBe(false);
});

it.each([
  ['72.5', null, { value: 72.5, unit: null, numerator: null, denominator: null }],
  ['72.5', '%', { value: 72.5, unit: '%', numerator: null, denominator: null }],
  ['1,250', null, { value: 1250, unit: null, numerator: null, denominator: null }],
  ['290 of 400', null, { value: 72.5, unit: '%', numerator: 290, denominator: 400 }],
  ['101 %', null, null],
  ['5/0', null, null],
  ['many', null, null],
] as const)('The cell %s with unit %s is read', (text, unit, value) => expect(readCell(text, unit)).toEqual(value));

it('Values of one metric, service and customer stand in one line; other spans than a month not in it', () => {
  const reading: Reading = { id: '1', metric: 'Backups', from: '2026-02-01', to: '2026-02-28', value: 98.5, unit: '%', numerator: null, denominator: null, serviceId: null, service: null, customerId: null, customer: null, note: null, isTyped: true };
  const lines = linesOf([reading, { ...reading, id: '2', from: '2026-01-01', to: '2026-03-31' }, { ...reading, id: '3', service: 'Mail' }]);
  expect(lines.map((line) => [line.service, [...line.byMonth.keys()]])).toEqual([[null, ['2026-02']], ['Mail', ['2026-02']]]);
  expect(cellText(lines[0]?.byMonth.get('2026-02'))).toBe('98.5');
});
