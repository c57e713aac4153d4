import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { z } from 'zod';
import { xmlText } from './text.ts';
import { xmlHead } from './styles.ts';

/** What every exported file says about its origin, drafts included. Hashes are SHA-256 by term code. */
export type Seal = { readonly agreement: string; readonly version: number; readonly workspace: string; readonly termHashes: Readonly<Record<string, string>> };

export const sealNamespace = 'urn:parley:document:1';
/** Identifies the kind of part for programs that look for it by its id. */
export const sealItemId = '{7A6C0B64-5E0B-4C67-9C0E-9A1D2F6C5B10}';

const fileMost = 200 * 1024 * 1024;
const partMost = 4 * 1024 * 1024;
const partsMost = 20;
const termsMost = 2000;
const depthMost = 8;

/** The custom XML part of a file. */
export function sealXml(seal: Seal): string {
  const terms = Object.entries(seal.termHashes).sort(([one], [other]) => (one < other ? -1 : 1));
  const rows = terms.map(([code, hash]) => `<term code="${attribute(code)}" sha256="${attribute(hash)}"/>`).join('');
  return `${xmlHead}<parley xmlns="${sealNamespace}" agreement="${attribute(seal.agreement)}" version="${seal.version}" workspace="${attribute(seal.workspace)}">${rows}</parley>`;
}

export function sealPropertiesXml(): string {
  return `${xmlHead}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${sealItemId}"><ds:schemaRefs><ds:schemaRef ds:uri="${sealNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;
}

/**
 * What a foreign file says about its origin, or null: no zip, no such part, or one that cannot be read. The file is hostile until
 * proven otherwise: only small custom parts are unpacked, a document type declaration is refused, nothing is followed.
 */
export function readSealPart(bytes: Uint8Array): Seal | null {
  for (const part of customParts(bytes)) {
    const seal = parseSeal(part);
    if (seal !== null) return seal;
  }
  return null;
}

function customParts(bytes: Uint8Array): string[] {
  if (bytes.length > fileMost) return [];
  let taken = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (!/^customXml\/item\d{1,4}\.xml$/.test(file.name) || file.originalSize > partMost) return false;
        taken += 1;
        return taken <= partsMost;
      },
    });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return Object.values(files).map((file) => decoder.decode(file));
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

const sealSchema = z.object({
  agreement: z.string().min(1).max(200),
  version: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number),
  workspace: z.string().max(200),
  termHashes: z.record(z.string().min(1).max(20), z.string().regex(/^[0-9a-f]{64}$/)),
});

function parseSeal(text: string): Seal | null {
  const parser = new SaxesParser({ xmlns: true });
  const termHashes: Record<string, string> = {};
  let root: Record<string, string> | null = null;
  let fault = false;
  let depth = 0;
  let terms = 0;
  parser.on('doctype', () => { fault = true; });
  parser.on('error', () => { fault = true; });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > depthMost) fault = true;
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((one) => [one.local, one.value]));
    if (tag.uri !== sealNamespace) return;
    if (depth === 1 && tag.local === 'parley') root = attributes;
    if (depth === 2 && tag.local === 'term') {
      terms += 1;
      if (terms > termsMost) fault = true;
      else if (attributes['code'] !== undefined) termHashes[attributes['code']] = attributes['sha256'] ?? '';
    }
  });
  parser.on('closetag', () => { depth -= 1; });
  parser.write(text).close();
  if (fault || root === null) return null;
  const { agreement, version, workspace } = root as Record<string, string>;
  const seal = sealSchema.safeParse({ agreement, version, workspace, termHashes });
  return seal.success ? seal.data : null;
}

function attribute(value: string): string {
  return xmlText(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
