import type { AgreementDocument } from '#shared/agreements/model.ts';
import { organisationIdOf } from '../organisations/queries.ts';
import { findService } from '../services/queries.ts';
import type { Reader } from '../store.ts';

/** A service of an agreement, at a site or everywhere. */
export type ServiceScope = { readonly name: string; readonly no: number; readonly id: string; readonly site: string | null };

/** Whose tickets, outages and values an agreement is measured by. Empty `services`: every service. */
export type Scope = { readonly services: readonly ServiceScope[]; readonly customerNos: ReadonlySet<number>; readonly customerIds: ReadonlySet<string> };

/** Services and customers of a document as rows of the workspace; names that have no row yet have no data either. */
export function scopeOf(reader: Reader, document: AgreementDocument): Scope {
  const services = document.services.flatMap(({ service, site }): ServiceScope[] => {
    const found = findService(reader, service);
    const no = found ? reader.value<number>('SELECT no FROM services WHERE id = ?', found.id) : undefined;
    return found && no !== undefined ? [{ name: service, no, id: found.id, site: site ?? null }] : [];
  });
  const customerIds = document.parties.flatMap((party) => (party.side === 'customer' ? (organisationIdOf(reader, party.organisation) ?? []) : []));
  const customerNos = customerIds.flatMap((id) => reader.all<{ no: number }>('SELECT no FROM organisations WHERE id = :id OR merged_into_id = :id', { id }).map(({ no }) => no));
  return { services, customerNos: new Set(customerNos), customerIds: new Set(customerIds) };
}

/** Each service of the scope once, whatever its sites. */
export function servicesOnce(scope: Scope): readonly ServiceScope[] {
  return [...new Map(scope.services.map((service) => [service.no, service])).values()];
}

/**
 * Whether a ticket counts for the agreement. Where a source names no customer, service or site, its tickets count for every one:
 * a file without a customer column is that of the customer it was imported for.
 */
export function isInScope(scope: Scope, ticket: { readonly customerNo: number | null; readonly serviceNo: number | null; readonly site: string | null }): boolean {
  if (ticket.customerNo !== null && scope.customerNos.size > 0 && !scope.customerNos.has(ticket.customerNo)) return false;
  if (scope.services.length === 0) return true;
  return scope.services.some((service) => (ticket.serviceNo === null || service.no === ticket.serviceNo) && (service.site === null || ticket.site === null || service.site.toLowerCase() === ticket.site.toLowerCase()));
}
