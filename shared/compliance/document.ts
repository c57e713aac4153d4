import type { AvailabilityRow } from '#shared/availability/model.ts';
import { formatInstant, type Instant } from '#shared/time/instant.ts';
import type { PlainDate } from '#shared/time/plain-date.ts';
import type { ComplianceRow } from './compliance.ts';
import type { MetricRow } from './metrics.ts';

export type SpanDocument = { readonly from: PlainDate; readonly to: PlainDate; readonly zone: string };

/** What `compliance --json` prints. */
export type ComplianceDocument = { readonly asOf: string; readonly period: SpanDocument; readonly rows: readonly (ComplianceRow | MetricRow)[] };

export function complianceDocument(rows: readonly (ComplianceRow | MetricRow)[], period: SpanDocument, asOf: Instant): ComplianceDocument {
  return { asOf: formatInstant(asOf, period.zone), period, rows };
}

/** What `availability --json` prints. */
export type AvailabilityDocument = { readonly asOf: string; readonly period: SpanDocument; readonly rows: readonly AvailabilityRow[] };

export function availabilityDocument(rows: readonly AvailabilityRow[], period: SpanDocument, asOf: Instant): AvailabilityDocument {
  return { asOf: formatInstant(asOf, period.zone), period, rows };
}
