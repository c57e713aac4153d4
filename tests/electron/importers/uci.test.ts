import { expect, it } from 'vitest';
import { sharedData } from '#tests/fixtures/shared-data.ts';
import { count, importFile, temporaryWorkspace, undo } from './importing.ts';

const log = sharedData('tickets/uci-incident-event-log.zip');

it.skipIf(log === null)('the real incident log comes in whole, again without a change, and goes again (skipped where the log is not there)', { timeout: 180_000 }, async () => {
  const store = temporaryWorkspace();
  const order = { zone: 'Europe/Lisbon', customer: 'Acme', service: 'Desk' };
  const answer = await importFile(store, log ?? '', order);
  expect(answer).toMatchObject({
    profile: 'servicenow-event-log',
    counts: { read: 141_712, new: 141_712, updated: 0, unchanged: 0, quarantined: 0 },
    tickets: { total: 24_918, new: 24_918, updated: 0, unchanged: 0 },
    coverage: { from: '2016-02-29T01:16:00+00:00', to: '2017-02-18T15:00:00+00:00' },
    reading: { encoding: 'utf-8', delimiter: ',', dateOrder: 'day-month-year' },
  });
  const quality = Object.fromEntries(answer.quality.map((finding) => [finding.code, finding.count]));
  expect(quality).toEqual({ 'history-incomplete': 49_778, 'same-time': 14_118, 'response-not-derivable': 8_521, 'stop-differs': 2_102, 'stop-from-closed': 1_556, 'priority-changed': 383, 'event-before-opened': 5 });
  expect(store.read((reader) => reader.all<object>('SELECT source_verdict AS verdict, count(*) AS tickets FROM tickets GROUP BY source_verdict'))).toEqual([{ verdict: 'met', tickets: 15_803 }, { verdict: 'missed', tickets: 9_115 }]);
  expect((await importFile(store, log ?? '', order)).import).toBeNull();
  undo(store, answer.import ?? '');
  expect([count(store, 'tickets'), count(store, 'ticket_events'), count(store, 'ticket_timelines'), count(store, 'coverages')]).toEqual([0, 0, 0, 0]);
  expect(store.read((reader) => reader.all('SELECT * FROM pragma_foreign_key_check'))).toEqual([]);
});
