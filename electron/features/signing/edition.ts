import { createHash } from 'node:crypto';
import type { Edition } from '#db/signing/sign.ts';
import type { AgreementPrint } from '#shared/agreements/document.ts';

/** Prints an edition: its bytes and their SHA-256. The printing part of the program is loaded on first use: starting does not wait for it. */
export async function printEdition(print: AgreementPrint): Promise<Edition> {
  const { renderAgreement } = await import('#electron/documents/agreement.ts');
  const bytes = await renderAgreement(print);
  return { bytes, sha256: sha256Of(bytes) };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
