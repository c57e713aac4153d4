import chardet from 'chardet';
import { ParleyError } from '#shared/errors.ts';

/** A label of `TextDecoder`, how it was found, and in words what shows it. */
export type Encoding = { readonly label: string; readonly hasMark: boolean; readonly evidence: string };

/** Names for people; the label where it has none. */
export const encodingTitles: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
  'euc-kr': 'cp949 (Korean)',
  shift_jis: 'Shift JIS',
  gb18030: 'GB 18030',
  big5: 'Big5',
};

/**
 * Finds the encoding of a text from its beginning: byte-order mark, UTF-16 without one, valid UTF-8, then the statistics of bytes.
 * Throws `invalid-input` for what is no text: zeros, pictures, PDF, workbooks, databases.
 */
export function detectEncoding(head: Uint8Array, name: string): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: 'utf-8', hasMark: true, evidence: 'byte-order mark' };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', hasMark: true, evidence: 'byte-order mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', hasMark: true, evidence: 'byte-order mark' };
  const wide = wideEncoding(head);
  if (wide) return { label: wide, hasMark: false, evidence: 'every other byte is zero' };
  refuseBinary(head, name);
  const firstHigh = head.findIndex((byte) => byte >= 0x80);
  if (firstHigh < 0) return { label: 'utf-8', hasMark: false, evidence: 'only ASCII so far' };
  if (decodes(head, 'utf-8')) return { label: 'utf-8', hasMark: false, evidence: 'all characters fit' };
  if (isMostlyUtf8(head)) return { label: 'utf-8', hasMark: false, evidence: 'nearly all characters fit' };
  return { ...byStatistics(head), hasMark: false };
}

/** Whether what is beyond ASCII is UTF-8 but for a few damaged bytes. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  let [valid, damaged] = [0, 0];
  for (const character of text) {
    if (character === '\uFFFD') damaged += 1;
    else if (character > '\u007f') valid += 1;
  }
  return valid > 2 && valid >= damaged * 3;
}

/** The encoding of a text that turned out not to be UTF-8, from the bytes around the place where it broke. */
export function detectLegacyEncoding(around: Uint8Array): Encoding {
  return { ...byStatistics(around), hasMark: false };
}

/** Whether the program can read a label; `utf8` and `UTF-8` are the same. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** UTF-16 without a mark: text of Latin letters has a zero in every other byte. */
function wideEncoding(head: Uint8Array): string | null {
  const length = Math.min(head.length, 65_536) & ~1;
  if (length < 8) return null;
  let [even, odd] = [0, 0];
  for (let index = 0; index < length; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['SQLite format 3', 'a database'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel or Word file'],
  ['\u001f\u008b', 'a gzip archive'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['MZ', 'a program'],
  ['\u007fELF', 'a program'],
];

function refuseBinary(head: Uint8Array, name: string): void {
  const start = String.fromCharCode(...head.subarray(0, 16));
  const known = signatures.find(([signature]) => start.startsWith(signature) && (signature !== 'MZ' || head.includes(0)));
  if (known) throw notText(name, `${name} is ${known[1]}, not a CSV file.`);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros += 1;
  refuseZeros(zeros, head.length, name);
}

/** A few zero bytes cost their rows; where they are more, the file is none of text. `length` and `zeros` in characters. */
export function refuseZeros(zeros: number, length: number, name: string): void {
  if (zeros > toleratedZeros && zeros > length / 1000) throw notText(name, `${name} is not a CSV file: it holds bytes that no text has.`);
}

const toleratedZeros = 16;

/** The refusal of a file that is no delimited text. */
export function notText(name: string, message = `${name} is not a CSV file.`): ParleyError {
  return new ParleyError('invalid-input', message, { details: [{ path: 'file', message: 'not a CSV' }], wayOut: 'Export the list as CSV and import that.' });
}

/** Decodes as far as whole characters go: a sample may end inside one. */
function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const sampleBytes = 60_000;

function byStatistics(head: Uint8Array): { label: string; evidence: string } {
  const sample = highLines(head);
  for (const { name, confidence } of chardet.analyse(sample)) {
    const label = labelOf(name);
    const isWide = multiByte.has(label);
    if (label === 'utf-8' || label.startsWith('utf-')) continue;
    if (isWide && (confidence < 10 || !decodes(sample, label) || !isPlausible(sample, label))) continue;
    if (!isWide && confidence < 10) continue;
    if (knownEncoding(label) === null) continue;
    return { label, evidence: `${encodingTitles[label] ?? label} fits best (${confidence} of 100)` };
  }
  return { label: 'windows-1252', evidence: 'no other fits' };
}

const multiByte = new Set(['euc-kr', 'shift_jis', 'gb18030', 'big5', 'euc-jp', 'iso-2022-jp']);

/** A wide encoding is believed only where most of what it makes of the high bytes are characters of its script. */
function isPlausible(sample: Uint8Array, label: string): boolean {
  const text = new TextDecoder(label).decode(sample);
  const high = [...text].filter((character) => character > '\u007f');
  const script = label === 'euc-kr' ? /[\u{ac00}-\u{d7a3}\u3131-\u318e\u4e00-\u9fff]/u : /[\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef\u3000-\u303f]/u;
  return high.length > 0 && high.filter((character) => script.test(character)).length >= high.length * 0.6;
}

/** The statistics of Western files need the lines that have something to say. */
function highLines(head: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  while (start < head.length && size < sampleBytes) {
    const found = head.indexOf(10, start);
    const end = found < 0 ? head.length : found + 1;
    const line = head.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      parts.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(parts).subarray(0, sampleBytes);
}

/** Supersets that browsers take: ISO 8859-1 is read as Windows-1252, EUC-KR as cp949. */
function labelOf(name: string): string {
  const lower = name.toLowerCase();
  if (lower === 'iso-8859-1') return 'windows-1252';
  return lower.replace('shift-jis', 'shift_jis');
}
