import { asc, eq } from 'drizzle-orm';
import type { OwnLogo } from '#shared/settings/contract.ts';
import { organisations } from '../organisations/tables.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

/** Own organisations with their logos, by name. */
export function ownLogos(reader: Reader): OwnLogo[] {
  return reader.drizzle.select({ organisation: organisations.id, name: organisations.name, logo: organisations.logoFileId }).from(organisations).where(eq(organisations.isOurs, 1)).orderBy(asc(organisations.name)).all();
}

export function setLogo(tx: Tx, organisation: string, fileId: string | null): void {
  tx.drizzle.update(organisations).set({ logoFileId: fileId }).where(eq(organisations.id, organisation)).run();
}

/** Stored file of an organisation's logo; null where it has none. */
export function logoOf(reader: Reader, organisation: string): string | null {
  return reader.drizzle.select({ logo: organisations.logoFileId }).from(organisations).where(eq(organisations.id, organisation)).get()?.logo ?? null;
}
