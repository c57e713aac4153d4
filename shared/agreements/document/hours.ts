import type { DraftBlock } from '#shared/documents/model.ts';
import { richText } from '#shared/documents/rich-text.ts';
import { bold, cell, clause, headRow, heading2, relabelled, row, section, type DraftCell, type DraftTable } from './build.ts';
import { clausesOf, orNothing } from './clauses.ts';
import { closureLabel, closureTables } from './closures.ts';
import type { PrintContext, PrintedCalendar } from './context.ts';
import { capital } from './format.ts';
import { durationsTable } from './durations.ts';
import { specialDaysTable } from './special-days.ts';
import { weekBelongsToHours, weekBlocks } from './week-figure.ts';
import { weekText } from './week-hours.ts';

/** 3 Service hours and holidays: calendars, definitions, durations, closures. */
export function serviceHours(context: PrintContext): DraftBlock[] {
  const { words, document, calendars } = context;
  const definitions = clausesOf(context, 'definitions');
  const blocks: DraftBlock[] = [
    ...(calendars.length === 0 ? [] : calendarBlocks(context)),
    ...clausesOf(context, 'service-hours'),
    ...definitionsOfDays(context),
    ...specialDaysOf(context),
    ...closuresOf(context),
    ...clausesOf(context, 'holidays'),
    ...(definitions.length === 0 ? [] : [heading2(words.hours.definitions), ...definitions]),
  ];
  return [section('section', 'hours', words.hours.title), ...orNothing(context, words.hours.topic, blocks.length === 0 && document.serviceHours === undefined ? [] : blocks)];
}

function calendarBlocks(context: PrintContext): DraftBlock[] {
  const { words, document, calendars } = context;
  const hours = context.calendarNamed(document.serviceHours);
  return [
    clause(words.hours.zone, { zone: document.zone }, { keepNext: true }),
    calendarsTable(context),
    ...calendars.filter((calendar) => calendar.definition !== null && calendar.definition.tz !== document.zone).map((calendar) => clause(words.hours.otherZone, { name: calendar.name, zone: calendar.calendar.zone })),
    ...(hours === null ? [] : [clause(words.hours.serviceHours, { name: hours.name })]),
    ...(weekBelongsToHours(context) ? weekBlocks(context) : []),
  ];
}

function calendarsTable(context: PrintContext): DraftTable {
  const { words, calendars } = context;
  const tables = closureTables(context);
  const closed = (calendar: PrintedCalendar): DraftCell => {
    if (calendar.definition === null) return cell(words.hours.never);
    if (!tables.some((entry) => entry.calendar === calendar)) return cell(words.hours.noClosures);
    return cell(richText(relabelled(words.hours.closures, 'closures', closureLabel(context, calendar))));
  };
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [38, 76, 40], caption: words.hours.calendars, label: 'calendars',
    head: headRow([words.hours.calendar, words.hours.open, words.hours.closed]),
    rows: calendars.map((calendar) => row([cell([bold(calendar.name)]), cell(capital(weekText(calendar, words) || words.hours.neverOpen)), closed(calendar)])),
  };
}

function definitionsOfDays(context: PrintContext): DraftBlock[] {
  const { words } = context;
  const table = durationsTable(context);
  if (table.length === 0) return [];
  const hasHours = context.calendars.some((calendar) => calendar.definition !== null);
  return [
    ...(hasHours ? [clause(words.hours.business, {}, { label: 'business' }), clause(words.hours.closing), clause(words.hours.dayZero)] : []),
    clause(words.hours.day, {}, { keepNext: true }),
    ...table,
  ];
}

function specialDaysOf(context: PrintContext): DraftBlock[] {
  const table = specialDaysTable(context);
  return table === null ? [] : [table, clause(context.words.hours.specialRule)];
}

function closuresOf(context: PrintContext): DraftBlock[] {
  const { words } = context;
  const tables = closureTables(context);
  if (tables.length === 0) return [];
  const [only] = tables;
  const complete = tables.length === 1 && only !== undefined ? relabelled(words.hours.complete, 'closures', closureLabel(context, only.calendar)) : words.hours.completeMany;
  return [...tables.map((entry) => entry.table), clause(complete)];
}
