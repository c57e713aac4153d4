import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What global search finds. */
export const searchEntries = sqliteTable('search_entries', {
  no: integer('no').primaryKey(),
  recordId: text('record_id').notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
});
