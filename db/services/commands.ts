import { eq } from 'drizzle-orm';
import { newId } from '../ids.ts';
import type { Tx } from '../store.ts';
import type { Service } from '#shared/services/model.ts';
import { findService } from './queries.ts';
import { services } from './tables.ts';

type NewService = { readonly name: string; readonly status?: Service['status']; readonly ownerId?: string | null; readonly description?: string | null };

export function createService(tx: Tx, service: NewService): string {
  const id = newId();
  tx.drizzle
    .insert(services)
    .values({ id, name: service.name, status: service.status ?? 'live', ownerId: service.ownerId ?? null, description: service.description ?? null })
    .run();
  return id;
}

/** The service of that name, made as a live one where it is not there. */
export function ensureService(tx: Tx, name: string): string {
  return findService(tx, name)?.id ?? createService(tx, { name });
}

export function changeService(tx: Tx, id: string, changes: Partial<{ name: string; status: Service['status']; ownerId: string | null; description: string | null }>): void {
  if (Object.keys(changes).length > 0) tx.drizzle.update(services).set(changes).where(eq(services.id, id)).run();
}

export function removeService(tx: Tx, id: string): void {
  tx.drizzle.delete(services).where(eq(services.id, id)).run();
}
