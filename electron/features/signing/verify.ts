import { findAgreement, versionsOf } from '#db/agreements/queries.ts';
import { newestEdition } from '#db/signing/queries.ts';
import type { Reader } from '#db/store.ts';
import type { Seal } from '#electron/documents/seal.ts';
import { sha256Of } from './edition.ts';

export type Verdict = { verdict: 'valid' | 'changed' | 'unknown'; agreement: string | null; version: number | null; sha256: string; sealedSha256: string | null };

/**
 * Whether bytes are the sealed edition of an agreement. Valid: equal to it. Changed: the file's own part names a sealed version, the
 * bytes differ. Unknown: no readable part, another workspace's agreement, or a version that was never sealed.
 * `seal` is what the file says about its origin.
 */
export function verdictOf(reader: Reader, bytes: Uint8Array, seal: Seal | null): Verdict {
  const sha256 = sha256Of(bytes);
  if (!seal) return { verdict: 'unknown', agreement: null, version: null, sha256, sealedSha256: null };
  const agreement = findAgreement(reader, seal.agreement);
  const version = agreement ? versionsOf(reader, agreement.id).find((candidate) => candidate.version === seal.version) : undefined;
  const sealed = version?.state === 'signed' ? newestEdition(reader, version.id) : null;
  const verdict = sealed === null ? 'unknown' : sealed.sha256 === sha256 ? 'valid' : 'changed';
  return { verdict, agreement: seal.agreement, version: seal.version, sha256, sealedSha256: sealed?.sha256 ?? null };
}
