import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { documentLanguages, personRoles } from '#shared/agreements/model.ts';
import { ParleyError } from '#shared/errors.ts';
import type { SignatureMethod } from '#shared/signing/contract.ts';
import { UsageError } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import { optionalNumber, requiredNumber, requiredText } from './options.ts';
import { answerWith } from './run.ts';

/** `agreements sign|decline`, `export agreement|mail`, `verify`. */
export const signingCommands: readonly Command[] = [
  {
    group: 'agreements',
    verb: 'sign',
    arguments: ['ID'],
    options: {
      version: { kind: 'text', value: 'N' },
      person: { kind: 'text', value: 'NAME' },
      typed: { kind: 'text' },
      drawn: { kind: 'text', value: 'FILE.png' },
      scan: { kind: 'text', value: 'FILE.pdf' },
      place: { kind: 'text', value: 'PLACE' },
      at: { kind: 'text', value: 'INSTANT' },
      role: { kind: 'text', value: 'POSITION' },
    },
    summary: 'Records one signature; the first freezes the content, the last seals the file.',
    run: async (invocation) => {
      const role = invocation.option('role');
      const input = { id: invocation.argument(0), version: requiredNumber(invocation, 'version'), person: requiredText(invocation, 'person'), place: requiredText(invocation, 'place'), at: requiredText(invocation, 'at') };
      const client = await invocation.client();
      const signed = await client.signing.sign({ ...input, signature: await methodOf(invocation), ...(role === undefined ? {} : { role }) });
      return answerWith(signed, signed.state === 'signed' ? `Signed by all ${signed.of}. The file is sealed: ${signed.sha256}` : `Signature ${signed.signed} of ${signed.of}.`);
    },
  },
  {
    group: 'agreements',
    verb: 'decline',
    arguments: ['ID'],
    options: { version: { kind: 'text', value: 'N' }, person: { kind: 'text', value: 'NAME' }, reason: { kind: 'text' } },
    summary: 'A signatory declines; the version is given up.',
    run: async (invocation) => {
      const input = { id: invocation.argument(0), version: requiredNumber(invocation, 'version'), person: requiredText(invocation, 'person'), reason: requiredText(invocation, 'reason') };
      const declined = await (await invocation.client()).signing.decline(input);
      return answerWith(declined, `The version is ${declined.state}.`);
    },
  },
  {
    group: 'export',
    verb: 'agreement',
    arguments: ['ID'],
    options: { version: { kind: 'text', value: 'N' }, language: { kind: 'text', value: 'en|de|fr|es' }, out: { kind: 'text', value: 'FILE.docx' }, force: { kind: 'flag' } },
    summary: 'Writes an agreement as a Word file; a signed one gives its sealed bytes, in another language a translation for information.',
    run: async (invocation) => {
      const out = invocation.resolve(requiredText(invocation, 'out'));
      const edition = editionOf(invocation);
      const client = await invocation.client();
      const made = await client.signing.exportAgreement(edition);
      writeOut(out, (await invocation.files()).read(made.file), invocation.flag('force'));
      return answerWith({ file: out, sha256: made.sha256, bytes: made.bytes }, `${out}, ${made.bytes} bytes, SHA-256 ${made.sha256}`);
    },
  },
  {
    group: 'export',
    verb: 'mail',
    arguments: ['ID'],
    options: { version: { kind: 'text', value: 'N' }, language: { kind: 'text', value: 'en|de|fr|es' }, role: { kind: 'text', value: 'ROLE,…' }, out: { kind: 'text', value: 'FILE.eml' }, force: { kind: 'flag' } },
    summary: 'Writes an unsent message with the Word file to the people of an agreement, for a mail program.',
    run: async (invocation) => {
      const out = invocation.resolve(requiredText(invocation, 'out'));
      const roles = invocation.option('role')?.split(',').map((wanted) => oneOf(personRoles, 'role', wanted.trim()));
      const edition = editionOf(invocation);
      const client = await invocation.client();
      const { file, bytes, to, cc, without } = await client.signing.composeMail({ ...edition, ...(roles === undefined ? {} : { roles }) });
      writeOut(out, (await invocation.files()).read(file), invocation.flag('force'));
      const missing = without.length === 0 ? '' : ` Without an address: ${without.join(', ')}.`;
      return answerWith({ file: out, bytes, to, cc, without }, `${out}, ${bytes} bytes, to ${to.map(({ email }) => email).join(', ') || 'nobody'}.${missing}`);
    },
  },
  {
    group: 'verify',
    verb: '',
    arguments: ['FILE.docx'],
    summary: 'Says whether a Word file is the sealed edition of an agreement: valid, changed or unknown.',
    run: async (invocation) => {
      const client = await invocation.client();
      const verdict = await client.signing.verify({ file: await adopt(invocation, invocation.argument(0)) });
      return answerWith(verdict, verdict.verdict, verdict.verdict === 'valid' ? 0 : 1);
    },
  },
];

