import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every Word file made or issued. */
export const documents = sqliteTable('documents', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['agreement', 'redline', 'negotiation-record', 'review-pack', 'minutes', 'annual', 'portfolio', 'audit-index', 'survey', 'communication', 'certificate'] }).notNull(),
  number: text('number'),
  edition: integer('edition').notNull(),
  title: text('title').notNull(),
  language: text('language').notNull(),
  versionId: text('version_id'),
  organisationId: text('organisation_id'),
  fromOn: text('from_on'),
  toOn: text('to_on'),
  fileId: text('file_id').notNull(),
  modelFileId: text('model_file_id'),
  sha256: text('sha256').notNull(),
  issuedAt: integer('issued_at'),
  replacesId: text('replaces_id'),
});
