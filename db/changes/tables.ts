import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One committed command, hash-chained. */
export const changes = sqliteTable('changes', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  deviceId: text('device_id').notNull(),
  seq: integer('seq').notNull(),
  stamp: text('stamp').notNull(),
  happenedAt: integer('happened_at').notNull(),
  actorId: text('actor_id'),
  cause: text('cause', { enum: ['user', 'import', 'undo', 'merge', 'migration', 'purge', 'system'] }).notNull(),
  command: text('command').notNull(),
  subjectId: text('subject_id'),
  reason: text('reason'),
  undoesNo: integer('undoes_no'),
  isBulk: integer('is_bulk').notNull(),
  bulkSha256: text('bulk_sha256'),
  prevHash: text('prev_hash'),
  hash: text('hash'),
});

/** Before and after of rows. */
export const changeRows = sqliteTable('change_rows', {
  no: integer('no').primaryKey(),
  changeNo: integer('change_no').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  op: text('op', { enum: ['insert', 'update', 'delete'] }).notNull(),
  beforeJson: text('before_json'),
  afterJson: text('after_json'),
  salt: text('salt'),
  digest: text('digest'),
});
