import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What is promised for. */
export const services = sqliteTable('services', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  status: text('status', { enum: ['pipeline', 'live', 'retired'] }).notNull(),
  ownerId: text('owner_id'),
  description: text('description'),
  archivedOn: text('archived_on'),
});
