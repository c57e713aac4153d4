import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { normalisedDefinition } from '#shared/calendar/normalise.ts';
import { ParleyError } from '#shared/errors.ts';
import type { CalendarRow, CalendarUse, CalendarVersionRow, ClosureListRow, StoredClosure } from '#shared/calendars/model.ts';
import { describeWeek } from '#shared/calendar/describe.ts';
import { observanceOf } from '#shared/calendars/closure-uid.ts';
import type { Reader } from '../store.ts';
import { calendarIdOf } from './names.ts';
import { closureOfRow, hoursOfRows } from './rows.ts';
import { calendarClosureLists, calendarHours, calendars, calendarVersions, closureLists, closures } from './tables.ts';

/**
 * The whole definition of a version, normalised: its hours and the applied closures of its lists. Throws `not-found` for a version that
 * is not there.
 */
export function calendarDefinitionOf(reader: Reader, versionId: string): CalendarDefinition {
  const version = reader.drizzle.select({ zone: calendarVersions.zone }).from(calendarVersions).where(eq(calendarVersions.id, versionId)).get();
  if (!version) throw new ParleyError('not-found', 'There is no such version of a calendar.', { details: [{ path: 'calendar', message: 'Unknown version' }] });
  const hours = reader.drizzle.select().from(calendarHours).where(eq(calendarHours.versionId, versionId)).orderBy(asc(calendarHours.opensMinute), asc(calendarHours.closesMinute)).all();
  const applied = reader.drizzle
    .select({ kind: closures.kind, fromDay: closures.fromDay, toDay: closures.toDay, fromMinute: closures.fromMinute, toMinute: closures.toMinute, label: closures.label })
    .from(closures)
    .innerJoin(calendarClosureLists, eq(calendarClosureLists.listId, closures.listId))
    .where(and(eq(calendarClosureLists.versionId, versionId), eq(closures.state, 'applied')))
    .all();
  return normalisedDefinition({ tz: version.zone, ...hoursOfRows(hours), closures: applied.map(closureOfRow) });
}

/** The newest version of a calendar, by the calendar's id or name; null where there is no such calendar. */
export function latestCalendarVersion(reader: Reader, idOrName: string): { versionId: string; version: number; definition: CalendarDefinition } | null {
  const calendarId = calendarIdOf(reader, idOrName);
  const newest = calendarId === null ? undefined : versionsOf(reader, calendarId)[0];
  return newest === undefined ? null : { versionId: newest.id, version: newest.version, definition: calendarDefinitionOf(reader, newest.id) };
}

/** Name and purpose of a calendar. Throws `not-found` where the id is none's. */
export function calendarHeadOf(reader: Reader, id: string): { id: string; name: string; purpose: string | null } {
  const head = reader.drizzle.select().from(calendars).where(eq(calendars.id, id)).get();
  if (!head) throw new ParleyError('not-found', 'There is no such calendar.', { details: [{ path: 'id', message: 'Unknown calendar' }] });
  return head;
}

/** Versions of a calendar, the newest first. */
export function versionsOf(reader: Reader, calendarId: string): CalendarVersionRow[] {
  return reader.drizzle
    .select({ id: calendarVersions.id, version: calendarVersions.version, zone: calendarVersions.zone, sealedAt: calendarVersions.sealedAt })
    .from(calendarVersions)
    .where(eq(calendarVersions.calendarId, calendarId))
    .orderBy(desc(calendarVersions.version))
    .all()
    .map((row) => ({ ...row, isKept: row.sealedAt !== null || isApproved(reader, row.id) }));
}

/** Calendars by name, with their newest version; `archived: false` leaves out those that are archived. */
export function listCalendars(reader: Reader, { archived = true }: { readonly archived?: boolean } = {}): CalendarRow[] {
  const rows = reader.drizzle
    .select({ id: calendars.id, name: calendars.name, purpose: calendars.purpose, archivedOn: calendars.archivedOn })
    .from(calendars)
    .where(archived ? undefined : isNull(calendars.archivedOn))
    .orderBy(sql`${calendars.name} collate nocase`).all();
  return rows.flatMap((row) => {
    const newest = latestCalendarVersion(reader, row.id);
    if (newest === null) return [];
    const use = usesOf(reader, row.id);
    return [{
      ...row,
      zone: newest.definition.tz,
      version: newest.version,
      hours: describeWeek(newest.definition),
      proposed: listsOf(reader, newest.versionId).reduce((sum, list) => sum + list.proposed, 0),
      sites: use.sites.length,
      agreements: new Set(use.agreements.map((agreement) => agreement.id)).size,
    }];
  });
}

