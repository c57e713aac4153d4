import type { XmlElement } from '#tests/electron/documents/word-package.ts';
import { schemaRules, sideRules, type ElementRule } from './schema-rules.ts';

/** What is wrong with a part by the rules of the standard, each with the element's path; empty where it is valid. */
export function schemaFaults(element: XmlElement, path = '', parent = ''): string[] {
  const here = `${path}/${element.name}`;
  const rule = sideRules[parent] ?? schemaRules[element.name];
  if (rule === undefined) return [`${here}: not known`];
  return [
    ...attributeFaults(element, rule).map((fault) => `${here}: ${fault}`),
    ...childFaults(element, rule).map((fault) => `${here}: ${fault}`),
    ...(rule.text === true || element.text.trim() === '' ? [] : [`${here}: text`]),
    ...element.children.flatMap((child) => schemaFaults(child, here, element.name)),
  ];
}

function attributeFaults(element: XmlElement, rule: ElementRule): string[] {
  const forms = new Map(Object.entries(rule.attributes ?? {}).map(([name, form]) => [name.replace('!', ''), form]));
  const missing = Object.keys(rule.attributes ?? {}).filter((name) => name.startsWith('!') && element.attributes[name.slice(1)] === undefined).map((name) => `${name.slice(1)} is missing`);
  const wrong = Object.entries(element.attributes).flatMap(([name, value]) => {
    if (name.startsWith('xmlns') || name === 'mc:Ignorable') return [];
    const form = forms.get(name);
    return form === undefined ? [`${name} is not known`] : form.test(value) ? [] : [`${name}="${value}"`];
  });
  return [...missing, ...wrong];
}

/** A place in a sequence: the names that may stand there, whether they repeat, whether one must come. */
type Place = { readonly names: readonly string[]; readonly repeats: boolean; readonly needed: boolean };

function childFaults(element: XmlElement, rule: ElementRule): string[] {
  const names = element.children.map((child) => child.name);
  if (rule.anyOrder !== undefined) return names.filter((name) => rule.anyOrder?.includes(name) !== true).map((name) => `${name} has no place`);
  const places = merged((rule.children ?? []).map((child): Place => ({ names: child.replaceAll(/[!*]/g, '').split('|'), repeats: child.includes('*'), needed: child.includes('!') })));
  const faults: string[] = [];
  const seen = new Set<Place>();
  let at = 0;
  for (const name of names) {
    const index = places.findIndex((place) => place.names.includes(name));
    const place = places[index];
    if (place === undefined) faults.push(`${name} has no place`);
    else if (index < at) faults.push(`${name} comes too late`);
    else if (seen.has(place) && !place.repeats) faults.push(`${name} comes twice`);
    if (place === undefined || index < at) continue;
    seen.add(place);
    at = index;
  }
  return [...faults, ...places.filter((place) => place.needed && !seen.has(place)).map((place) => `${place.names.join(' or ')} is missing`)];
}

/** Neighbours that repeat mix: a bookmark may stand before a run and after it. */
function merged(places: readonly Place[]): Place[] {
  const out: Place[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const mixes = last?.repeats === true && place.repeats && !last.needed && !place.needed && place.names.every((name) => mixing.has(name)) && last.names.every((name) => mixing.has(name));
    if (mixes) out[out.length - 1] = { ...last, names: [...last.names, ...place.names] };
    else out.push(place);
  }
  return out;
}

const mixing: ReadonlySet<string> = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:r', 'w:hyperlink']);
