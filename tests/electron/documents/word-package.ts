import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string };

/** The parts of a package by their names. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes)[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

/** A part as a tree; throws where it is not well-formed or declares a document type. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  parser.on('error', (error) => { throw error; });
  parser.on('doctype', () => { throw new Error('a document type declaration'); });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  });
  parser.on('closetag', () => { open.pop(); });
  parser.write(text).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('an empty part');
  return element;
}

export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsNamed(child, name))];
}

/** The text of a paragraph as a reader sees it: no-break hyphens as hyphens, tabs and breaks as they are. */
export function paragraphText(paragraph: XmlElement): string {
  const textOf = (element: XmlElement): string => {
    if (element.name === 'w:noBreakHyphen') return '-';
    if (element.name === 'w:tab') return '\t';
    if (element.name === 'w:br') return '\n';
    if (element.name === 'w:instrText' || element.name === 'w:pPr') return '';
    return element.name === 'w:t' ? element.text : element.children.map(textOf).join('');
  };
  return textOf(paragraph);
}
