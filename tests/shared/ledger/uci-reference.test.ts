import { describe, expect, it } from 'vitest';
import { agreementDocumentSchema, type AgreementDocument } from '#shared/agreements/model.ts';
import type { ClockTerm } from '#shared/agreements/terms.ts';
import { complianceOf } from '#shared/compliance/compliance.ts';
import { clockTermsOf, judgeTickets } from '#shared/compliance/judge-tickets.ts';
import { judgeOwn } from '#shared/ledger/clock.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import { noContext } from '#shared/ledger/model.ts';
import { pausingReasons } from '#shared/ledger/pauses.ts';
import { compileMeaning, emptyReplay, loadTimeline } from '#shared/ledger/replay.ts';
import { clockCalendar, clockRules } from '#shared/ledger/rules.ts';
import { packTimeline } from '#shared/ledger/timeline.ts';
import { readUciLog, type UciLog } from './uci-log.ts';

const asOf = Date.UTC(2018, 0, 1);
const plain = readUciLog(false);
const withPauses = readUciLog(true);

/** Reference values of calculation-rules section 11, and those of the data folder's notes. */
describe.skipIf(plain === null)('the UCI log, 4 / 8 / 24 / 72 hours around the clock', () => {
  it.each([
    ['a reopening gap counts', false, { reopen: { policy: 'gap-counts' } }, [[39, 270], [119, 408], [11_448, 23_466], [462, 774]]],
    ['a reopening gap is a pause', false, {}, [[39, 270], [119, 408], [11_462, 23_466], [462, 774]]],
    ['a reopening gap counts, awaiting pauses', true, { reopen: { policy: 'gap-counts' } }, [[59, 270], [138, 408], [13_213, 23_466], [560, 774]]],
    ['a reopening gap is a pause, awaiting pauses', true, {}, [[59, 270], [138, 408], [13_230, 23_466], [560, 774]]],
    ['awaiting does not move the target', true, { pausesMove: false }, [[39, 270], [119, 408], [11_462, 23_466], [462, 774]]],
    ['no reason pauses', true, { pauseReasons: [] }, [[39, 270], [119, 408], [11_462, 23_466], [462, 774]]],
    ['by first priority', false, { reopen: { policy: 'gap-counts' }, priorityCounts: 'first' }, [[34, 185]]],
  ])('%s', (_, pauses, parameters, expected) => {
    const log = pauses ? withPauses : plain;
    expect(log === null ? null : metOf(log, agreement(parameters)).slice(0, expected.length)).toEqual(expected);
  });
});

describe.skipIf(plain === null)('the UCI log', () => {
  it('misses 49,778 updates: between those of 9,254 tickets, and before the first of 5', () => {
    const missing = plain?.tickets.map((ticket) => ticket.timeline.missingUpdates) ?? [];
    expect([missing.reduce((sum, count) => sum + count, 0), missing.filter((count) => count > 0).length]).toEqual([49_778, 9254 + 5]);
  });

  it('has no response in 8,521 tickets that do not begin in New, and an approximate one in all others', () => {
    const responses = agreement({ type: 'response' });
    const marks = { approximate: 0, 'not derivable': 0 };
    for (const term of responses.terms) {
      const clock = clockTermsOf(responses, new Set([term.id]));
      judgeTickets({ document: responses, terms: clock, meaning: plain?.meaning ?? noMeaning, tickets: packed, asOf }, (_, __, result) => {
        if (result.marks.includes('approximate')) marks.approximate += 1;
        if (result.verdict === 'not derivable') marks['not derivable'] += 1;
      });
    }
    expect(marks).toEqual({ approximate: 16_397, 'not derivable': 8521 });
  });

  it('is judged for 4 priorities and 12 months after a change of a target without building lists anew', () => {
    const rows = complianceOf({ document: agreement({}), meaning: plain?.meaning ?? noMeaning, tickets: packed, coverage: [{ from: Date.UTC(2016, 2, 1), to: Date.UTC(2017, 2, 1) }], from: '2016-03-01', to: '2017-03-01', asOf, by: { priority: true, month: true } });
    expect(rows).toHaveLength(48);
    expect(rows.filter((row) => row.priority === 'P1').reduce((sum, row) => sum + (row.share?.denominator ?? 0), 0)).toBeLessThanOrEqual(270);
  });
});

const noMeaning: Meaning = { status: new Map(), priority: new Map(), team: new Map() };
const packed = (plain?.tickets ?? []).map((ticket, no) => ({ no, bytes: packTimeline(ticket.timeline) }));

function agreement(parameters: Record<string, unknown>): AgreementDocument {
  const names = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'];
  return agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title: 'UCI', zone: 'UTC', parties: [{ side: 'provider', organisation: 'A' }, { side: 'customer', organisation: 'B' }], serviceHours: '24x7',
    priorities: names.map((value, index) => ({ id: `P${index + 1}`, name: value, values: [value] })),
    terms: [4, 8, 24, 72].map((hours, index) => ({ id: `T-00${index + 1}`, type: 'resolution', priority: `P${index + 1}`, within: { kind: 'business-hours', seconds: hours * 3600 }, calendar: '24x7', atLeastPercent: 90, ...parameters })),
  });
}

function metOf(log: UciLog, document: AgreementDocument): [number, number][] {
  const meaning = compileMeaning(log.meaning, document.priorities);
  const replay = emptyReplay();
  const terms = document.terms.filter((term): term is ClockTerm => term.type === 'resolution').map((term) => {
    const rules = clockRules(term, document);
    return { rules, calendar: clockCalendar(term, document), pausing: pausingReasons(rules, meaning.reasons), met: 0, decided: 0 };
  });
  for (const ticket of log.tickets) {
    loadTimeline(packTimeline(ticket.timeline), meaning, replay);
    for (const term of terms) {
      const result = judgeOwn(replay, term.rules, term.pausing, term.calendar, asOf, noContext);
      if (result?.verdict === 'met') term.met += 1;
      if (result?.verdict === 'met' || result?.verdict === 'missed') term.decided += 1;
    }
  }
  return terms.map((term) => [term.met, term.decided]);
}
