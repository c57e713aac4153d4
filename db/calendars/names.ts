import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../store.ts';
import { calendars } from './tables.ts';

/** The id of a calendar given by id or name (letter case does not matter); null where there is none. */
export function calendarIdOf(reader: Reader, idOrName: string): string | null {
  const row =
    reader.drizzle.select({ id: calendars.id }).from(calendars).where(eq(calendars.id, idOrName)).get() ??
    reader.drizzle.select({ id: calendars.id }).from(calendars).where(sql`${calendars.name} = ${idOrName} collate nocase`).get();
  return row?.id ?? null;
}
