import type { Term } from '#shared/agreements/terms.ts';

type Setting<Value> = { readonly value: Value; readonly optional: boolean; readonly apply: (value: Value) => Term | null };

/** The percentage behind a field; null where the field is none. */
export function setPercent(term: Term, field: string): Setting<number | null> | null {
  if (field === 'atLeastPercent' && 'atLeastPercent' in term) return { value: term.atLeastPercent, optional: false, apply: (value) => (value === null ? null : { ...term, atLeastPercent: value }) };
  if (term.type !== 'credit') return null;
  if (field === 'capPercentPerPeriod') {
    const { capPercentPerPeriod, ...rest } = term;
    return { value: capPercentPerPeriod ?? null, optional: true, apply: (value) => (value === null ? rest : { ...rest, capPercentPerPeriod: value }) };
  }
  if (field === 'capPercentPerYear') {
    const { capPercentPerYear, ...rest } = term;
    return { value: capPercentPerYear ?? null, optional: true, apply: (value) => (value === null ? rest : { ...rest, capPercentPerYear: value }) };
  }
  return null;
}

type TextSetting = Setting<string> & { readonly long: boolean; readonly most: number };

/** The text behind a field; null where the field is none. An empty optional one is left out of the term. */
export function setText(term: Term, field: string): TextSetting | null {
  const must = (value: string, most: number, long: boolean, apply: (value: string) => Term): TextSetting => ({ value, most, long, optional: false, apply });
  const may = (value: string | undefined, most: number, long: boolean, without: Term, apply: (value: string) => Term): TextSetting => ({ value: value ?? '', most, long, optional: true, apply: (text) => (text === '' ? without : apply(text)) });
  if (field === 'source' && 'period' in term) {
    const { source, ...rest } = term;
    return may(source, 500, false, rest, (text) => ({ ...rest, source: text }));
  }
  if (field === 'name') {
    if (term.type === 'metric' || term.type === 'exclusion') return must(term.name, 500, false, (text) => ({ ...term, name: text }));
    if (term.type === 'response' || term.type === 'resolution' || term.type === 'availability') {
      const { name, ...rest } = term;
      return may(name, 500, false, rest, (text) => ({ ...rest, name: text }));
    }
  }
  if (term.type === 'availability' && field === 'method') {
    const { method, ...rest } = term;
    return may(method, 500, false, rest, (text) => ({ ...rest, method: text }));
  }
  if (term.type === 'metric' && field === 'formula') {
    const { formula, ...rest } = term;
    return may(formula, 2000, true, rest, (text) => ({ ...rest, formula: text }));
  }
  if (term.type === 'exclusion' && field === 'condition') return must(term.condition, 5000, true, (text) => ({ ...term, condition: text }));
  if (term.type === 'exclusion' && field === 'approval') {
    const { approval, ...rest } = term;
    return may(approval, 1000, true, rest, (text) => ({ ...rest, approval: text }));
  }
  if (term.type === 'clause' && field === 'heading') return must(term.heading, 500, false, (text) => ({ ...term, heading: text }));
  if (term.type === 'clause' && field === 'text') return must(term.text, 100_000, true, (text) => ({ ...term, text }));
  return null;
}
