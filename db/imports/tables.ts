import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A system that exports to us. */
export const sources = sqliteTable('sources', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  organisationId: text('organisation_id'),
  serviceId: text('service_id'),
  profileId: text('profile_id'),
});

/** Saved mapping of columns. */
export const importProfiles = sqliteTable('import_profiles', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  settingsJson: text('settings_json').notNull(),
  organisationId: text('organisation_id'),
});

/** One committed file. */
export const imports = sqliteTable('imports', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  sourceNo: integer('source_no').notNull(),
  kind: text('kind', { enum: ['tickets', 'outages', 'maintenance', 'readings', 'responses'] }).notNull(),
  fileId: text('file_id').notNull(),
  settingsJson: text('settings_json').notNull(),
  rowCount: integer('row_count').notNull(),
  newCount: integer('new_count').notNull(),
  updatedCount: integer('updated_count').notNull(),
  unchangedCount: integer('unchanged_count').notNull(),
  quarantinedCount: integer('quarantined_count').notNull(),
  contentSha256: text('content_sha256').notNull(),
  qualityJson: text('quality_json').notNull(),
  changeNo: integer('change_no').notNull(),
  undoneByNo: integer('undone_by_no'),
});

/** What span is known. */
export const coverages = sqliteTable('coverages', {
  no: integer('no').primaryKey(),
  sourceNo: integer('source_no').notNull(),
  serviceNo: integer('service_no'),
  kind: text('kind', { enum: ['tickets', 'outages', 'readings'] }).notNull(),
  fromAt: integer('from_at').notNull(),
  toAt: integer('to_at').notNull(),
  importNo: integer('import_no'),
  nextExpectedOn: text('next_expected_on'),
});

/** Quarantined lines. */
export const importProblems = sqliteTable('import_problems', {
  importNo: integer('import_no').notNull(),
  line: integer('line').notNull(),
  code: text('code').notNull(),
  detail: text('detail').notNull(),
  raw: text('raw').notNull(),
}, (table) => [primaryKey({ columns: [table.importNo, table.line, table.code] })]);

/** Bulk rows before an update. */
export const importImages = sqliteTable('import_images', {
  kind: text('kind', { enum: ['ticket', 'outage', 'response'] }).notNull(),
  rowNo: integer('row_no').notNull(),
  revision: integer('revision').notNull(),
  importNo: integer('import_no').notNull(),
  image: blob('image', { mode: 'buffer' }).notNull(),
}, (table) => [primaryKey({ columns: [table.kind, table.rowNo, table.revision] })]);

/** Dictionary of source strings. */
export const sourceValues = sqliteTable('source_values', {
  no: integer('no').primaryKey(),
  sourceNo: integer('source_no').notNull(),
  field: text('field', { enum: ['status', 'priority', 'team', 'type', 'service', 'customer', 'tag', 'actor'] }).notNull(),
  value: text('value').notNull(),
});

/** What a source string means. */
export const mappings = sqliteTable('mappings', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  field: text('field', { enum: ['status', 'priority', 'team', 'type', 'service', 'customer', 'tag'] }).notNull(),
  value: text('value').notNull(),
  stateClass: text('state_class', { enum: ['new', 'active', 'waiting', 'resolved', 'closed', 'cancelled'] }),
  pauseReason: text('pause_reason'),
  priority: text('priority'),
  ticketType: text('ticket_type'),
  organisationId: text('organisation_id'),
  serviceId: text('service_id'),
});
