import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { outageKinds } from '#shared/imports/outage-rows.ts';

const text = lineText.min(1).max(400);
const instant = z.string().min(1).max(50);

/** An outage typed by hand. `service` is a name or id; times are instants, or local in `zone`. Without an end it goes on. */
export const outageInputSchema = z.strictObject({
  schema: z.literal('parley/outage/1').optional(),
  service: text,
  kind: z.enum(outageKinds).default('outage'),
  start: instant,
  end: instant.nullable().default(null),
  reason: text.nullable().default(null),
  ticket: text.nullable().default(null),
  approvedBy: text.nullable().default(null),
  /** Part that counts, 0 to 1; null: the agreement's own. */
  weight: z.number().min(0).max(1).nullable().default(null),
  users: z.int().min(0).nullable().default(null),
  zone: z.string().optional(),
});
export type OutageInput = z.infer<typeof outageInputSchema>;

export const outageSchema = z.strictObject({
  no: z.int(),
  key: z.string(),
  source: z.string(),
  isTyped: z.boolean(),
  serviceId: z.string(),
  service: z.string(),
  kind: z.enum(outageKinds),
  from: z.int(),
  to: z.int().nullable(),
  reason: z.string().nullable(),
  ticket: z.string().nullable(),
  approvedBy: z.string().nullable(),
  weightPpb: z.int().nullable(),
  users: z.int().nullable(),
  revision: z.int(),
});
export type Outage = z.infer<typeof outageSchema>;

/** Planned work on a service. */
export const maintenanceInputSchema = z.strictObject({
  schema: z.literal('parley/maintenance/1').optional(),
  service: text,
  start: instant,
  end: instant,
  reason: text,
  approvedBy: text.nullable().default(null),
  announced: instant.nullable().default(null),
  /** A recurrence rule of RFC 5545, whose occurrences keep the wall-clock times of the zone; null: once. */
  repeat: z.string().trim().min(1).max(500).nullable().default(null),
  zone: z.string().optional(),
});
export type MaintenanceInput = z.infer<typeof maintenanceInputSchema>;

export const maintenanceSchema = z.strictObject({
  id: z.string(),
  serviceId: z.string(),
  service: z.string(),
  from: z.int(),
  to: z.int(),
  zone: z.string(),
  repeat: z.string().nullable(),
  reason: z.string(),
  approvedBy: z.string().nullable(),
  announcedAt: z.int().nullable(),
});
export type Maintenance = z.infer<typeof maintenanceSchema>;
