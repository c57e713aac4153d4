import type { Maintenance, Outage } from '#shared/outages/model.ts';
import { typedSource } from '../imports/typed.ts';
import type { Reader } from '../reader.ts';

export type SpanQuery = { readonly serviceId?: string | undefined; readonly from?: number | undefined; readonly to?: number | undefined; readonly offset: number; readonly limit: number };

type OutageRow = Omit<Outage, 'isTyped'>;

const outageColumns = `outages.no, outages.key, sources.name AS source, services.id AS serviceId, services.name AS service, outages.kind, starts_at AS "from", ends_at AS "to", reason,
  ticket_key AS ticket, approved_by AS approvedBy, weight_ppb AS weightPpb, user_count AS users, revision
  FROM outages JOIN sources ON sources.no = outages.source_no JOIN services ON services.no = outages.service_no`;
const outageSpan = 'WHERE (:service IS NULL OR services.id = :service) AND (:to IS NULL OR starts_at < :to) AND (:from IS NULL OR ends_at IS NULL OR ends_at > :from)';

/** Outages that touch a span, the latest first. */
export function listOutages(reader: Reader, query: SpanQuery): { total: number; rows: Outage[] } {
  const values = valuesOf(query);
  const total = reader.value<number>(`SELECT count(*) FROM outages JOIN services ON services.no = outages.service_no ${outageSpan}`, values) ?? 0;
  const rows = reader.all<OutageRow>(`SELECT ${outageColumns} ${outageSpan} ORDER BY starts_at DESC, outages.no LIMIT :limit OFFSET :offset`, { ...values, limit: query.limit, offset: query.offset });
  return { total, rows: rows.map(outageOf) };
}

export function outageWithNo(reader: Reader, no: number): Outage | null {
  const row = reader.get<OutageRow>(`SELECT ${outageColumns} WHERE outages.no = ?`, no);
  return row === undefined ? null : outageOf(row);
}

const windowColumns = `maintenance_windows.id, services.id AS serviceId, services.name AS service, starts_at AS "from", ends_at AS "to", zone, repeat_rule AS repeat, reason, approved_by AS approvedBy, announced_at AS announcedAt
  FROM maintenance_windows JOIN services ON services.id = maintenance_windows.service_id`;
/** A window that repeats touches every span after its start. */
const windowSpan = 'WHERE (:service IS NULL OR services.id = :service) AND (:to IS NULL OR starts_at < :to) AND (:from IS NULL OR repeat_rule IS NOT NULL OR ends_at > :from)';

/** Maintenance windows that touch a span, the latest first. */
export function listMaintenance(reader: Reader, query: SpanQuery): { total: number; rows: Maintenance[] } {
  const values = valuesOf(query);
  const total = reader.value<number>(`SELECT count(*) FROM maintenance_windows JOIN services ON services.id = maintenance_windows.service_id ${windowSpan}`, values) ?? 0;
  const rows = reader.all<Maintenance>(`SELECT ${windowColumns} ${windowSpan} ORDER BY starts_at DESC LIMIT :limit OFFSET :offset`, { ...values, limit: query.limit, offset: query.offset });
  return { total, rows };
}

export function maintenanceWithId(reader: Reader, id: string): Maintenance | null {
  return reader.get<Maintenance>(`SELECT ${windowColumns} WHERE maintenance_windows.id = ?`, id) ?? null;
}

function valuesOf({ serviceId, from, to }: SpanQuery): { service: string | null; from: number | null; to: number | null } {
  return { service: serviceId ?? null, from: from ?? null, to: to ?? null };
}

function outageOf(row: OutageRow): Outage {
  return { ...row, isTyped: row.source === typedSource };
}
