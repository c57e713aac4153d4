import { dueAt } from '#shared/calendar/due.ts';
import type { Meanings } from '#shared/compliance/contract.ts';
import { judgeTickets, type ClockTermRules } from '#shared/compliance/judge-tickets.ts';
import { clockCalendar, clockRules } from '#shared/ledger/rules.ts';
import type { Duration } from '#shared/time/duration.ts';
import { parseInstant, type Instant } from '#shared/time/instant.ts';
import { addDays, dateOf, startOfDay, weekdayOf } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { clockTermNamed } from './figure.ts';
import { asOfOr, askedQuestion, isMeasuredBy, type Measuring, type Question, type QuestionInput } from './question.ts';

type MeaningsInput = QuestionInput & { readonly term: string; readonly within?: Duration | undefined; readonly openedAt?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined };

/**
 * What the number of a duration could mean, in the five forms: when a ticket opened at one moment would be due, and how many of the
 * data's tickets each would have kept (calculation-rules section 2, "days is never inferred").
 */
export function meaningsOf(context: CoreContext, input: MeaningsInput): Meanings {
  const question = askedQuestion(context, input);
  const { measuring, clock: { term } } = clockTermNamed(question, input.term);
  const { document } = measuring;
  const within = input.within ?? term.within;
  const asOf = asOfOr(question.ticketsAsOf, input.to ?? dateOf(context.clock(), document.zone), document.zone);
  const openedAt = input.openedAt === undefined ? lateFriday(asOf, document.zone) : parseInstant(input.openedAt, document.zone);
  const span = { from: input.from === undefined ? -Infinity : startOfDay(input.from, document.zone), to: input.to === undefined ? Infinity : startOfDay(input.to, document.zone) };
  const present = sameAmount(within);
  const choices = present.map((choice) => {
    const changed = { ...term, within: choice, steps: undefined };
    const { steps: _steps, ...asked } = changed;
    const clock: ClockTermRules = { term: asked, rules: clockRules(asked, document), calendar: clockCalendar(asked, document) };
    return { within: choice, due: dueAt(clock.calendar, openedAt, choice, []), ...keptOf(question, measuring, clock, asOf, span), isPresent: choice.kind === within.kind };
  });
  return { openedAt, of: choices.find((choice) => choice.isPresent)?.of ?? 0, choices };
}

function keptOf(question: Question, measuring: Measuring, clock: ClockTermRules, asOf: Instant, span: { readonly from: number; readonly to: number }): { kept: number; of: number } {
  let [kept, of] = [0, 0];
  const tickets = question.tickets.filter(isMeasuredBy(measuring));
  judgeTickets({ document: measuring.document, terms: [clock], meaning: question.meaning, tickets, asOf, context: measuring.context }, (_term, _ticket, result, moment) => {
    if (moment < span.from || moment >= span.to || (result.verdict !== 'met' && result.verdict !== 'missed')) return;
    of += 1;
    if (result.verdict === 'met') kept += 1;
  });
  return { kept, of };
}

/** The same number in the five forms: 4 hours ↔ 4 days. Parts of an hour are kept in hours and rounded up to days. */
function sameAmount(within: Duration): Duration[] {
  const seconds = 'seconds' in within ? within.seconds : Math.max(within.days, 1) * 3600;
  const days = 'days' in within ? within.days : Math.max(1, Math.ceil(within.seconds / 3600));
  return [
    { kind: 'business-hours', seconds },
    { kind: 'elapsed-hours', seconds },
    { kind: 'business-days', days },
    { kind: 'end-of-business-day', days },
    { kind: 'calendar-days', days },
  ];
}

/** 16:30 on the last Friday of the data: where the meanings differ most. */
function lateFriday(asOf: Instant, zone: string): Instant {
  let day = dateOf(asOf - 1, zone);
  while (weekdayOf(day) !== 'fri') day = addDays(day, -1);
  return parseInstant(`${day}T16:30`, zone);
}
