import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One ticket, latest state. */
export const tickets = sqliteTable('tickets', {
  no: integer('no').primaryKey(),
  sourceNo: integer('source_no').notNull(),
  key: text('key').notNull(),
  title: text('title'),
  customerNo: integer('customer_no'),
  serviceNo: integer('service_no'),
  statusNo: integer('status_no'),
  priorityNo: integer('priority_no'),
  teamNo: integer('team_no'),
  typeNo: integer('type_no'),
  openedAt: integer('opened_at').notNull(),
  firstResponseAt: integer('first_response_at'),
  resolvedAt: integer('resolved_at'),
  closedAt: integer('closed_at'),
  dueAt: integer('due_at'),
  holdMs: integer('hold_ms'),
  hasHistory: integer('has_history').notNull(),
  sourceVerdict: text('source_verdict', { enum: ['met', 'missed'] }),
  revision: integer('revision').notNull(),
  firstImportNo: integer('first_import_no').notNull(),
  importNo: integer('import_no').notNull(),
  digest: blob('digest', { mode: 'buffer' }).notNull(),
  extraJson: text('extra_json'),
});

/** Its log, source values kept. */
export const ticketEvents = sqliteTable('ticket_events', {
  ticketNo: integer('ticket_no').notNull(),
  seq: integer('seq').notNull(),
  happenedAt: integer('happened_at').notNull(),
  kind: integer('kind').notNull(),
  statusNo: integer('status_no'),
  priorityNo: integer('priority_no'),
  teamNo: integer('team_no'),
  typeNo: integer('type_no'),
  actorNo: integer('actor_no'),
  line: integer('line').notNull(),
  fieldsJson: text('fields_json'),
}, (table) => [primaryKey({ columns: [table.ticketNo, table.seq] })]);

/** Packed log for replay. */
export const ticketTimelines = sqliteTable('ticket_timelines', {
  ticketNo: integer('ticket_no').primaryKey(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});
