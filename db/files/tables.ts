import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Bytes: documents, raw imports, logos. */
export const files = sqliteTable('files', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  sha256: text('sha256').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  byteCount: integer('byte_count').notNull(),
  encoding: text('encoding', { enum: ['raw', 'deflate'] }).notNull(),
});

/** Pieces of up to 1 MiB. */
export const fileChunks = sqliteTable('file_chunks', {
  fileNo: integer('file_no').notNull(),
  chunkNo: integer('chunk_no').notNull(),
  firstLine: integer('first_line'),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
}, (table) => [primaryKey({ columns: [table.fileNo, table.chunkNo] })]);
