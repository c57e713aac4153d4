import type { AgreementDocument, Priority } from '#shared/agreements/model.ts';
import type { ClockTerm, ReopenRule } from '#shared/agreements/terms.ts';
import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import { aroundTheClock, type CalendarDefinition } from '#shared/calendar/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { percentToPpb } from '#shared/ratio/decimal.ts';
import type { Duration } from '#shared/time/duration.ts';
import type { Instant } from '#shared/time/instant.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import { describeHours } from './hours-text.ts';

/** A target from an instant on: its duration and the share that must be met, in parts per billion. */
export type ClockStep = { readonly from: Instant; readonly within: Duration; readonly goalPpb: number };

/** How the clock of one term runs, made from the term and its document by `clockRules`. */
export type ClockRules = {
  readonly term: string;
  readonly type: 'response' | 'resolution';
  readonly priorities: readonly Priority[];
  /** Place of the term's priority in `priorities`; -1 where the document has none of that id. */
  readonly priority: number;
  /** By date, the first from the beginning of time. */
  readonly steps: readonly ClockStep[];
  readonly takeover: 'start' | 'stop';
  readonly stop: 'first-response' | 'resolved' | 'closed';
  readonly pausesMove: boolean;
  /** Null: every reason pauses. */
  readonly pauseReasons: ReadonlySet<string> | null;
  readonly priorityCounts: 'at-stop' | 'first' | 'highest';
  readonly onPriorityChange: 'retroactive' | 'afresh';
  readonly reopen: ReopenRule;
  readonly cycles: 'last' | 'any' | 'sum';
  readonly belongsTo: 'decided' | 'due' | 'opened';
  readonly maintenanceStopsClock: boolean;
  readonly zone: string;
  /** The weekly hours in words. */
  readonly hours: string;
  /** For steps in elapsed hours or calendar days. */
  readonly aroundTheClock: Calendar;
};

/** The rules of a response or resolution term. Steps begin at 00:00 of their date in the agreement's zone. */
export function clockRules(term: ClockTerm, document: AgreementDocument): ClockRules {
  const first = { from: -Infinity, within: term.within, goalPpb: percentToPpb(term.atLeastPercent) };
  const steps: ClockStep[] = [first];
  for (const step of [...(term.steps ?? [])].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const before = steps.at(-1) ?? first;
    steps.push({
      from: startOfDay(step.from, document.zone),
      within: step.within ?? before.within,
      goalPpb: step.atLeastPercent === undefined ? before.goalPpb : percentToPpb(step.atLeastPercent),
    });
  }
  return {
    term: term.id,
    type: term.type,
    priorities: document.priorities,
    priority: document.priorities.findIndex((priority) => priority.id === term.priority),
    steps,
    takeover: term.takeover ?? document.takeover,
    stop: term.stop,
    pausesMove: term.pausesMove,
    pauseReasons: term.pauseReasons === undefined ? null : new Set(term.pauseReasons),
    priorityCounts: term.priorityCounts,
    onPriorityChange: term.onPriorityChange,
    reopen: term.reopen,
    cycles: term.cycles,
    belongsTo: term.belongsTo,
    maintenanceStopsClock: term.maintenanceStopsClock,
    zone: document.zone,
    hours: describeHours(clockDefinition(term, document) ?? aroundTheClock),
    aroundTheClock: compileCalendar(aroundTheClock, clockZone(term, document)),
  };
}

/** The step in force at an instant. */
export function stepAt(rules: ClockRules, at: Instant): ClockStep {
  const { steps } = rules;
  let index = steps.length - 1;
  while (index > 0 && (steps[index]?.from ?? -Infinity) > at) index -= 1;
  const step = steps[index];
  if (step === undefined) throw new ParleyError('invalid-input', `The target ${rules.term} has no duration.`);
  return step;
}

/** The calendar of a step: elapsed hours and calendar days run around the clock, everything else in the term's calendar. */
export function stepCalendar(rules: ClockRules, step: ClockStep, calendar: Calendar): Calendar {
  return isAroundTheClock(step.within) ? rules.aroundTheClock : calendar;
}

/**
 * The calendar that a term's clock runs in. Elapsed hours and calendar days run around the clock (calculation-rules section 2); every other
 * target runs in the term's calendar, else in the service hours. Throws `invalid-input` where there is none.
 */
export function clockCalendar(term: ClockTerm, document: AgreementDocument): Calendar {
  const definition = clockDefinition(term, document);
  if (definition !== null) return compileCalendar(definition, clockZone(term, document));
  throw new ParleyError('invalid-input', `The target ${term.id} has no calendar.`, {
    details: [{ path: `terms[${document.terms.findIndex((candidate) => candidate.id === term.id)}].calendar`, message: 'a target in business time needs a calendar' }],
    wayOut: 'Give the target a calendar, or the agreement service hours.',
  });
}

/** The definition of a calendar that a document names or holds; null where it names none. Throws `invalid-input` for an unknown name. */
export function documentCalendar(reference: AgreementDocument['serviceHours'], document: AgreementDocument): CalendarDefinition | typeof aroundTheClock | null {
  if (reference === undefined) return null;
  if (typeof reference !== 'string') return reference;
  const definition = document.calendars[reference];
  if (definition !== undefined) return definition;
  if (reference === aroundTheClock) return aroundTheClock;
  throw new ParleyError('invalid-input', `The agreement has no calendar ${JSON.stringify(reference)}.`, {
    details: [{ path: 'calendars', message: `there is no calendar ${JSON.stringify(reference)}` }],
    wayOut: 'Add the calendar to the agreement, or name one that it has.',
  });
}

function isAroundTheClock(within: Duration): boolean {
  return within.kind === 'elapsed-hours' || within.kind === 'calendar-days';
}

/** Calendar days are those of the term's calendar, else of the agreement. */
function clockZone(term: ClockTerm, document: AgreementDocument): string {
  const definition = documentCalendar(term.calendar ?? document.serviceHours, document);
  return definition === null || definition === aroundTheClock ? document.zone : definition.tz;
}

function clockDefinition(term: ClockTerm, document: AgreementDocument): CalendarDefinition | typeof aroundTheClock | null {
  if ([term.within, ...(term.steps ?? []).map((step) => step.within ?? term.within)].every(isAroundTheClock)) return aroundTheClock;
  return documentCalendar(term.calendar ?? document.serviceHours, document);
}
