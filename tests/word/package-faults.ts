import { elementsNamed, parseXml, partsOf, partText, type XmlElement } from '#tests/electron/documents/word-package.ts';
import { schemaFaults } from './schema.ts';

/** Everything that is wrong with a Word file from the inside: parts, relationships, content types, ids, and each part by the standard. */
export function packageFaults(bytes: Uint8Array): string[] {
  const parts = Object.keys(partsOf(bytes));
  const document = parseXml(partText(bytes, 'word/document.xml'));
  const checked = parts.filter((name) => /^word\/[^/]+\.xml$/.test(name));
  return [
    ...checked.flatMap((name) => schemaFaults(parseXml(partText(bytes, name))).map((fault) => `${name}: ${fault}`)),
    ...typeFaults(bytes, parts),
    ...parts.filter((name) => name.endsWith('.rels')).flatMap((name) => relationFaults(bytes, name, parts)),
    ...referenceFaults(bytes, document),
    ...tableFaults(document),
    ...fieldFaults(document),
  ];
}

function typeFaults(bytes: Uint8Array, parts: readonly string[]): string[] {
  const types = parseXml(partText(bytes, '[Content_Types].xml'));
  const defaults = elementsNamed(types, 'Default').map((element) => element.attributes['Extension'] ?? '');
  const overrides = elementsNamed(types, 'Override').map((element) => (element.attributes['PartName'] ?? '').slice(1));
  return [
    ...twice(defaults).map((name) => `two content types for .${name}`),
    ...twice(overrides).map((name) => `two content types for ${name}`),
    ...overrides.filter((name) => !parts.includes(name)).map((name) => `a content type for ${name}, which is not there`),
    ...parts.filter((name) => name !== '[Content_Types].xml' && !overrides.includes(name) && !defaults.includes(name.split('.').at(-1) ?? '')).map((name) => `no content type for ${name}`),
  ];
}

function relationFaults(bytes: Uint8Array, name: string, parts: readonly string[]): string[] {
  const folder = name.replace(/_rels\/[^/]+$/, '');
  const relationships = elementsNamed(parseXml(partText(bytes, name)), 'Relationship');
  return [
    ...twice(relationships.map((relationship) => relationship.attributes['Id'] ?? '')).map((id) => `${name}: two ${id}`),
    ...relationships.flatMap((relationship) => {
      const target = new URL(relationship.attributes['Target'] ?? '', `http://package/${folder}`).pathname.slice(1);
      if (relationship.attributes['TargetMode'] !== undefined) return [`${name}: a target outside, ${target}`];
      return parts.includes(target) ? [] : [`${name}: ${target} is not there`];
    }),
  ];
}

/** Ids are unique, and what they name is there: relationships, bookmarks, styles, lists. */
function referenceFaults(bytes: Uint8Array, document: XmlElement): string[] {
  const all = (root: XmlElement, element: string, attribute: string) => elementsNamed(root, element).map((one) => one.attributes[attribute] ?? '');
  const styles = parseXml(partText(bytes, 'word/styles.xml'));
  const numbering = parseXml(partText(bytes, 'word/numbering.xml'));
  const relations = all(parseXml(partText(bytes, 'word/_rels/document.xml.rels')), 'Relationship', 'Id');
  const bookmarks = all(document, 'w:bookmarkStart', 'w:name');
  const styleIds = all(styles, 'w:style', 'w:styleId');
  const lists = all(numbering, 'w:num', 'w:numId');
  const dangling = (kind: string, used: readonly string[], known: readonly string[]) => [...new Set(used)].filter((id) => !known.includes(id)).map((id) => `${kind} ${id} is not there`);
  return [
    ...twice(bookmarks).map((name) => `two bookmarks ${name}`),
    ...twice(all(document, 'w:bookmarkStart', 'w:id')).map((id) => `two bookmarks with the id ${id}`),
    ...twice(all(document, 'wp:docPr', 'id')).map((id) => `two drawings with the id ${id}`),
    ...twice(styleIds).map((id) => `two styles ${id}`),
    ...twice(all(styles, 'w:name', 'w:val').map((name) => name.toLowerCase())).map((name) => `two styles named ${name}`),
    ...dangling('bookmark', all(document, 'w:hyperlink', 'w:anchor'), bookmarks),
    ...dangling('style', [...all(document, 'w:pStyle', 'w:val'), ...all(document, 'w:tblStyle', 'w:val'), ...all(styles, 'w:basedOn', 'w:val'), ...all(styles, 'w:next', 'w:val'), ...all(numbering, 'w:pStyle', 'w:val')], styleIds),
    ...dangling('list', [...all(document, 'w:numId', 'w:val'), ...all(styles, 'w:numId', 'w:val')], lists),
    ...dangling('list definition', all(numbering, 'w:abstractNumId', 'w:val'), all(numbering, 'w:abstractNum', 'w:abstractNumId')),
    ...dangling('relationship', [...all(document, 'a:blip', 'r:embed'), ...all(document, 'w:headerReference', 'r:id'), ...all(document, 'w:footerReference', 'r:id')], relations),
  ];
}

/** Every row spans the whole grid, and every cell ends with a paragraph. */
function tableFaults(document: XmlElement): string[] {
  return elementsNamed(document, 'w:tbl').flatMap((table, number) => {
    const columns = elementsNamed(table.children.find((child) => child.name === 'w:tblGrid') ?? table, 'w:gridCol').length;
    return table.children.filter((child) => child.name === 'w:tr').flatMap((row, index) => {
      const cells = row.children.filter((child) => child.name === 'w:tc');
      const spanned = cells.reduce((sum, cell) => sum + Number(elementsNamed(cell.children.find((child) => child.name === 'w:tcPr') ?? cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1), 0);
      const open = cells.filter((cell) => cell.children.at(-1)?.name !== 'w:p').length;
      return [...(spanned === columns ? [] : [`table ${number + 1}, row ${index + 1}: ${spanned} of ${columns} columns`]), ...(open === 0 ? [] : [`table ${number + 1}, row ${index + 1}: a cell without a paragraph at its end`])];
    });
  });
}

/** Fields begin, separate and end in this order, and nest. */
function fieldFaults(document: XmlElement): string[] {
  const open: string[] = [];
  for (const mark of elementsNamed(document, 'w:fldChar').map((element) => element.attributes['w:fldCharType'])) {
    if (mark === 'begin') open.push('begin');
    else if (mark === 'separate' && open.at(-1) === 'begin') open[open.length - 1] = 'separate';
    else if (mark === 'end' && open.length > 0) open.pop();
    else return [`a field ${mark ?? ''} out of order`];
  }
  return open.length === 0 ? [] : ['a field that does not end'];
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
