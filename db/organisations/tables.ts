import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Firms, departments, teams of any side. */
export const organisations = sqliteTable('organisations', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  parentId: text('parent_id'),
  name: text('name').notNull(),
  isOurs: integer('is_ours').notNull(),
  zone: text('zone'),
  language: text('language'),
  letterheadFileId: text('letterhead_file_id'),
  logoFileId: text('logo_file_id'),
  archivedOn: text('archived_on'),
  /** As sentences of documents call it; null: the name without its legal form. */
  shortName: text('short_name'),
  address: text('address'),
  registerNumber: text('register_number'),
  /** The organisation that this one was a duplicate of; what is signed keeps this one's name. */
  mergedIntoId: text('merged_into_id'),
  documentColour: text('document_colour'),
});

/** Where people and services are. */
export const sites = sqliteTable('sites', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  calendarId: text('calendar_id'),
});

/** Persons of both sides. */
export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  name: text('name').notNull(),
  email: text('email'),
  phone: text('phone'),
  jobTitle: text('job_title'),
  isUser: integer('is_user').notNull(),
  archivedOn: text('archived_on'),
  /** The person that this one was a duplicate of; what is signed keeps this one's name. */
  mergedIntoId: text('merged_into_id'),
});

/** Who does what, since when. */
export const roleAssignments = sqliteTable('role_assignments', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  role: text('role', { enum: ['service-level-manager', 'relationship-manager', 'service-owner', 'service-desk-manager', 'supplier-manager', 'sponsor', 'signatory', 'approver', 'contact', 'escalation'] }).notNull(),
  side: text('side', { enum: ['provider', 'customer'] }).notNull(),
  agreementId: text('agreement_id'),
  serviceId: text('service_id'),
  organisationId: text('organisation_id'),
  deputyOfId: text('deputy_of_id'),
  fromOn: text('from_on'),
  toOn: text('to_on'),
});
