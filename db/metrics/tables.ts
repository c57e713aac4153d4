import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Metric values, typed or imported. */
export const readings = sqliteTable('readings', {
  id: text('id').primaryKey(),
  indicator: text('indicator'),
  serviceId: text('service_id'),
  organisationId: text('organisation_id'),
  agreementId: text('agreement_id'),
  termId: text('term_id'),
  fromOn: text('from_on').notNull(),
  toOn: text('to_on').notNull(),
  dueOn: text('due_on'),
  doneOn: text('done_on'),
  valueMs: integer('value_ms'),
  valuePpb: integer('value_ppb'),
  valueCount: integer('value_count'),
  numerator: integer('numerator'),
  denominator: integer('denominator'),
  verdict: text('verdict', { enum: ['met', 'missed'] }),
  note: text('note'),
  personId: text('person_id'),
  fileId: text('file_id'),
  importNo: integer('import_no'),
});
