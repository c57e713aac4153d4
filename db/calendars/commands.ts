import { and, eq, inArray } from 'drizzle-orm';
import type { CalendarClosure, CalendarDefinition } from '#shared/calendar/model.ts';
import { isSameDefinition, normalisedDefinition } from '#shared/calendar/normalise.ts';
import type { ClosureProposal, ClosureState } from '#shared/calendars/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../store.ts';
import { calendarIdOf } from './names.ts';
import { calendarDefinitionOf, findClosureList, latestCalendarVersion, listsOf, versionsClosedBy, versionsOf } from './queries.ts';
import { closureRow, closureRows, hourRows, type ClosureRow } from './rows.ts';
import { calendarClosureLists, calendarHours, calendars, calendarVersions, closureLists, closures } from './tables.ts';

/**
 * The version of the calendar of that name with this content; answers its id. Matched by name: equal content uses that version, other
 * content becomes the next one, and versions that something pins stay as they are. The closures are a closure list of the calendar's name.
 */
export function ensureCalendarVersion(tx: Tx, name: string, definition: CalendarDefinition): string {
  const known = calendarIdOf(tx, name);
  if (known !== null) {
    const same = versionsOf(tx, known).find((version) => isSameDefinition(calendarDefinitionOf(tx, version.id), definition));
    if (same) return same.id;
  }
  const calendarId = known ?? createCalendar(tx, name, null);
  return addVersion(tx, calendarId, definition, listFor(tx, name, calendarId, definition));
}

/** A calendar without versions yet. */
export function createCalendar(tx: Tx, name: string, purpose: string | null): string {
  const id = newId();
  tx.drizzle.insert(calendars).values({ id, name, purpose }).run();
  return id;
}

export function changeCalendar(tx: Tx, id: string, changes: Partial<{ name: string; purpose: string | null }>): void {
  if (Object.keys(changes).length > 0) tx.drizzle.update(calendars).set(changes).where(eq(calendars.id, id)).run();
}

/** Removes a calendar with its versions; closure lists that nothing else uses go along. The caller has checked that nothing uses it. */
export function removeCalendar(tx: Tx, id: string): void {
  const lists = versionsOf(tx, id).flatMap((version) => listsOf(tx, version.id).map((list) => list.id));
  tx.drizzle.delete(calendars).where(eq(calendars.id, id)).run();
  for (const listId of new Set(lists)) {
    if (versionsClosedBy(tx, listId).length === 0) tx.drizzle.delete(closureLists).where(eq(closureLists.id, listId)).run();
  }
}

/**
 * New hours of a calendar: in place where nothing approved or signed pins the newest version (drafts follow), else as the next version
 * with the same closure lists. Answers the version's id.
 */
export function changeHours(tx: Tx, calendarId: string, hours: Pick<CalendarDefinition, 'tz' | 'week' | 'special_days'>): string {
  const [newest] = versionsOf(tx, calendarId);
  if (!newest) return addVersion(tx, calendarId, hours, []);
  const definition = calendarDefinitionOf(tx, newest.id);
  if (isSameDefinition({ ...definition, tz: hours.tz, week: hours.week, special_days: hours.special_days }, definition)) return newest.id;
  if (newest.isKept) return addVersion(tx, calendarId, hours, listsOf(tx, newest.id).map((list) => list.id));
  if (newest.zone !== hours.tz) tx.drizzle.update(calendarVersions).set({ zone: hours.tz }).where(eq(calendarVersions.id, newest.id)).run();
  tx.drizzle.delete(calendarHours).where(eq(calendarHours.versionId, newest.id)).run();
  writeHours(tx, newest.id, hours);
  return newest.id;
}

