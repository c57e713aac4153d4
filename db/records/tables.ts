import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Supertype of everything linkable. */
export const records = sqliteTable('records', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
});

/** Allowed moves of state machines. */
export const stateMoves = sqliteTable('state_moves', {
  machine: text('machine').notNull(),
  fromState: text('from_state').notNull(),
  toState: text('to_state').notNull(),
}, (table) => [primaryKey({ columns: [table.machine, table.fromState, table.toState] })]);

/** Every state move ever made. */
export const transitions = sqliteTable('transitions', {
  no: integer('no').primaryKey(),
  recordId: text('record_id').notNull(),
  changeNo: integer('change_no').notNull(),
  fromState: text('from_state').notNull(),
  toState: text('to_state').notNull(),
});

/** A file on a record. */
export const attachments = sqliteTable('attachments', {
  id: text('id').primaryKey(),
  recordId: text('record_id').notNull(),
  fileId: text('file_id').notNull(),
  label: text('label').notNull(),
  rank: text('rank').notNull(),
});

/** Remarks for our side only. */
export const internalNotes = sqliteTable('internal_notes', {
  id: text('id').primaryKey(),
  recordId: text('record_id').notNull(),
  personId: text('person_id'),
  saidById: text('said_by_id'),
  channel: text('channel'),
  bodyJson: text('body_json').notNull(),
  /** When it was said; null on what an older format noted. */
  saidAt: integer('said_at'),
});

/** Further people who said it or were there. */
export const internalNotePeople = sqliteTable('internal_note_people', {
  id: text('id').primaryKey(),
  noteId: text('note_id').notNull(),
  personId: text('person_id').notNull(),
});

/** Record ids for bulk rows. */
export const pinnedRows = sqliteTable('pinned_rows', {
  id: text('id').primaryKey(),
  ticketNo: integer('ticket_no'),
  outageNo: integer('outage_no'),
});
