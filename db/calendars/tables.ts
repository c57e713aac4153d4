import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Living lists of closures. */
export const closureLists = sqliteTable('closure_lists', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  country: text('country'),
  region: text('region'),
  zone: text('zone').notNull(),
});

/** Holidays, ranges, yearly rules. */
export const closures = sqliteTable('closures', {
  id: text('id').primaryKey(),
  listId: text('list_id').notNull(),
  kind: text('kind', { enum: ['date', 'range', 'yearly'] }).notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
  fromMinute: integer('from_minute'),
  toMinute: integer('to_minute'),
  label: text('label').notNull(),
  origin: text('origin', { enum: ['manual', 'date-holidays', 'ics'] }).notNull(),
  uid: text('uid'),
  state: text('state', { enum: ['proposed', 'applied', 'rejected'] }).notNull(),
});

/** Named service hours. */
export const calendars = sqliteTable('calendars', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  purpose: text('purpose'),
  archivedOn: text('archived_on'),
});

/** Pinned hours in a zone. */
export const calendarVersions = sqliteTable('calendar_versions', {
  id: text('id').primaryKey(),
  calendarId: text('calendar_id').notNull(),
  version: integer('version').notNull(),
  zone: text('zone').notNull(),
  sealedAt: integer('sealed_at'),
});

/** Weekly and special opening intervals. */
export const calendarHours = sqliteTable('calendar_hours', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  weekday: integer('weekday'),
  dayOn: text('day_on'),
  opensMinute: integer('opens_minute').notNull(),
  closesMinute: integer('closes_minute').notNull(),
});

/** Which lists close it. */
export const calendarClosureLists = sqliteTable('calendar_closure_lists', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  listId: text('list_id').notNull(),
});
