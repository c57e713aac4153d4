import { eq } from 'drizzle-orm';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { newId } from '../ids.ts';
import { exclusions } from '../outages/tables.ts';
import type { Tx } from '../store.ts';

export type NewExclusion = {
  readonly agreementId: string;
  readonly kind: Exclusion['kind'];
  readonly serviceId: string | null;
  readonly maintenanceId: string | null;
  /** A ticket's record. */
  readonly subjectId: string | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly reason: string;
  /** The agreement's exclusion that it falls under; null: none. */
  readonly termId: string | null;
  readonly authorId: string | null;
};

export function proposeExclusion(tx: Tx, exclusion: NewExclusion): string {
  const id = newId();
  tx.drizzle.insert(exclusions).values({ id, ...exclusion, state: 'proposed', decidedById: null, decidedAt: null }).run();
  return id;
}

/** The record of a ticket, made when first something is said about it. */
export function pinTicket(tx: Tx, ticketNo: number): string {
  const known = tx.value<string>('SELECT id FROM pinned_rows WHERE ticket_no = ?', ticketNo);
  if (known !== undefined) return known;
  const id = newId();
  tx.run('INSERT INTO pinned_rows (id, ticket_no) VALUES (?, ?)', id, ticketNo);
  return id;
}

/** The customer's answer. A refused one is asked again before it is accepted. */
export function decideExclusion(tx: Tx, id: string, present: Exclusion['state'], state: 'accepted' | 'refused', personId: string, at: number): void {
  if (present === 'refused' && state === 'accepted') tx.drizzle.update(exclusions).set({ state: 'proposed', decidedById: null, decidedAt: null }).where(eq(exclusions.id, id)).run();
  tx.drizzle.update(exclusions).set({ state, decidedById: personId, decidedAt: at }).where(eq(exclusions.id, id)).run();
}

export function removeExclusion(tx: Tx, id: string): void {
  tx.drizzle.delete(exclusions).where(eq(exclusions.id, id)).run();
}