/** The list that a calendar's own closures go into, made and attached where there is none. Answers a list that may be written to. */
export function ensureOwnList(tx: Tx, calendarId: string, name: string): string {
  const newest = latestCalendarVersion(tx, calendarId);
  if (newest === null) throw new ParleyError('not-found', 'There is no such calendar.', { details: [{ path: 'id', message: 'Unknown calendar' }] });
  const lists = listsOf(tx, newest.versionId);
  const own = lists.find((list) => list.name === name) ?? lists[0];
  if (own) return writableList(tx, own.id);
  const listId = createList(tx, freeListName(tx, name), newest.definition.tz);
  const [version] = versionsOf(tx, calendarId);
  if (version?.isKept) addVersion(tx, calendarId, newest.definition, [listId]);
  else attach(tx, newest.versionId, [listId]);
  return listId;
}

/**
 * A list that may be edited in place of `listId`: itself, unless an approved or signed agreement pins a version that it closes. Then the
 * old list keeps its content under an older name, and the newest version of each calendar goes on with a copy.
 */
export function writableList(tx: Tx, listId: string): string {
  const closed = versionsClosedBy(tx, listId);
  const kept = closed.filter((version) => version.isKept);
  if (kept.length === 0) return listId;
  const list = findClosureList(tx, listId);
  if (list === null) throw noClosure();
  tx.drizzle.update(closureLists).set({ name: freeListName(tx, `${list.name} (kept)`) }).where(eq(closureLists.id, listId)).run();
  const copy = createList(tx, list.name, list.zone, list.country, list.region);
  for (const row of tx.drizzle.select().from(closures).where(eq(closures.listId, listId)).all()) {
    tx.drizzle.insert(closures).values({ ...row, id: newId(), listId: copy }).run();
  }
  for (const calendarId of new Set(closed.map((version) => version.calendarId))) moveToCopy(tx, calendarId, listId, copy);
  return copy;
}

export function createList(tx: Tx, name: string, zone: string, country: string | null = null, region: string | null = null): string {
  const id = newId();
  tx.drizzle.insert(closureLists).values({ id, name, zone, country, region }).run();
  return id;
}

export function setListPlace(tx: Tx, listId: string, country: string, region: string | null): void {
  tx.drizzle.update(closureLists).set({ country, region }).where(eq(closureLists.id, listId)).run();
}

/** A closure made by hand; it applies at once. */
export function addClosure(tx: Tx, listId: string, closure: CalendarClosure): string {
  const id = newId();
  insertClosures(tx, listId, [{ id, ...closureRow(closure), origin: 'manual', uid: null, state: 'applied' }]);
  return id;
}

export function changeClosure(tx: Tx, id: string, closure: CalendarClosure): void {
  tx.drizzle.update(closures).set(closureRow(closure)).where(eq(closures.id, id)).run();
}

export function removeClosures(tx: Tx, ids: readonly string[]): void {
  tx.drizzle.delete(closures).where(inArray(closures.id, [...ids])).run();
}

export function decideClosures(tx: Tx, ids: readonly string[], state: ClosureState): void {
  for (const id of ids) tx.drizzle.update(closures).set({ state }).where(eq(closures.id, id)).run();
}

/** Enters proposals that the list does not know yet; what was decided before stays decided. Answers how many were new. */
export function proposeClosures(tx: Tx, listId: string, origin: 'date-holidays' | 'ics', proposals: readonly ClosureProposal[]): number {
  const known = new Set(tx.drizzle.select({ uid: closures.uid }).from(closures).where(eq(closures.listId, listId)).all().map((row) => row.uid));
  const fresh = proposals.filter((proposal) => {
    const isNew = !known.has(proposal.uid);
    known.add(proposal.uid);
    return isNew;
  });
  insertClosures(tx, listId, fresh.map((proposal) => ({ id: newId(), ...closureRow(proposal.closure), origin, uid: proposal.uid, state: proposal.state })));
  return fresh.length;
}

