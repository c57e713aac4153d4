import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Verdict per effective target. */
export const ticketResults = sqliteTable('ticket_results', {
  targetNo: integer('target_no').notNull(),
  ticketNo: integer('ticket_no').notNull(),
  cycle: integer('cycle').notNull(),
  cohortDay: integer('cohort_day').notNull(),
  verdict: integer('verdict').notNull(),
  startAt: integer('start_at').notNull(),
  dueAt: integer('due_at'),
  stopAt: integer('stop_at'),
  businessMs: integer('business_ms').notNull(),
  actualMs: integer('actual_ms').notNull(),
  pausedMs: integer('paused_ms').notNull(),
}, (table) => [primaryKey({ columns: [table.targetNo, table.ticketNo, table.cycle] })]);

/** Figures per target and period. */
export const targetResults = sqliteTable('target_results', {
  no: integer('no').primaryKey(),
  targetNo: integer('target_no').notNull(),
  serviceNo: integer('service_no'),
  fromOn: text('from_on').notNull(),
  toOn: text('to_on').notNull(),
  metCount: integer('met_count'),
  missedCount: integer('missed_count'),
  openCount: integer('open_count'),
  leftOutCount: integer('left_out_count'),
  agreedMs: integer('agreed_ms'),
  downMs: integer('down_ms'),
  excludedMs: integer('excluded_ms'),
  unknownMs: integer('unknown_ms'),
  valuePpb: integer('value_ppb'),
  valueCount: integer('value_count'),
  verdict: integer('verdict').notNull(),
  nextDueAt: integer('next_due_at'),
  basisSha256: text('basis_sha256').notNull(),
  computedAt: integer('computed_at').notNull(),
});
