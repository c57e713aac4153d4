import { implement } from '@orpc/server';
import { addClosure, changeCalendar, changeClosure, changeHours, createCalendar, decideClosures, ensureCalendarVersion, ensureOwnList, proposeClosures, removeCalendar, removeClosures, setListPlace, writableClosures } from '#db/calendars/commands.ts';
import { standing } from '#db/changes/stale.ts';
import { calendarIdOf } from '#db/calendars/names.ts';
import { calendarDefinitionOf, calendarHeadOf, closuresOf, latestCalendarVersion, listCalendars, listsOf, usesOf, versionsOf } from '#db/calendars/queries.ts';
import type { Reader } from '#db/store.ts';
import type { CoreContext } from '#electron/core.ts';
import { holidayCountries, holidayProposals, holidayRegions } from '#electron/importers/holidays.ts';
import { readIcs } from '#electron/importers/ics.ts';
import { describeWeek } from '#shared/calendar/describe.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { normalisedDefinition } from '#shared/calendar/normalise.ts';
import { calendarsContract, closuresContract } from '#shared/calendars/contract.ts';
import type { CalendarVersionRow, ShownCalendar, StoredClosure } from '#shared/calendars/model.ts';
import { closuresInYear, yearOfCalendar } from '#shared/calendars/year.ts';
import { ParleyError } from '#shared/errors.ts';

const calendars = implement(calendarsContract).$context<CoreContext>();
const closures = implement(closuresContract).$context<CoreContext>();

export const calendarsHandlers = {
  list: calendars.list.handler(({ context, input }) => context.store.read((reader) => listCalendars(reader, input))),

  show: calendars.show.handler(({ context, input }) => context.store.read((reader) => shownCalendar(reader, input.id, input.version))),

  create: calendars.create.handler(({ context, input }) => {
    const { schema: _schema, name, purpose, ...definition } = input;
    refuseWithoutOpenings(definition);
    return context.store.write({ command: 'calendars.create', actorId: context.actor.personId }, (tx) => {
      if (calendarIdOf(tx, name) === null) createCalendar(tx, name, purpose ?? null);
      const versionId = ensureCalendarVersion(tx, name, definition);
      const id = knownCalendar(tx, name);
      if (purpose !== undefined) changeCalendar(tx, id, { purpose });
      return { id, version: versionsOf(tx, id).find((version) => version.id === versionId)?.version ?? 1 };
    });
  }),

  change: calendars.change.handler(({ context, input: { id: named, was, ...mine } }) => {
    if (mine.hours) refuseWithoutOpenings(mine.hours);
    return context.store.write({ command: 'calendars.change', actorId: context.actor.personId, subjectId: named }, (tx) => {
      const id = knownCalendar(tx, named);
      const input = standing(tx, { table: 'calendars', id, said: { hours: hoursWords } }, { ...calendarHeadOf(tx, id), hours: hoursNow(tx, id) }, was && inOrder(was), inOrder(mine));
      if (input.name !== undefined) {
        const other = calendarIdOf(tx, input.name);
        if (other !== null && other !== id) throw new ParleyError('conflict', `There is already a calendar named ${input.name}.`, { details: [{ path: 'name', message: 'Taken' }] });
      }
      changeCalendar(tx, id, { ...(input.name === undefined ? {} : { name: input.name }), ...(input.purpose === undefined ? {} : { purpose: input.purpose }) });
      if (input.hours) changeHours(tx, id, input.hours);
      return { id, version: versionsOf(tx, id)[0]?.version ?? 1 };
    });
  }),

  remove: calendars.remove.handler(({ context, input }) =>
    context.store.write({ command: 'calendars.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const id = knownCalendar(tx, input.id);
      const use = usesOf(tx, id);
      if (use.sites.length + use.agreements.length > 0) {
        const names = [...new Set([...use.sites.map((site) => site.name), ...use.agreements.map((agreement) => agreement.title)])];
        throw new ParleyError('rule-violated', `The calendar is used by ${names.slice(0, 5).join(', ')}.`, { wayOut: 'Give them another calendar first.' });
      }
      removeCalendar(tx, id);
      return { removed: true };
    }),
  ),

  year: calendars.year.handler(({ context, input }) =>
    context.store.read((reader) => {
      const { version, definition } = knownVersion(reader, input.id, input.version);
      const waiting = storedClosures(reader, version.id).filter((stored) => stored.state === 'proposed').map((stored) => stored.closure);
      return yearOfCalendar(definition, waiting, input.year, input.from);
    }),
  ),
};

