import { eq, isNull, sql } from 'drizzle-orm';
import { people } from '../organisations/tables.ts';
import type { Reader } from '../store.ts';
import type { Service } from '#shared/services/model.ts';
import { services } from './tables.ts';

/** By name; `archived: false` leaves out those that are archived. */
export function listServices(reader: Reader, { archived = true }: { readonly archived?: boolean } = {}): Service[] {
  return serviceSelection(reader).where(archived ? undefined : isNull(services.archivedOn)).orderBy(sql`${services.name} collate nocase`).all();
}

/** One service by id or name (letter case does not matter); null where there is none. */
export function findService(reader: Reader, idOrName: string): Service | null {
  return serviceSelection(reader).where(eq(services.id, idOrName)).get() ?? serviceSelection(reader).where(sql`${services.name} = ${idOrName} collate nocase`).get() ?? null;
}

function serviceSelection(reader: Reader) {
  return reader.drizzle
    .select({
      id: services.id,
      name: services.name,
      status: services.status,
      ownerId: services.ownerId,
      owner: people.name,
      description: services.description,
      archivedOn: services.archivedOn,
      agreements: sql<number>`(select count(distinct v.agreement_id) from version_services s join agreement_versions v on v.id = s.version_id where s.service_id = ${services.id})`,
    })
    .from(services)
    .leftJoin(people, eq(people.id, services.ownerId))
    .$dynamic();
}
