import { asc, eq } from 'drizzle-orm';
import type { OwnLook } from '#shared/settings/contract.ts';
import { organisations } from '../organisations/tables.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

const columns = { organisation: organisations.id, name: organisations.name, logo: organisations.logoFileId, colour: organisations.documentColour };

/** Own organisations with what their documents look like, by name. */
export function ownLooks(reader: Reader): OwnLook[] {
  return reader.drizzle.select(columns).from(organisations).where(eq(organisations.isOurs, 1)).orderBy(asc(organisations.name)).all();
}

/** `logo`: a stored file; `colour`: six hexadecimal digits. Null takes either away, what is left out stays. */
export function setLook(tx: Tx, organisation: string, { logo, colour }: { readonly logo?: string | null; readonly colour?: string | null }): void {
  const set = { ...(logo === undefined ? {} : { logoFileId: logo }), ...(colour === undefined ? {} : { documentColour: colour }) };
  tx.drizzle.update(organisations).set(set).where(eq(organisations.id, organisation)).run();
}

/** What the documents of any organisation look like; null: nothing was chosen. */
export function lookOf(reader: Reader, organisation: string): Pick<OwnLook, 'logo' | 'colour'> {
  return reader.drizzle.select({ logo: columns.logo, colour: columns.colour }).from(organisations).where(eq(organisations.id, organisation)).get() ?? { logo: null, colour: null };
}
