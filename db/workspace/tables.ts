import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** This file, one row. */
export const workspace = sqliteTable('workspace', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  ownOrganisationId: text('own_organisation_id'),
  defaultZone: text('default_zone').notNull(),
  language: text('language').notNull(),
  currency: text('currency').notNull(),
  isSample: integer('is_sample').notNull(),
  logoFileId: text('logo_file_id'),
  letterheadFileId: text('letterhead_file_id'),
  createdAt: integer('created_at').notNull(),
});

/** Laptops that ever wrote here. */
export const devices = sqliteTable('devices', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  lane: text('lane').notNull(),
  firstSeenAt: integer('first_seen_at').notNull(),
});

/** Filters, columns, saved reports. */
export const savedViews = sqliteTable('saved_views', {
  id: text('id').primaryKey(),
  place: text('place').notNull(),
  name: text('name').notNull(),
  personId: text('person_id'),
  queryJson: text('query_json').notNull(),
  rank: text('rank').notNull(),
});
