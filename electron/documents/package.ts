import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DocumentLanguage, DocumentModel } from '#shared/documents/model.ts';
import { twips } from './measures.ts';
import { sealPropertiesXml, sealXml, type Seal } from './seal.ts';
import { annexNumbering, numberingXml, stylesXml, wordNamespace, xmlHead } from './styles.ts';
import { xmlText } from './text.ts';

export type PackageFacts = { readonly model: DocumentModel; readonly seal: Seal | null; readonly pages: number };

/**
 * Finishes what `docx` packed: our own styles, numbering, settings and properties, the seal part, ids in the order of the document,
 * and one fixed time, so that the same content gives the same bytes.
 */
export function finishPackage(bytes: Uint8Array, facts: PackageFacts): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const text = (name: string) => strFromU8(parts.get(name) ?? missing(name));
  const put = (name: string, content: string) => parts.set(name, strToU8(content));
  const { language: spoken } = facts.model;
  const language = languageTags[spoken];
  dropUnused(parts, text, put);

  put('word/document.xml', stableIds(text('word/document.xml')));
  put('word/styles.xml', stylesXml(language, facts.model.accent));
  put('word/numbering.xml', numberingXml(facts.model.annexNumber.replace('{letter}', '%1'), facts.model.accent));
  put('word/settings.xml', settingsXml(spoken));
  put('docProps/core.xml', coreXml(facts.model, language));
  put('docProps/app.xml', appXml(facts.pages));
  if (facts.seal !== null) putSeal(facts.seal, text, put);

  const zip: Zippable = {};
  for (const name of [...parts.keys()].sort(byPlace)) zip[name] = [parts.get(name) ?? missing(name), { mtime: fixedTime, level: name.endsWith('.png') ? 0 : 6 }];
  return zipSync(zip);
}

/** The custom part with the file's origin, and what names it. */
function putSeal(seal: Seal, text: (name: string) => string, put: (name: string, content: string) => unknown): void {
  put('customXml/item1.xml', sealXml(seal));
  put('customXml/itemProps1.xml', sealPropertiesXml());
  put('customXml/_rels/item1.xml.rels', `${xmlHead}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`);
  put('word/_rels/document.xml.rels', text('word/_rels/document.xml.rels').replace('</Relationships>', `<Relationship Id="rIdSeal" Type="${officeRelationships}/customXml" Target="../customXml/item1.xml"/></Relationships>`));
  put('[Content_Types].xml', text('[Content_Types].xml').replace('</Types>', '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>'));
}

/** Parts that `docx` always writes and that say nothing here, with everything that names them, and empty lists of relationships. */
function dropUnused(parts: Map<string, Uint8Array>, text: (name: string) => string, put: (name: string, content: string) => unknown): void {
  for (const name of unused) parts.delete(name);
  for (const name of [...parts.keys()].filter((one) => one.endsWith('.rels'))) {
    const kept = text(name).replaceAll(/<Relationship [^>]*Target="([^"]+)"[^>]*\/>/g, (relationship, target: string) => (unused.some((one) => one.endsWith(target)) ? '' : relationship));
    if (kept.includes('<Relationship ')) put(name, kept);
    else parts.delete(name);
  }
  put('[Content_Types].xml', text('[Content_Types].xml').replaceAll(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, (override, name: string) => (unused.includes(name) ? '' : override)));
}

const unused: readonly string[] = ['word/footnotes.xml', 'word/endnotes.xml', 'docProps/custom.xml'];
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The earliest time that a zip can carry, as local time: the same in every zone. */
const fixedTime = new Date(1980, 0, 1);

/** The tag of a printed language: decides what a spelling check reads. */
const languageTags: Readonly<Record<DocumentLanguage, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

/** Bookmarks and drawings are numbered from 1 in the order of the document; annexes take the second list. */
function stableIds(xml: string): string {
  const bookmarks = new Map<string, number>();
  let drawing = 0;
  return xml
    .replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")/g, (_, before: string, id: string, after: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1;
      bookmarks.set(id, number);
      return `${before}${number}${after}`;
    })
    .replaceAll(/(<wp:docPr\b[^>]*?\bid=")[^"]*(")/g, (_, before: string, after: string) => {
      drawing += 1;
      return `${before}${drawing}${after}`;
    })
    .replaceAll(/<w:numId w:val="\d+"\/>/g, `<w:numId w:val="${annexNumbering}"/>`);
}

function settingsXml(language: DocumentLanguage): string {
  const signs = language === 'en' ? { decimal: '.', list: ',' } : { decimal: ',', list: ';' };
  const compatibility = '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';
  return `${xmlHead}<w:settings xmlns:w="${wordNamespace}"><w:defaultTabStop w:val="${twips(8)}"/><w:characterSpacingControl w:val="doNotCompress"/>${compatibility}<w:themeFontLang w:val="${languageTags[language]}"/><w:decimalSymbol w:val="${signs.decimal}"/><w:listSeparator w:val="${signs.list}"/></w:settings>`;
}

function coreXml(model: DocumentModel, language: string): string {
  const { title, subject, author, keywords, created } = model.properties;
  const date = new Date(created).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:creator>${escaped(author)}</dc:creator><cp:keywords>${escaped(keywords)}</cp:keywords><cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified><dc:language>${language}</dc:language></cp:coreProperties>`;
}

function appXml(pages: number): string {
  return `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${pages}</Pages><Application>Parley</Application></Properties>`;
}

function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The content types first, as readers expect them. */
function byPlace(one: string, other: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

function missing(name: string): never {
  throw new Error(`The packed document has no part ${name}.`);
}
