import { contentOf } from '#shared/agreements/canonical.ts';
import type { Reader } from '../store.ts';
import { sha256 } from './contents.ts';
import { pointersOf, readDocument } from './document.ts';
import type { AgreementRow, VersionRow } from './queries.ts';

export type Manifest = { readonly text: string; readonly hash: string };

/**
 * What is approved, signed and sealed: parties, services, dates, every term's code with the hash of its content, and all contents
 * expanded, calendars included. One text, one SHA-256. The state is no part of it: approving does not change what is approved.
 */
export function manifestOf(reader: Reader, agreement: AgreementRow, version: VersionRow): Manifest {
  const text = JSON.stringify({
    schema: 'parley/manifest/1',
    agreement: agreement.id,
    number: agreement.number,
    version: version.version,
    document: contentOf(readDocument(reader, agreement, version)),
    terms: pointersOf(reader, version.id).map(({ code, topic, facet, hash }) => ({ code, topic, facet, sha256: hash })),
  });
  return { text, hash: sha256(text) };
}
