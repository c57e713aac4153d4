import { describe, expect, it } from 'vitest';
import { evaluateClock } from '#shared/ledger/clock.ts';
import type { ClockContext, ClockResult, TicketHistory } from '#shared/ledger/model.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { aggregate, agreement, at, rulesOf, ticket, zone, type Row } from './examples.ts';

const hour = 3_600_000;

function judged(history: TicketHistory, term: Record<string, unknown> = {}, asOf = '2026-03-01', context?: ClockContext): ClockResult {
  const { rules, calendar } = rulesOf(agreement(term));
  return evaluateClock(history, rules, calendar, at(asOf), context);
}

function brief(result: ClockResult): [string, string | null, number] {
  return [result.verdict, result.due === null ? null : formatInstant(result.due, zone).slice(0, 16), result.countedMs / hour];
}

const new9: Row = ['2026-01-12T09:00', 'new'];

describe('a target of 4 business hours, Mon–Fri 08:00–17:00', () => {
  it.each<[string, string, readonly Row[], { resolved?: string; closed?: string }, [string, string | null, number]]>([
    ['is met within the hours', '2026-01-12T09:00', [], { resolved: '2026-01-12T12:00' }, ['met', '2026-01-12T13:00', 3]],
    ['is missed over night', '2026-01-13T16:00', [], { resolved: '2026-01-14T12:00' }, ['missed', '2026-01-14T11:00', 5]],
    ['moves by the pause of a customer', '2026-01-14T10:00', [['2026-01-14T11:00', 'waiting', 'customer'], ['2026-01-14T13:30', 'active']], { resolved: '2026-01-14T16:00' }, ['met', '2026-01-14T16:30', 3.5]],
    ['is met by an exact fill', '2026-02-02T08:00', [], { resolved: '2026-02-02T12:00' }, ['met', '2026-02-02T12:00', 4]],
    ['is met by a stop outside the hours after an exact fill', '2026-01-12T13:00', [], { resolved: '2026-01-12T22:00' }, ['met', '2026-01-12T17:00', 4]],
    ['is missed when open and past due', '2026-02-09T09:00', [], {}, ['missed', '2026-02-09T13:00', 134]],
    ['is open when not yet due', '2026-02-27T15:30', [], {}, ['open', '2026-03-02T10:30', 1.5]],
    ['counts from the next opening', '2026-01-16T21:00', [], { resolved: '2026-01-19T09:30' }, ['met', '2026-01-19T12:00', 1.5]],
    ['closes by closedAt where there is no resolvedAt', '2026-01-12T09:00', [], { closed: '2026-01-12T12:00' }, ['met', '2026-01-12T13:00', 3]],
    ['stops with the stopped state that it is in where the source gives no time', '2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'resolved'], ['2026-01-15T10:00', 'closed']], {}, ['met', '2026-01-12T13:00', 1]],
    ['is paused from creation', '2026-01-12T09:00', [['2026-01-12T09:00', 'waiting', 'customer'], ['2026-01-12T15:00', 'active']], { resolved: '2026-01-12T16:00' }, ['met', '2026-01-13T10:00', 1]],
    ['runs before the first row', '2026-01-12T09:00', [['2026-01-12T11:00', 'waiting', 'customer'], ['2026-01-12T12:00', 'active']], { resolved: '2026-01-12T12:30' }, ['met', '2026-01-12T14:00', 2.5]],
    ['takes an unknown state as the row before', '2026-01-12T09:00', [['2026-01-12T10:00', 'waiting', 'customer'], ['2026-01-12T11:00', null], ['2026-01-12T12:00', 'active']], { resolved: '2026-01-12T13:00' }, ['met', '2026-01-12T15:00', 2]],
    ['a row before the opening counts from the opening', '2026-01-12T09:00', [['2026-01-12T08:30', 'waiting', 'customer'], ['2026-01-12T10:00', 'active']], { resolved: '2026-01-12T11:00' }, ['met', '2026-01-12T14:00', 1]],
    ['a pause outside the hours adds nothing', '2026-01-12T16:00', [['2026-01-12T18:00', 'waiting', 'customer'], ['2026-01-13T07:00', 'active']], { resolved: '2026-01-13T12:00' }, ['missed', '2026-01-13T11:00', 5]],
    ['a pause after the deadline changes nothing', '2026-01-12T09:00', [['2026-01-12T13:01', 'waiting', 'customer'], ['2026-01-12T16:00', 'active']], { resolved: '2026-01-12T16:30' }, ['missed', '2026-01-12T13:00', 4 + 31 / 60]],
    ['a cancelled ticket is left out', '2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'cancelled']], {}, ['cancelled', '2026-01-12T13:00', 1]],
    ['a cancelled ticket that gets a closing time is left out', '2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'cancelled']], { closed: '2026-01-12T10:00' }, ['cancelled', '2026-01-12T13:00', 1]],
    ['a ticket resolved before its cancellation keeps its verdict', '2026-01-12T09:00', [new9, ['2026-01-14T10:00', 'cancelled']], { resolved: '2026-01-12T12:00' }, ['met', '2026-01-12T13:00', 3]],
  ])('%s', (_, opened, rows, times, expected) => {
    expect(brief(judged(ticket(opened, rows, times)))).toEqual(expected);
  });

  it('is decided at the earlier of stop and due', () => {
    expect(judged(ticket('2026-01-13T16:00', [], { resolved: '2026-01-14T12:00' })).decidedAt).toBe(at('2026-01-14T11:00'));
    expect(judged(ticket('2026-01-13T16:00', [], { resolved: '2026-01-14T09:00' })).decidedAt).toBe(at('2026-01-14T09:00'));
    expect(judged(ticket('2026-02-27T15:30', [])).decidedAt).toBeNull();
  });

  it('knows at as of only what had happened by then', () => {
    const history = ticket('2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'waiting', 'customer'], ['2026-01-12T12:00', 'active']], { resolved: '2026-01-12T14:00' });
    expect(brief(judged(history, {}, '2026-01-12T11:00'))).toEqual(['open', '2026-01-12T14:00', 1]);
    expect(brief(judged(history, {}, '2026-01-12T14:00'))).toEqual(['met', '2026-01-12T15:00', 3]);
  });

  it('keeps business and actual time', () => {
    const result = judged(ticket('2026-01-16T21:00', [], {}), {}, '2026-01-19T09:30');
    expect([result.countedMs / hour, result.actualMs / hour]).toEqual([1.5, 60.5]);
  });
});

describe('pause parameters', () => {
  const history = ticket('2026-01-12T09:00', [['2026-01-12T10:00', 'waiting', 'customer'], ['2026-01-12T12:00', 'waiting', 'supplier'], ['2026-01-12T13:00', 'active']], { resolved: '2026-01-12T16:00', response: '2026-01-12T16:00' });
  it.each([
    ['every reason pauses by default', {}, 4],
    ['only the named reasons pause', { pauseReasons: ['customer'] }, 5],
    ['an empty list: none pauses', { pauseReasons: [] }, 7],
    ['pausesMove false: paused states count', { pausesMove: false }, 7],
    ['a response is not paused by default', { type: 'response' }, 7],
    ['a response may be paused', { type: 'response', pausesMove: true }, 4],
  ])('%s', (_, term, hours) => {
    expect(judged(history, term).countedMs / hour).toBe(hours);
  });
});

describe('day targets', () => {
  const paused = ticket('2026-01-12T09:00', [['2026-01-12T10:00', 'waiting', 'customer'], ['2026-01-13T10:00', 'active']], { resolved: '2026-01-14T09:00' });
  it.each([
    ['business days, then the working time of the pauses', { kind: 'business-days', days: 1 }, '2026-01-14T09:00', 'met'],
    ['the end of the business day in which that lies', { kind: 'end-of-business-day', days: 1 }, '2026-01-14T17:00', 'met'],
    ['calendar days plus the whole pause', { kind: 'calendar-days', days: 1 }, '2026-01-14T09:00', 'met'],
    ['elapsed hours plus the whole pause', { kind: 'elapsed-hours', seconds: 82_800 }, '2026-01-14T08:00', 'missed'],
  ])('%s', (_, within, due, verdict) => {
    expect(brief(judged(paused, { within })).slice(0, 2)).toEqual([verdict, due]);
  });
});

describe('reopening', () => {
  const reopened = ticket('2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'resolved'], ['2026-01-12T15:00', 'active'], ['2026-01-12T16:00', 'resolved']]);
  it.each<[string, Record<string, unknown>, [string, string | null, number]]>([
    ['the gap is a pause by default', {}, ['met', '2026-01-13T09:00', 2]],
    ['the gap counts', { reopen: { policy: 'gap-counts' } }, ['missed', '2026-01-12T13:00', 7]],
    ['a new cycle, the last decides', { reopen: { policy: 'new-cycle' } }, ['met', '2026-01-13T10:00', 1]],
    ['a new cycle, any decides', { reopen: { policy: 'new-cycle' }, cycles: 'any', within: { kind: 'business-hours', seconds: 1800 } }, ['missed', '2026-01-12T09:30', 1]],
    ['a new cycle, the sum decides', { reopen: { policy: 'new-cycle' }, cycles: 'sum' }, ['met', '2026-01-13T09:00', 2]],
    ['ignored after no day', { reopen: { policy: 'ignore-after', days: 0 } }, ['met', '2026-01-12T13:00', 1]],
    ['not yet ignored within a day', { reopen: { policy: 'ignore-after', days: 1 } }, ['met', '2026-01-13T09:00', 2]],
    ['its own policy, whatever moves the target', { pausesMove: false }, ['met', '2026-01-13T09:00', 2]],
  ])('%s', (_, term, expected) => {
    expect(brief(judged(reopened, term))).toEqual(expected);
  });

  it('tells every cycle', () => {
    expect(judged(reopened, { reopen: { policy: 'new-cycle' } }).cycles.map((cycle) => [cycle.start, cycle.stop, cycle.verdict])).toEqual([
      [at('2026-01-12T09:00'), at('2026-01-12T10:00'), 'met'],
      [at('2026-01-12T15:00'), at('2026-01-12T16:00'), 'met'],
    ]);
  });

  it('is no gap where the stop is a time of its own and no running state follows', () => {
    const history = ticket('2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'resolved'], ['2026-01-12T12:00', 'closed']], { resolved: '2026-01-12T14:00' });
    expect(brief(judged(history))).toEqual(['missed', '2026-01-12T13:00', 5]);
  });

  it('runs to the next running state, waiting included', () => {
    const history = ticket('2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'resolved'], ['2026-01-12T11:00', 'waiting', 'customer'], ['2026-01-12T15:00', 'active']], { resolved: '2026-01-12T16:00' });
    expect(judged(history, { pauseReasons: [] }).countedMs / hour).toBe(2);
    expect(judged(history, { pauseReasons: [], reopen: { policy: 'gap-counts' } }).countedMs / hour).toBe(7);
  });

  it('leaves a ticket open that runs again after its own stop', () => {
    const history = ticket('2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'resolved'], ['2026-01-12T12:00', 'active']], { resolved: '2026-01-12T10:00' });
    expect(brief(judged(history, {}, '2026-01-12T13:00'))).toEqual(['open', '2026-01-12T15:00', 2]);
  });
});

describe('priority', () => {
  const rows: readonly Row[] = [['2026-01-12T09:00', 'new', null, '2 - High'], ['2026-01-12T10:00', 'active', null, '1 - Critical'], ['2026-01-12T11:00', 'active', null, '2 - High'], ['2026-01-13T11:00', 'closed', null, '1 - Critical']];
  const history = ticket('2026-01-12T09:00', rows, { resolved: '2026-01-12T12:00' });
  it.each([
    ['at stop', 'at-stop', 1],
    ['first', 'first', 1],
    ['highest', 'highest', 0],
  ])('counts %s', (_, priorityCounts, expected) => {
    expect(judged(history, { priorityCounts }).priority).toBe(expected);
  });

  it('is compared with the source\'s own words before the value map', () => {
    const mapped = { ...history, events: history.events.map((event) => ({ ...event, mappedPriority: 'P1' })) };
    expect(judged(mapped).priority).toBe(1);
    const unknown = { ...history, events: history.events.map((event) => ({ ...event, priority: 'urgent', mappedPriority: 'P2' })) };
    expect(judged(unknown).priority).toBe(1);
    expect(judged({ ...history, events: history.events.map((event) => ({ ...event, priority: 'urgent' })) }).priority).toBe(-1);
  });

  it.each([['P2', null, 1], ['High', null, 1], ['hot', 'High', 1], ['hot', '1 - Critical', 0], ['hot', null, -1]])('%s, mapped to %s, is place %i of the agreement\'s list', (priority, mappedPriority, expected) => {
    expect(judged({ ...history, events: history.events.map((event) => ({ ...event, priority, mappedPriority })) }).priority).toBe(expected);
  });

  it('changed: the new target is applied to the whole history, or starts afresh', () => {
    expect(judged(history).start).toBe(at('2026-01-12T09:00'));
    expect(judged(history, { onPriorityChange: 'afresh' }).start).toBe(at('2026-01-12T11:00'));
    expect(judged(history, { onPriorityChange: 'afresh', priorityCounts: 'highest' }).start).toBe(at('2026-01-12T10:00'));
    expect(judged(history, { onPriorityChange: 'afresh', priorityCounts: 'first' }).start).toBe(at('2026-01-12T09:00'));
  });
});

describe('sources without everything', () => {
  it('a total hold moves the due time, and is marked', () => {
    const result = judged(aggregate('2026-01-12T09:00', { resolved: '2026-01-12T15:00', hold: 2.5 * hour }));
    expect(brief(result)).toEqual(['met', '2026-01-12T15:30', 3.5]);
    expect(result.marks).toEqual(['aggregate: pauses not re-derivable']);
    expect(brief(judged(aggregate('2026-01-12T09:00', { resolved: '2026-01-12T15:00', hold: 2.5 * hour }), { pausesMove: false }))).toEqual(['missed', '2026-01-12T13:00', 6]);
  });

  it.each([
    ['the recorded response', ticket('2026-01-12T09:00', [new9, ['2026-01-12T10:00', 'active']], { response: '2026-01-12T11:00' }), '2026-01-12T11:00', []],
    ['the first row that is not New, approximate', ticket('2026-01-12T09:00', [new9, ['2026-01-12T09:30', 'new'], ['2026-01-12T10:00', 'active']]), '2026-01-12T10:00', ['approximate']],
    ['not derivable where the first row is not New', ticket('2026-01-12T09:00', [['2026-01-12T09:00', 'active']]), null, ['not derivable']],
  ])('a response is %s', (_, history, stop, marks) => {
    const result = judged(history, { type: 'response' });
    expect([result.stop, result.marks]).toEqual([stop === null ? null : at(stop), marks]);
    expect(result.verdict === 'not derivable').toBe(stop === null);
  });

  it('missing updates are marked', () => {
    expect(judged({ ...ticket('2026-01-12T09:00', [new9]), missingUpdates: 3 })).toMatchObject({ marks: ['history incomplete'], missingUpdates: 3 });
  });

  it('a latest state says nothing about the time before', () => {
    expect(judged(aggregate('2026-01-12T09:00', { state: 'waiting', resolved: '2026-01-12T12:00' })).countedMs / hour).toBe(3);
  });

  it('a stopped state without a time has no verdict', () => {
    expect(judged(aggregate('2026-01-12T09:00', { state: 'closed' })).verdict).toBe('not derivable');
    expect(judged(aggregate('2026-01-12T09:00', { state: 'cancelled', closed: '2026-01-12T10:00' })).verdict).toBe('cancelled');
  });
});

describe('steps, exclusions and maintenance', () => {
  it('the step in force at the start applies', () => {
    const steps = [{ from: '2026-02-01', within: { kind: 'business-hours', seconds: 7200 } }];
    expect(brief(judged(ticket('2026-01-30T09:00', [], { resolved: '2026-01-30T12:00' }), { steps }))[1]).toBe('2026-01-30T13:00');
    expect(brief(judged(ticket('2026-02-02T09:00', [], { resolved: '2026-02-02T12:00' }), { steps }))).toEqual(['missed', '2026-02-02T11:00', 3]);
    expect(brief(judged(ticket('2026-01-30T09:00', [], { resolved: '2026-02-02T12:00' }), { steps, takeover: 'stop' }))[1]).toBe('2026-01-30T11:00');
  });

  it('a step may go from business hours to elapsed hours', () => {
    const steps = [{ from: '2026-02-01', within: { kind: 'elapsed-hours', seconds: 14_400 } }];
    expect(brief(judged(ticket('2026-01-30T15:00', [], { resolved: '2026-02-02T09:00' }), { steps }))).toEqual(['met', '2026-02-02T10:00', 3]);
    expect(brief(judged(ticket('2026-02-02T15:00', [], { resolved: '2026-02-03T09:00' }), { steps }))).toEqual(['missed', '2026-02-02T19:00', 18]);
  });

  const context: ClockContext = {
    excluded: [{ from: at('2026-01-12T10:00'), to: at('2026-01-12T11:00'), reason: 'power cut at the customer' }],
    maintenance: [{ from: at('2026-01-12T10:30'), to: at('2026-01-12T12:00'), reason: 'patches' }],
  };
  it.each([
    ['excluded time does not count, maintenance does by default', {}, ['met', '2026-01-12T14:00', 4]],
    ['maintenance stops the clock where the target says so', { maintenanceStopsClock: true }, ['met', '2026-01-12T15:00', 3]],
  ])('%s', (_, term, expected) => {
    expect(brief(judged(ticket('2026-01-12T09:00', [], { resolved: '2026-01-12T14:00' }), term, '2026-03-01', context))).toEqual(expected);
  });
});
