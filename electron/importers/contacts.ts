import { readFileSync, statSync } from 'node:fs';
import { ParleyError } from '#shared/errors.ts';
import type { ReadContact } from '#shared/people/contacts.ts';
import { readContactsCsv } from './contacts-csv.ts';
import { readVcards } from './contacts-vcard.ts';
import { detectLegacyEncoding } from './encoding.ts';
import { openInput } from './input.ts';
import { readHead } from './records.ts';

export type ContactsFile = { readonly kind: 'vcard' | 'csv'; readonly encoding: string; readonly contacts: readonly ReadContact[] };

/** Photographs make address books large; beyond this it is something else. */
export const largestContacts = 200_000_000;

/** Reads an address book: vCard where it begins like one, else CSV. Throws `invalid-input` for what is neither. */
export async function readContacts(file: string, name: string): Promise<ContactsFile> {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > largestContacts) throw new ParleyError('invalid-input', `${name} is larger than ${largestContacts / 1_000_000} MB.`, { details: [{ path: 'file', message: 'too large' }], wayOut: 'Export fewer contacts at a time, or without photographs.' });
  const isVcard = bytes > 0 && /^\s*BEGIN\s*:\s*VCARD/iu.test(textOfHead(readHead(file, Math.min(bytes, 4096))));
  if (isVcard) return vcardsOf(readFileSync(file));
  if (/\.(?:vcf|vcard)$/iu.test(name)) throw new ParleyError('invalid-input', `${name} is not a vCard file: it does not begin with BEGIN:VCARD.`, { details: [{ path: 'file', message: 'not a vCard' }], wayOut: 'Export the contacts again, as vCard or as CSV.' });
  const input = await openInput(file, name);
  try {
    return { kind: 'csv', ...readContactsCsv(input) };
  } finally {
    input.close();
  }
}

function vcardsOf(bytes: Buffer): ContactsFile {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { kind: 'vcard', encoding: wide, contacts: readVcards(Buffer.from(new TextDecoder(wide).decode(bytes), 'utf8').toString('latin1'), 'utf-8') };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const encoding = isUtf8(bytes) ? 'utf-8' : detectLegacyEncoding(bytes).label;
  return { kind: 'vcard', encoding, contacts: readVcards(bytes.subarray(start).toString('latin1'), encoding) };
}

function textOfHead(head: Uint8Array): string {
  return new TextDecoder(wideEncoding(head) ?? 'utf-8').decode(head);
}

/** UTF-16 by its mark, else by the zero beside the B of BEGIN. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] !== 0 && bytes[1] === 0 && bytes.length > 1)) return 'utf-16le';
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes.length > 1) ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
