import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../store.ts';
import { terms } from './tables.ts';

/** Codes ever used in an agreement: a code is never used again. */
export function codesOf(reader: Reader, agreementId: string): string[] {
  return reader.drizzle.select({ code: terms.code }).from(terms).where(eq(terms.agreementId, agreementId)).orderBy(asc(terms.code)).all().map((row) => row.code);
}