/** Where a closure is, after its list has been made writable: a copy has its own ids. */
export function writableClosures(tx: Tx, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const row = tx.drizzle.select().from(closures).where(eq(closures.id, id)).get();
    if (!row) throw noClosure();
    const listId = writableList(tx, row.listId);
    if (listId === row.listId) return id;
    const copies = tx.drizzle.select().from(closures).where(and(eq(closures.listId, listId), eq(closures.fromDay, row.fromDay))).all();
    const copy = copies.find((one) => one.uid === row.uid && one.toDay === row.toDay && one.kind === row.kind && one.label === row.label && one.fromMinute === row.fromMinute && one.toMinute === row.toMinute);
    if (!copy) throw noClosure();
    return copy.id;
  });
}

function addVersion(tx: Tx, calendarId: string, hours: Pick<CalendarDefinition, 'tz' | 'week' | 'special_days'>, listIds: readonly string[]): string {
  const id = newId();
  const version = (versionsOf(tx, calendarId)[0]?.version ?? 0) + 1;
  tx.drizzle.insert(calendarVersions).values({ id, calendarId, version, zone: hours.tz, sealedAt: null }).run();
  writeHours(tx, id, hours);
  attach(tx, id, listIds);
  return id;
}

function writeHours(tx: Tx, versionId: string, hours: Pick<CalendarDefinition, 'tz' | 'week' | 'special_days'>): void {
  const { tz, week, special_days: special } = normalisedDefinition(hours);
  for (const row of hourRows({ tz, week, ...(special === undefined ? {} : { special_days: special }) })) {
    tx.drizzle.insert(calendarHours).values({ id: newId(), versionId, ...row }).run();
  }
}

function attach(tx: Tx, versionId: string, listIds: readonly string[]): void {
  for (const listId of listIds) tx.drizzle.insert(calendarClosureLists).values({ id: newId(), versionId, listId }).run();
}

/** The list for a new version's closures: the lists of the newest version where they say the same, else a new list of the calendar's name. */
function listFor(tx: Tx, name: string, calendarId: string, definition: CalendarDefinition): string[] {
  const rows = closureRows(definition);
  const [newest] = versionsOf(tx, calendarId);
  if (newest && JSON.stringify(closureRows(calendarDefinitionOf(tx, newest.id))) === JSON.stringify(rows)) return listsOf(tx, newest.id).map((list) => list.id);
  if (rows.length === 0) return [];
  const older = newest ? listsOf(tx, newest.id).find((list) => list.name === name) : undefined;
  if (newest && older) tx.drizzle.update(closureLists).set({ name: freeListName(tx, `${name} (version ${newest.version})`) }).where(eq(closureLists.id, older.id)).run();
  const listId = createList(tx, freeListName(tx, name), definition.tz);
  insertClosures(tx, listId, rows.map((row) => ({ id: newId(), ...row, origin: 'manual', uid: null, state: 'applied' })));
  return [listId];
}

function moveToCopy(tx: Tx, calendarId: string, listId: string, copy: string): void {
  const [newest] = versionsOf(tx, calendarId);
  if (!newest || !listsOf(tx, newest.id).some((list) => list.id === listId)) return;
  if (!newest.isKept) {
    tx.drizzle.update(calendarClosureLists).set({ listId: copy }).where(and(eq(calendarClosureLists.versionId, newest.id), eq(calendarClosureLists.listId, listId))).run();
    return;
  }
  const lists = listsOf(tx, newest.id).map((list) => (list.id === listId ? copy : list.id));
  addVersion(tx, calendarId, calendarDefinitionOf(tx, newest.id), lists);
}

type NewClosure = ClosureRow & { readonly id: string; readonly origin: 'manual' | 'date-holidays' | 'ics'; readonly uid: string | null; readonly state: ClosureState };

function insertClosures(tx: Tx, listId: string, rows: readonly NewClosure[]): void {
  for (const row of rows) tx.drizzle.insert(closures).values({ ...row, listId }).run();
}

function freeListName(tx: Tx, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (findClosureList(tx, name) === null) return name;
  }
}

function noClosure(): ParleyError {
  return new ParleyError('not-found', 'There is no such closure.', { details: [{ path: 'id', message: 'Unknown closure' }] });
}
