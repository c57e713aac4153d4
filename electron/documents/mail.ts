/** An address with the name that is shown before it. */
export type MailAddress = { readonly name: string; readonly email: string };

export type MailDraft = {
  /** Null: whoever opens the draft becomes its sender. */
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  /** When it was composed, ms UTC. */
  readonly at: number;
  readonly attachment: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
  /** Stands between the parts; at most 60 letters and digits. */
  readonly boundary: string;
};

/**
 * A message that a mail program opens for editing (`X-Unsent: 1`), with one attachment. RFC 5322 with MIME of RFC 2045 to 2047; file
 * names of any script by RFC 2231 with an ASCII one beside it. Lines end with CR LF and have at most 78 characters, unless an
 * address or the media type is longer.
 */
export function mailDraft(draft: MailDraft): Uint8Array {
  const { attachment, boundary } = draft;
  const head = [
    ...(draft.from === null ? [] : [addressHeader('From', [draft.from])]),
    ...(draft.to.length === 0 ? [] : [addressHeader('To', draft.to)]),
    ...(draft.cc.length === 0 ? [] : [addressHeader('Cc', draft.cc)]),
    textHeader('Subject', draft.subject),
    `Date: ${mailDate(draft.at)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;${newLine} boundary="${boundary}"`,
  ];
  const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64Lines(new TextEncoder().encode(draft.text.replaceAll(/\r\n?|\n/gu, newLine)))];
  const file = [
    `Content-Type: ${attachment.mediaType};${newLine}${fileParameter('name', attachment.name)}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;${newLine}${fileParameter('filename', attachment.name)}`,
    '',
    base64Lines(attachment.bytes),
  ];
  const lines = [...head, '', `--${boundary}`, ...body, `--${boundary}`, ...file, `--${boundary}--`, ''];
  return new TextEncoder().encode(lines.join(newLine));
}

const newLine = '\r\n';

/** An address as RFC 5322 takes it in a header; null where it is none. A domain of another script goes in its ASCII form. */
export function mailAddress(name: string, email: string): MailAddress | null {
  const match = /^([\w.!#$%&'*+/=?^`{|}~-]+)@([^\s@<>()[\]\\,;:"]+)$/u.exec(email.trim());
  const domain = match?.[2] === undefined ? null : URL.parse(`http://${match[2]}/`)?.hostname;
  if (match?.[1] === undefined || domain === null || domain === undefined || domain === '') return null;
  return { name: oneLine(name), email: `${match[1]}@${domain}` };
}

/** One address a line, folded. */
function addressHeader(name: string, addresses: readonly MailAddress[]): string {
  return `${name}: ${addresses.map(addressText).join(`,${newLine} `)}`;
}

function addressText({ name, email }: MailAddress): string {
  if (name === '') return email;
  const shown = !isPlain(name) ? encodedWords(name, 0) : /^[\w !#$%&'*+/=?^`{|}~-]+$/u.test(name) ? name : `"${name.replaceAll(/["\\]/gu, '\\$&')}"`;
  return `${shown}${newLine} <${email}>`;
}

/** What a header can show as it is: short, ASCII, and nothing that reads as an encoded word. */
function isPlain(text: string): boolean {
  return /^[\u0020-\u007e]{1,60}$/u.test(text) && !text.includes('=?');
}

function textHeader(name: string, text: string): string {
  const line = oneLine(text);
  return `${name}: ${isPlain(line) ? line : encodedWords(line, name.length + 2)}`;
}

/** Encoded words of RFC 2047, at most 75 characters each, never cut inside a letter; `used` is what stands before them in the line. */
function encodedWords(text: string, used: number): string {
  const words: string[] = [];
  let part: number[] = [];
  const room = () => Math.floor((75 - 12 - (words.length === 0 ? used : 1)) / 4) * 3;
  const flush = () => { words.push(`=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`); part = []; };
  for (const letter of text) {
    const bytes = new TextEncoder().encode(letter);
    if (part.length > 0 && part.length + bytes.length > room()) flush();
    part.push(...bytes);
  }
  flush();
  return words.join(`${newLine} `);
}

/** A file name as a parameter: plain where it is ASCII, else by RFC 2231 in numbered pieces, with an ASCII name for older programs. */
function fileParameter(name: 'name' | 'filename', file: string): string {
  const clean = oneLine(file);
  const plain = clean.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\u0020-\u007e]|["\\]/gu, '_');
  const fallback = ` ${name}="${plain.length > 60 ? `${plain.slice(0, 50)}${/\.\w{1,6}$/u.exec(plain)?.[0] ?? ''}` : plain}"`;
  if (plain === clean && plain.length <= 60) return fallback;
  const pieces: string[] = [];
  let piece = "UTF-8''";
  for (const byte of new TextEncoder().encode(clean)) {
    const letter = String.fromCharCode(byte);
    const next = /[A-Za-z0-9.!#$&+^_`|~-]/u.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (piece.length + next.length > 58) { pieces.push(piece); piece = ''; }
    piece += next;
  }
  pieces.push(piece);
  const encoded = pieces.length === 1 ? [` ${name}*=${pieces[0] ?? ''}`] : pieces.map((text, index) => ` ${name}*${index}*=${text}`);
  return [fallback, ...encoded].join(`;${newLine}`);
}

function base64Lines(bytes: Uint8Array): string {
  return (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64').match(/.{1,76}/gu) ?? []).join(newLine);
}

/** "Tue, 24 Nov 2026 14:26:00 +0000". */
function mailDate(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

/** Control characters would begin a header of their own. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();
}