/** What a calendar is used by: sites that have it, versions of agreements that pin one of its versions. */
export function usesOf(reader: Reader, calendarId: string): CalendarUse {
  return {
    sites: reader.all<{ id: string; name: string; organisation: string; organisationId: string }>(
      `SELECT sites.id, sites.name, organisations.name AS organisation, organisations.id AS organisationId FROM sites JOIN organisations ON organisations.id = sites.organisation_id
       WHERE sites.calendar_id = ? ORDER BY organisations.name, sites.name`, calendarId,
    ),
    agreements: reader.all<{ id: string; number: string; title: string; version: number; state: string; calendarVersion: number; targets: number }>(
      `SELECT agreements.id, agreements.number, agreements.title, pinned.version, pinned.state, calendar_versions.version AS calendarVersion, sum(content.kind <> 'hours') AS targets
       FROM term_contents AS content
       JOIN calendar_versions ON calendar_versions.id = content.calendar_version_id
       JOIN version_terms AS pointer ON pointer.content_hash = content.hash
       JOIN agreement_versions AS pinned ON pinned.id = pointer.version_id
       JOIN agreements ON agreements.id = pinned.agreement_id
       WHERE calendar_versions.calendar_id = ? GROUP BY pinned.id, calendar_versions.id ORDER BY agreements.title, pinned.version`, calendarId,
    ),
  };
}

/** Closure lists of one version, by name. */
export function listsOf(reader: Reader, versionId: string): ClosureListRow[] {
  return reader.all<ClosureListRow>(
    `SELECT lists.id, lists.name, lists.country, lists.region, lists.zone,
       (SELECT count(*) FROM closures WHERE list_id = lists.id AND state = 'proposed') AS proposed,
       (SELECT count(*) FROM closures WHERE list_id = lists.id AND state = 'applied') AS applied
     FROM closure_lists AS lists JOIN calendar_closure_lists AS used ON used.list_id = lists.id
     WHERE used.version_id = ? ORDER BY lists.name`, versionId,
  );
}

/** Closures of one list, of every state, in the order of their dates. */
export function closuresOf(reader: Reader, listId: string): StoredClosure[] {
  return reader.drizzle
    .select()
    .from(closures)
    .where(eq(closures.listId, listId))
    .orderBy(asc(closures.fromDay), asc(closures.id))
    .all()
    .map((row) => ({ id: row.id, listId: row.listId, closure: closureOfRow(row), origin: row.origin, state: row.state, observance: observanceOf(row.uid) }));
}

/** One closure list by id or name; null where there is none. */
export function findClosureList(reader: Reader, idOrName: string): { id: string; name: string; country: string | null; region: string | null; zone: string } | null {
  return reader.drizzle.select().from(closureLists).where(sql`${closureLists.id} = ${idOrName} or ${closureLists.name} = ${idOrName} collate nocase`).get() ?? null;
}

/** Versions of calendars that a list closes. */
export function versionsClosedBy(reader: Reader, listId: string): { id: string; calendarId: string; isKept: boolean }[] {
  return reader
    .all<{ id: string; calendarId: string; sealedAt: number | null }>(
      `SELECT versions.id, versions.calendar_id AS calendarId, versions.sealed_at AS sealedAt
       FROM calendar_versions AS versions JOIN calendar_closure_lists AS used ON used.version_id = versions.id WHERE used.list_id = ? ORDER BY versions.version DESC`, listId,
    )
    .map((row) => ({ id: row.id, calendarId: row.calendarId, isKept: row.sealedAt !== null || isApproved(reader, row.id) }));
}

/** Whether an approved agreement pins the version: what was approved is not edited but followed by a next version. Sealed ones are held by the database. */
export function isApproved(reader: Reader, versionId: string): boolean {
  return (
    reader.value<number>(
      `SELECT 1 FROM term_contents AS content JOIN version_terms AS pointer ON pointer.content_hash = content.hash JOIN agreement_versions AS pinned ON pinned.id = pointer.version_id
       WHERE content.calendar_version_id = ? AND pinned.state IN ('approved', 'signing', 'signed') LIMIT 1`, versionId,
    ) !== undefined
  );
}
