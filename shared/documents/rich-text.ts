import type { DraftInline, ReferenceSpan } from './model.ts';

/** What may stand for a `{name}` of a pattern. */
export type PatternValue = string | number | readonly DraftInline[];

/**
 * A pattern of a language file as inlines: `**bold**`, `{name}` for a value, `{table:label}` or `{Clause:label}` for a reference.
 * Values are never read as patterns. Throws where a name has no value.
 */
export function richText(pattern: string, values: Readonly<Record<string, PatternValue>> = {}): DraftInline[] {
  const out: DraftInline[] = [];
  let bold = false;
  for (const part of pattern.split(/(\*\*|\{[^{}]+\})/)) {
    if (part === '**') bold = !bold;
    else if (part.startsWith('{')) out.push(...valueOf(part.slice(1, -1), values, bold));
    else if (part !== '') out.push(span(part, bold));
  }
  return joined(out);
}

/** A pattern as plain text; values are texts or numbers. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string | number>> = {}): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The pattern needs a value for ${name}.`);
    return String(value);
  });
}

/** Plain text as inlines, bold where asked. */
export function plain(text: string, bold = false): DraftInline[] {
  return text === '' ? [] : [span(text, bold)];
}

function valueOf(name: string, values: Readonly<Record<string, PatternValue>>, bold: boolean): DraftInline[] {
  const reference = referenceOf(name);
  if (reference !== null) return [reference];
  const value = values[name];
  if (value === undefined) throw new Error(`The pattern needs a value for ${name}.`);
  if (typeof value === 'string' || typeof value === 'number') return plain(String(value), bold);
  return value.map((inline) => (bold && inline.kind === 'text' ? { ...inline, bold: true } : inline));
}

function referenceOf(name: string): ReferenceSpan | null {
  const match = /^(table|clause|section|figure|annex):([\w-]+)$/i.exec(name);
  const word = match?.[1];
  const label = match?.[2];
  if (word === undefined || label === undefined) return null;
  const target = word.toLowerCase();
  if (target !== 'table' && target !== 'clause' && target !== 'section' && target !== 'figure' && target !== 'annex') return null;
  return { kind: 'reference', target, label, capital: word !== target };
}

function span(text: string, bold: boolean): DraftInline {
  return bold ? { kind: 'text', text, bold } : { kind: 'text', text };
}

/** Neighbours of the same look become one, so that a value does not cut a run in two. */
function joined(inlines: readonly DraftInline[]): DraftInline[] {
  const out: DraftInline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (last?.kind === 'text' && inline.kind === 'text' && isSameLook(last, inline)) out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}

function isSameLook(one: DraftInline & { kind: 'text' }, other: DraftInline & { kind: 'text' }): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.tone === other.tone && one.serif === other.serif && one.size === other.size;
}
