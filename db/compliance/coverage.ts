import { intersect } from '#shared/availability/downtime.ts';
import { unionOf, type Interval } from '#shared/time/interval.ts';
import type { Reader } from '../store.ts';
import { servicesOnce, type Scope } from './scope.ts';

type CoverageRow = { from_at: number; to_at: number; service_no: number | null; organisation_id: string | null };

/** What spans of a service's data the sources know; a source of another customer says nothing. Sorted, disjoint. */
export function serviceCoverage(reader: Reader, kind: 'tickets' | 'outages' | 'readings', scope: Scope, serviceNo: number | null): Interval[] {
  const rows = reader.all<CoverageRow>(
    `SELECT coverages.from_at, coverages.to_at, coverages.service_no, sources.organisation_id
     FROM coverages JOIN sources ON sources.no = coverages.source_no WHERE coverages.kind = ?`,
    kind,
  );
  const known = rows.filter(
    (row) => (row.service_no === null || serviceNo === null || row.service_no === serviceNo) && (row.organisation_id === null || scope.customerIds.size === 0 || scope.customerIds.has(row.organisation_id)),
  );
  return unionOf(known.map((row) => ({ from: row.from_at, to: row.to_at })));
}

/** The spans in which the tickets of every service of the agreement are known. */
export function ticketCoverage(reader: Reader, scope: Scope): Interval[] {
  const services = servicesOnce(scope);
  const [first, ...rest] = services.length === 0 ? [serviceCoverage(reader, 'tickets', scope, null)] : services.map((service) => serviceCoverage(reader, 'tickets', scope, service.no));
  return rest.reduce<Interval[]>((known, other) => intersect(known, other), first ?? []);
}