/** Which version is printed, in which language. Throws `invalid-input` for a language that no document has. */
function editionOf(invocation: Invocation): { id: string; version?: number; language?: (typeof documentLanguages)[number] } {
  const version = optionalNumber(invocation, 'version');
  const wanted = invocation.option('language');
  return { id: invocation.argument(0), ...(wanted === undefined ? {} : { language: oneOf(documentLanguages, 'language', wanted) }), ...(version === undefined ? {} : { version }) };
}

/** Throws `invalid-input` where the word is not in the list. */
function oneOf<Word extends string>(words: readonly Word[], option: string, wanted: string): Word {
  const found = words.find((known) => known === wanted);
  if (found === undefined) throw new ParleyError('invalid-input', `--${option} does not know ${wanted}.`, { details: [{ path: option, message: `One of ${words.join(', ')}` }] });
  return found;
}

async function methodOf(invocation: Invocation): Promise<SignatureMethod> {
  const [typed, drawn, scan] = [invocation.option('typed'), invocation.option('drawn'), invocation.option('scan')];
  if ([typed, drawn, scan].filter((value) => value !== undefined).length !== 1) throw new UsageError('Give one of --typed TEXT, --drawn FILE.png, --scan FILE.pdf.');
  if (drawn !== undefined) return { method: 'drawn', file: await adopt(invocation, drawn) };
  if (scan !== undefined) return { method: 'paper', file: await adopt(invocation, scan) };
  return { method: 'typed', text: typed ?? '' };
}

/** A file of the caller's as a transfer. Throws `not-found` where it cannot be read. */
async function adopt(invocation: Invocation, name: string): Promise<string> {
  const file = invocation.resolve(name);
  const bytes = sizeOf(file);
  if (bytes === null) throw new ParleyError('not-found', `${file} cannot be read.`, { wayOut: 'Check the name and that the file may be read.' });
  return (await invocation.files()).adopt(file, bytes).id;
}

function sizeOf(file: string): number | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : null;
}

/**
 * Writes a new file. One that is there stays, unless forced; the very same bytes are nothing to write.
 * Throws `conflict` where another file is there already, `storage` where it cannot be written.
 */
function writeOut(file: string, bytes: Uint8Array, isForced: boolean): void {
  try {
    writeFileSync(file, bytes, { flag: isForced ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      if (sizeOf(file) !== null && readFileSync(file).equals(bytes)) return;
      throw new ParleyError('conflict', `${file} is there already.`, { details: [{ path: 'out', message: 'The file exists' }], wayOut: 'Choose another name, or add --force.', cause: error });
    }
    throw new ParleyError('storage', `${file} cannot be written.`, { details: [{ path: 'out', message: 'Not writable' }], wayOut: 'Check that the folder exists and may be written to.', cause: error });
  }
}
