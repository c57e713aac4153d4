import { describe, expect, it } from 'vitest';
import { ledgerDocument } from '#shared/ledger/ledger-document.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import type { Ledger, TicketHistory } from '#shared/ledger/model.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { aggregate, agreement, at, office, rulesOf, ticket, zone, type Row } from './examples.ts';

const hour = 3_600_000;

function ledger(history: TicketHistory, term: Record<string, unknown> = {}, change: Record<string, unknown> = {}, asOf = '2026-12-01'): Ledger {
  const { rules, calendar } = rulesOf(agreement(term, change));
  return ledgerOf(history, rules, calendar, at(asOf));
}

function lines(of: Ledger): [string, string, string, number][] {
  return of.stretches.map((stretch) => [formatInstant(stretch.from, zone).slice(0, 16), stretch.class + (stretch.reason === null ? '' : ` (${stretch.reason})`), stretch.rule, Math.round(stretch.ms / 60_000)]);
}

describe('a ledger', () => {
  it('gives every stretch its class, its reason and the rule that put it there', () => {
    const rows: readonly Row[] = [
      ['2026-01-12T07:10', 'new', null, '1 - Critical', 'Service desk'],
      ['2026-01-12T09:40', 'resolved', null, '1 - Critical', 'Service desk'],
      ['2026-01-13T09:00', 'active', null, '1 - Critical', 'Platform'],
      ['2026-01-13T10:00', 'waiting', 'customer', '1 - Critical', 'Platform'],
      ['2026-01-13T12:00', 'active', null, '1 - Critical', 'Platform'],
    ];
    const result = ledger(ticket('2026-01-12T07:00', rows, { resolved: '2026-01-13T14:00' }));
    expect(lines(result)).toEqual([
      ['2026-01-12T07:00', 'out of hours', 'outside Mon–Fri 08:00–17:00', 60],
      ['2026-01-12T08:00', 'counted', 'opened before the hours', 100],
      ['2026-01-12T09:40', 'paused (closed)', 'reopened: the gap is a pause', 440],
      ['2026-01-12T17:00', 'out of hours', 'outside Mon–Fri 08:00–17:00', 900],
      ['2026-01-13T08:00', 'paused (closed)', 'reopened: the gap is a pause', 60],
      ['2026-01-13T09:00', 'counted', 'reopened', 60],
      ['2026-01-13T10:00', 'paused (customer)', 'waiting for customer: the clock is paused', 120],
      ['2026-01-13T12:00', 'counted', 'resumed', 120],
    ]);
    expect(result.sums).toEqual({ counted: 280 * 60_000, paused: 620 * 60_000, 'out of hours': 960 * 60_000, closure: 0, excluded: 0, maintenance: 0, wall: 1860 * 60_000 });
    expect(result.verdict).toBe('missed');
    expect(result.dueMoves.map((move) => [move.cause, move.reason, move.addedMs / 60_000, formatInstant(move.due, zone).slice(0, 16)])).toEqual([
      ['target', null, 240, '2026-01-12T12:00'],
      ['paused', 'closed', 500, '2026-01-13T11:20'],
      ['paused', 'customer', 120, '2026-01-13T13:20'],
    ]);
    expect(result.countedByTeam).toEqual([{ team: 'Platform', ms: 180 * 60_000 }, { team: 'Service desk', ms: 100 * 60_000 }]);
  });

  it('names the source state and team of each stretch in the hours', () => {
    const result = ledger(ticket('2026-01-12T09:00', [['2026-01-12T09:10', 'new', null, '1 - Critical', 'Desk'], ['2026-01-12T10:00', 'active', null, '1 - Critical', 'Desk']], { resolved: '2026-01-12T11:00' }));
    expect(result.stretches.map((stretch) => [stretch.state, stretch.team])).toEqual([[null, null], ['new', 'Desk'], ['active', 'Desk']]);
  });

  it('tells closures from other closed time', () => {
    const closed = { ...office, closures: [{ kind: 'date', from: '2026-01-13', to: '2026-01-13', label: 'Works outing' }] };
    const result = ledger(ticket('2026-01-12T16:00', [], { resolved: '2026-01-14T09:00' }), {}, { calendars: { office: closed } });
    expect(result.sums.closure).toBeGreaterThan(0);
    expect(result.stretches.filter((stretch) => stretch.class === 'closure').map((stretch) => [stretch.reason, stretch.rule])).toEqual([['Works outing', 'closed: Works outing']]);
    expect(result.sums.counted).toBe(2 * hour);
    expect(result.sums.wall).toBe(41 * hour);
  });

  it.each<[string, readonly Row[], Record<string, unknown>, readonly string[]]>([
    ['a gap that counts', [['2026-01-12T09:00', 'new'], ['2026-01-12T10:00', 'resolved'], ['2026-01-12T11:00', 'active']], { reopen: { policy: 'gap-counts' } }, ['opened', 'reopened: the gap counts', 'in progress']],
    ['a stopped state before the stop', [['2026-01-12T09:00', 'new'], ['2026-01-12T10:00', 'resolved']], {}, ['opened', 'stopped state before the stop: counts as running']],
    ['a wait that does not pause', [['2026-01-12T09:00', 'new'], ['2026-01-12T10:00', 'waiting', 'customer'], ['2026-01-12T11:00', 'active']], { pausesMove: false }, ['opened', 'waiting for customer: does not pause this clock', 'in progress']],
    ['a new cycle', [['2026-01-12T09:00', 'new'], ['2026-01-12T10:00', 'resolved'], ['2026-01-12T11:00', 'active']], { reopen: { policy: 'new-cycle' } }, ['reopened: a new cycle begins']],
    ['a gap within the days', [['2026-01-12T09:00', 'new'], ['2026-01-12T10:00', 'resolved'], ['2026-01-12T11:00', 'active']], { reopen: { policy: 'ignore-after', days: 5 } }, ['opened', 'reopened within 5 days: the gap is a pause', 'reopened']],
    ['a clock that starts afresh', [['2026-01-12T09:00', 'new', null, '2 - High'], ['2026-01-12T10:00', 'active', null, '1 - Critical']], { onPriorityChange: 'afresh' }, ['priority changed: the clock starts afresh']],
  ])('says why: %s', (_, rows, term, rules) => {
    expect(ledger(ticket('2026-01-12T09:00', rows, { resolved: '2026-01-12T12:00' }), term).stretches.map((stretch) => stretch.rule)).toEqual(rules);
  });

  it('puts exclusions before maintenance before pauses, and moves the due time by each once', () => {
    const { rules, calendar } = rulesOf(agreement({ maintenanceStopsClock: true }));
    const result = ledgerOf(ticket('2026-01-12T09:00', [['2026-01-12T10:00', 'waiting', 'customer'], ['2026-01-12T14:00', 'active']], { resolved: '2026-01-12T15:00' }), rules, calendar, at('2026-03-01'), {
      excluded: [{ from: at('2026-01-12T10:00'), to: at('2026-01-12T11:00'), reason: 'power cut' }],
      maintenance: [{ from: at('2026-01-12T10:30'), to: at('2026-01-12T12:00'), reason: 'patches' }],
    });
    expect(result.stretches.map((stretch) => [stretch.class, stretch.reason, stretch.ms / hour])).toEqual([
      ['counted', null, 1], ['excluded', 'power cut', 1], ['maintenance', 'patches', 1], ['paused', 'customer', 2], ['counted', null, 1],
    ]);
    expect(result.dueMoves.map((move) => [move.cause, move.addedMs / hour])).toEqual([['target', 4], ['excluded', 1], ['maintenance', 1], ['paused', 2]]);
    expect(result.due).toBe(at('2026-01-12T17:00'));
    expect(result.dueMoves.at(-1)?.due).toBe(result.due);
  });

  it('of a source without history shows the hold as the last working time', () => {
    const result = ledger(aggregate('2026-01-12T16:00', { resolved: '2026-01-13T10:00', hold: 1.5 * hour }));
    expect(lines(result)).toEqual([
      ['2026-01-12T16:00', 'counted', 'aggregate: pauses not re-derivable', 60],
      ['2026-01-12T17:00', 'out of hours', 'outside Mon–Fri 08:00–17:00', 900],
      ['2026-01-13T08:00', 'counted', 'aggregate: pauses not re-derivable', 30],
      ['2026-01-13T08:30', 'paused (hold)', 'aggregate: pauses not re-derivable', 90],
    ]);
    expect(result.sums.wall).toBe(18 * hour);
  });

  it('of an open ticket ends at as of', () => {
    const result = ledger(ticket('2026-01-12T09:00', [['2026-01-12T09:00', 'new']]), {}, {}, '2026-01-12T11:00');
    expect([result.verdict, result.stop, result.sums.wall / hour]).toEqual(['open', null, 2]);
  });

  it('is printed as the command line prints it', () => {
    const printed = ledgerDocument(ledger(ticket('2026-01-12T16:00', [['2026-01-12T16:00', 'new']], { resolved: '2026-01-13T09:00' })), zone);
    expect(printed).toMatchObject({
      ticket: 'INC1', term: 'T-001', start: '2026-01-12T16:00:00+01:00', stop: '2026-01-13T09:00:00+01:00', due: '2026-01-13T11:00:00+01:00', verdict: 'met',
      stretches: [
        { from: '2026-01-12T16:00:00+01:00', to: '2026-01-12T17:00:00+01:00', class: 'counted', reason: null, rule: 'opened', ms: hour },
        { class: 'out of hours', ms: 15 * hour }, { class: 'counted', rule: 'in progress', ms: hour },
      ],
      sums: { counted: 2 * hour, 'out of hours': 15 * hour, wall: 17 * hour },
    });
  });
});