export const closuresHandlers = {
  list: closures.list.handler(({ context, input }) =>
    context.store.read((reader) => {
      const { version, definition } = knownVersion(reader, input.calendar, input.version);
      return { lists: listsOf(reader, version.id), closures: closuresInYear(definition, storedClosures(reader, version.id), input.year) };
    }),
  ),

  add: closures.add.handler(({ context, input }) =>
    context.store.write({ command: 'closures.add', actorId: context.actor.personId, subjectId: input.calendar }, (tx) => {
      const { id, name } = knownVersion(tx, input.calendar);
      return { id: addClosure(tx, ensureOwnList(tx, id, name), input.closure) };
    }),
  ),

  change: closures.change.handler(({ context, input }) =>
    context.store.write({ command: 'closures.change', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const [id = input.id] = writableClosures(tx, [input.id]);
      changeClosure(tx, id, input.closure);
      return { id };
    }),
  ),

  remove: closures.remove.handler(({ context, input }) =>
    context.store.write({ command: 'closures.remove', actorId: context.actor.personId }, (tx) => {
      const ids = writableClosures(tx, input.ids);
      removeClosures(tx, ids);
      return { removed: ids.length };
    }),
  ),

  decide: closures.decide.handler(({ context, input }) =>
    context.store.write({ command: 'closures.decide', actorId: context.actor.personId }, (tx) => {
      const ids = writableClosures(tx, input.ids);
      decideClosures(tx, ids, input.state);
      return { decided: ids.length };
    }),
  ),

  importHolidays: closures.importHolidays.handler(({ context, input }) => {
    const proposals = holidayProposals(input.country, input.region ?? null, input.years);
    return context.store.write({ command: 'closures.import-holidays', cause: 'import', actorId: context.actor.personId, subjectId: input.calendar }, (tx) => {
      const { id, name } = knownVersion(tx, input.calendar);
      const listId = ensureOwnList(tx, id, name);
      setListPlace(tx, listId, input.country, input.region ?? null);
      const added = proposeClosures(tx, listId, 'date-holidays', proposals);
      return { listId, read: proposals.length, added, unchanged: proposals.length - added, observances: proposals.filter((proposal) => proposal.state === 'rejected').length };
    });
  }),

  importIcs: closures.importIcs.handler(({ context, input }) => {
    if (input.toYear < input.fromYear || input.toYear - input.fromYear > 30) throw new ParleyError('invalid-input', 'The years are not a span of at most 30 years.', { details: [{ path: 'toYear', message: 'Not after fromYear, or too far' }] });
    const { zone } = context.store.read((reader) => knownVersion(reader, input.calendar).version);
    const { proposals, skipped } = readIcs(input.text, { zone, fromYear: input.fromYear, toYear: input.toYear });
    return context.store.write({ command: 'closures.import-ics', cause: 'import', actorId: context.actor.personId, subjectId: input.calendar }, (tx) => {
      const { id, name } = knownVersion(tx, input.calendar);
      const listId = ensureOwnList(tx, id, name);
      const added = proposeClosures(tx, listId, 'ics', proposals);
      return { listId, read: proposals.length, added, unchanged: proposals.length - added, observances: proposals.filter((proposal) => proposal.state === 'rejected').length, skipped: skipped.slice(0, 100) };
    });
  }),

  countries: closures.countries.handler(() => holidayCountries()),

  regions: closures.regions.handler(({ input }) => holidayRegions(input.country)),
};

type Hours = Pick<CalendarDefinition, 'tz' | 'week' | 'special_days'>;

/** The hours of the newest version, as `inOrder` writes them. */
function hoursNow(reader: Reader, id: string): Hours | null {
  const newest = latestCalendarVersion(reader, id);
  return newest === null ? null : orderedHours(newest.definition);
}

/** Equal hours in equal words, so that they can be compared. */
function inOrder<Fields extends { readonly hours?: Hours | undefined }>(fields: Fields): Fields {
  return fields.hours === undefined ? fields : { ...fields, hours: orderedHours(fields.hours) };
}

/** Hours as a person tells them apart: the week, the zone, and the days that have hours of their own. */
function hoursWords(value: unknown): string {
  const { tz, week, special_days: special = {} } = value as Hours;
  const dates = Object.entries(special).map(([date, ranges]) => `${date} ${ranges.map((range) => range.join('–')).join(' and ') || 'closed'}`);
  return [describeWeek({ tz, week }), tz, ...dates].join(', ');
}

function orderedHours({ tz, week, special_days: special }: Hours): Hours {
  const { tz: zone, week: days, special_days: specialDays } = normalisedDefinition({ tz, week, ...(special === undefined ? {} : { special_days: special }) });
  return { tz: zone, week: days, ...(specialDays === undefined || Object.keys(specialDays).length === 0 ? {} : { special_days: specialDays }) };
}

function shownCalendar(reader: Reader, idOrName: string, wanted: number | undefined): ShownCalendar {
  const { id, name, purpose, version, definition } = knownVersion(reader, idOrName, wanted);
  return {
    id,
    name,
    purpose,
    version: version.version,
    versionId: version.id,
    hours: describeWeek(definition),
    definition,
    versions: versionsOf(reader, id),
    lists: listsOf(reader, version.id),
    usedBy: usesOf(reader, id),
  };
}

type KnownVersion = { id: string; name: string; purpose: string | null; version: CalendarVersionRow; definition: CalendarDefinition };

function knownVersion(reader: Reader, idOrName: string, wanted?: number): KnownVersion {
  const id = knownCalendar(reader, idOrName);
  const versions = versionsOf(reader, id);
  const version = wanted === undefined ? versions[0] : versions.find((one) => one.version === wanted);
  if (!version) throw new ParleyError('not-found', `The calendar has no version ${wanted ?? 1}.`, { details: [{ path: 'version', message: 'Unknown version' }] });
  return { ...calendarHeadOf(reader, id), version, definition: calendarDefinitionOf(reader, version.id) };
}

function knownCalendar(reader: Reader, idOrName: string): string {
  const id = calendarIdOf(reader, idOrName);
  if (id === null) throw new ParleyError('not-found', `There is no calendar ${idOrName}.`, { details: [{ path: 'id', message: 'Unknown calendar' }] });
  return id;
}

function storedClosures(reader: Reader, versionId: string): StoredClosure[] {
  return listsOf(reader, versionId).flatMap((list) => closuresOf(reader, list.id));
}

/** A calendar that never opens measures nothing: it is refused before something is promised on it. */
function refuseWithoutOpenings(definition: Pick<CalendarDefinition, 'week' | 'special_days'>): void {
  const ranges = [...Object.values(definition.week), ...Object.values(definition.special_days ?? {})];
  if (ranges.some((list) => list !== undefined && list.length > 0)) return;
  throw new ParleyError('invalid-input', 'The calendar has no opening hours.', { details: [{ path: 'week', message: 'No opening hours' }], wayOut: 'Give it at least one interval, such as Monday from 08:00 to 17:00.' });
}
