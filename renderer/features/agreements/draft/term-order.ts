import { completenessGroups } from '#shared/agreements/completeness.ts';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { Term } from '#shared/agreements/terms.ts';

const targetTypes = ['response', 'resolution', 'availability', 'metric'] as const;

/** The item under which a term stands in the draft. */
export function itemOf(term: Term): CompletenessItem {
  if (term.type === 'clause') return term.category;
  if (term.type === 'exclusion') return 'exclusions';
  return term.type === 'credit' ? 'remedies' : 'targets';
}

/** An item's terms as they stand in the draft: by type of target, then its clauses. Each list moves within itself. */
export function termsOf(item: CompletenessItem, document: AgreementDocument): { readonly groups: readonly (readonly Term[])[]; readonly clauses: readonly Term[] } {
  const own = document.terms.filter((term) => itemOf(term) === item);
  const clauses = own.filter((term) => term.type === 'clause');
  const others = own.filter((term) => term.type !== 'clause');
  const groups = item === 'targets' ? targetTypes.map((type) => others.filter((term) => term.type === type)) : [others];
  return { groups: groups.filter((terms) => terms.length > 0), clauses };
}

/** The number of every term, "3.6": its group and its place in it, as the draft shows them. By code. */
export function termNumbers(document: AgreementDocument): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  completenessGroups.forEach((group, index) => {
    const terms = group.items.flatMap((item) => { const { groups, clauses } = termsOf(item, document); return [...groups.flat(), ...clauses]; });
    terms.forEach((term, place) => numbers.set(term.id, `${index + 1}.${place + 1}`));
  });
  return numbers;
}
