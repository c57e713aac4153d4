import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Manifest and document of a seal. */
export const versionSeals = sqliteTable('version_seals', {
  versionId: text('version_id').primaryKey(),
  manifestJson: text('manifest_json').notNull(),
  manifestSha256: text('manifest_sha256').notNull(),
  documentId: text('document_id').notNull(),
  changeNo: integer('change_no').notNull(),
});

/** Asked and answered, on a manifest. */
export const approvals = sqliteTable('approvals', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  step: integer('step').notNull(),
  role: text('role').notNull(),
  requestedById: text('requested_by_id'),
  decidedById: text('decided_by_id'),
  state: text('state', { enum: ['pending', 'approved', 'rejected', 'void'] }).notNull(),
  manifestSha256: text('manifest_sha256').notNull(),
  reason: text('reason'),
  decidedAt: integer('decided_at'),
});

/** Who must sign, in which order. */
export const signatories = sqliteTable('signatories', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  personId: text('person_id').notNull(),
  side: text('side', { enum: ['provider', 'customer'] }).notNull(),
  turn: integer('turn').notNull(),
  state: text('state', { enum: ['waiting', 'signed', 'declined'] }).notNull(),
});

/** One act of signing. */
export const signatures = sqliteTable('signatures', {
  id: text('id').primaryKey(),
  signatoryId: text('signatory_id').notNull(),
  documentId: text('document_id'),
  name: text('name').notNull(),
  roleTitle: text('role_title').notNull(),
  place: text('place').notNull(),
  signedAt: integer('signed_at').notNull(),
  method: text('method', { enum: ['drawn', 'typed', 'paper', 'certificate'] }).notNull(),
  statement: text('statement').notNull(),
  imageFileId: text('image_file_id'),
  scanFileId: text('scan_file_id'),
  manifestSha256: text('manifest_sha256').notNull(),
});
