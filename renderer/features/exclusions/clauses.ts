import type { AgreementView } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';

export type Clause = { readonly code: string; readonly name: string; /** What it says, in full. */ readonly text: string };

/** What an exclusion of an agreement can fall under: its exclusions, then its clauses about exclusions and maintenance. */
export function clausesOf({ terms }: AgreementView['document']): readonly Clause[] {
  const exclusions = terms.flatMap((term): Clause[] => {
    if (term.type !== 'exclusion') return [];
    const cap = term.capMinutesPerPeriod === undefined ? '' : ` ${t('exclusions.cap', { count: term.capMinutesPerPeriod })}`;
    return [{ code: term.id, name: term.name, text: `${term.condition}${term.approval === undefined ? '' : ` ${term.approval}`}${cap}` }];
  });
  const clauses = terms.flatMap((term): Clause[] => (term.type === 'clause' && (term.category === 'exclusions' || term.category === 'maintenance') ? [{ code: term.id, name: term.heading, text: term.text }] : []));
  return [...exclusions, ...clauses];
}
