import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Intervals not (known to be) up. */
export const outages = sqliteTable('outages', {
  no: integer('no').primaryKey(),
  sourceNo: integer('source_no').notNull(),
  key: text('key').notNull(),
  serviceNo: integer('service_no').notNull(),
  kind: text('kind', { enum: ['outage', 'degradation', 'planned', 'unobserved'] }).notNull(),
  startsAt: integer('starts_at').notNull(),
  endsAt: integer('ends_at'),
  weightPpb: integer('weight_ppb'),
  userCount: integer('user_count'),
  reason: text('reason'),
  ticketKey: text('ticket_key'),
  approvedBy: text('approved_by'),
  revision: integer('revision').notNull(),
  importNo: integer('import_no'),
  digest: text('digest'),
});

/** Planned work, may repeat. */
export const maintenanceWindows = sqliteTable('maintenance_windows', {
  id: text('id').primaryKey(),
  serviceId: text('service_id').notNull(),
  startsAt: integer('starts_at').notNull(),
  endsAt: integer('ends_at').notNull(),
  repeatRule: text('repeat_rule'),
  zone: text('zone').notNull(),
  announcedAt: integer('announced_at'),
  reason: text('reason').notNull(),
  approvedBy: text('approved_by'),
  sourceId: text('source_id'),
  key: text('key'),
});

/** Time or tickets left out, if accepted. */
export const exclusions = sqliteTable('exclusions', {
  id: text('id').primaryKey(),
  agreementId: text('agreement_id').notNull(),
  serviceId: text('service_id'),
  subjectId: text('subject_id'),
  maintenanceId: text('maintenance_id'),
  kind: text('kind', { enum: ['maintenance', 'force-majeure', 'customer-caused', 'agreed'] }).notNull(),
  startsAt: integer('starts_at'),
  endsAt: integer('ends_at'),
  reason: text('reason').notNull(),
  authorId: text('author_id'),
  state: text('state', { enum: ['proposed', 'accepted', 'refused'] }).notNull(),
  decidedById: text('decided_by_id'),
  decidedAt: integer('decided_at'),
  /** The agreement's exclusion that it falls under. */
  termId: text('term_id'),
});
