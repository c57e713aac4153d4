import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Vocabulary that makes terms comparable. */
export const topics = sqliteTable('topics', {
  key: text('key').primaryKey(),
  termKind: text('term_kind').notNull(),
  isSingle: integer('is_single').notNull(),
  titlesJson: text('titles_json').notNull(),
  rank: text('rank').notNull(),
});

/** A promise, through all its versions. */
export const agreements = sqliteTable('agreements', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  kind: text('kind', { enum: ['sla', 'ola', 'uc'] }).notNull(),
  level: text('level', { enum: ['corporate', 'customer', 'service'] }).notNull(),
  title: text('title').notNull(),
  parentId: text('parent_id'),
  zone: text('zone').notNull(),
  currency: text('currency').notNull(),
  archivedOn: text('archived_on'),
});

/** Numbered edition with a life. */
export const agreementVersions = sqliteTable('agreement_versions', {
  id: text('id').primaryKey(),
  agreementId: text('agreement_id').notNull(),
  version: integer('version').notNull(),
  state: text('state', { enum: ['draft', 'negotiating', 'agreed', 'approved', 'signing', 'signed', 'rejected', 'abandoned'] }).notNull(),
  basedOnId: text('based_on_id'),
  parentVersionId: text('parent_version_id'),
  language: text('language').notNull(),
  validFromOn: text('valid_from_on'),
  validToOn: text('valid_to_on'),
  takeover: text('takeover', { enum: ['start', 'stop'] }).notNull(),
  sealedAt: integer('sealed_at'),
  withdrawnFromOn: text('withdrawn_from_on'),
});

/** Who promises whom. */
export const versionParties = sqliteTable('version_parties', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  organisationId: text('organisation_id').notNull(),
  side: text('side', { enum: ['provider', 'customer'] }).notNull(),
  fromOn: text('from_on'),
  toOn: text('to_on'),
  rank: text('rank').notNull(),
});

/** Services and sites it covers. */
export const versionServices = sqliteTable('version_services', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  serviceId: text('service_id').notNull(),
  siteId: text('site_id'),
});

/** Identity of a promise. */
export const terms = sqliteTable('terms', {
  id: text('id').primaryKey(),
  agreementId: text('agreement_id').notNull(),
  code: text('code').notNull(),
  kind: text('kind', { enum: ['target', 'priority', 'hours', 'defaults', 'clause', 'obligation', 'credit', 'remedy', 'exclusion', 'lifecycle', 'fee', 'definition'] }).notNull(),
  topic: text('topic').notNull(),
  facet: text('facet').notNull(),
});

/** What a term says, by hash. */
export const termContents = sqliteTable('term_contents', {
  hash: text('hash').primaryKey(),
  shape: integer('shape').notNull(),
  kind: text('kind').notNull(),
  language: text('language'),
  title: text('title'),
  metric: text('metric', { enum: ['response', 'resolution', 'update-cadence', 'availability', 'restore-time', 'time-between-failures', 'interruptions', 'delivery', 'share-within', 'recovery', 'experience', 'workload', 'qualitative', 'indicator'] }),
  goalMs: integer('goal_ms'),
  goalDays: integer('goal_days'),
  goalPpb: integer('goal_ppb'),
  goalCount: integer('goal_count'),
  goalCountTo: integer('goal_count_to'),
  unit: text('unit'),
  comparator: text('comparator', { enum: ['at-most', 'at-least', 'between'] }),
  sharePpb: integer('share_ppb'),
  dayMeaning: text('day_meaning', { enum: ['business-hours', 'elapsed-hours', 'business-days', 'end-of-business-day', 'calendar-days'] }),
  measuredPer: text('measured_per'),
  amountMinor: integer('amount_minor'),
  currency: text('currency'),
  calendarVersionId: text('calendar_version_id'),
  rulesJson: text('rules_json'),
  bodyJson: text('body_json'),
  bodyText: text('body_text'),
});

/** What a version says now. */
export const versionTerms = sqliteTable('version_terms', {
  id: text('id').primaryKey(),
  versionId: text('version_id').notNull(),
  termId: text('term_id').notNull(),
  contentHash: text('content_hash'),
  rank: text('rank').notNull(),
  negotiation: text('negotiation', { enum: ['open', 'proposed', 'countered', 'agreed', 'parked'] }).notNull(),
});

/** Resolved set, written at sealing. */
export const effectiveTerms = sqliteTable('effective_terms', {
  no: integer('no').primaryKey(),
  versionId: text('version_id').notNull(),
  termId: text('term_id').notNull(),
  contentHash: text('content_hash').notNull(),
  level: text('level', { enum: ['corporate', 'customer', 'service'] }).notNull(),
  fromVersionId: text('from_version_id').notNull(),
  sourcesJson: text('sources_json').notNull(),
});
