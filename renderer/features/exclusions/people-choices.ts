import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { AgreementView } from '#shared/agreements/contract.ts';

type Document = AgreementView['document'];

/** Everybody who may speak for a side of the agreement, those of `first` before the others. */
export function usePeopleChoices(document: Document, first: 'provider' | 'customer'): readonly { readonly value: string; readonly label: string; readonly hint: string }[] {
  const { data: people = [] } = useQuery(api.people.list.queryOptions({ input: {} }));
  const own = new Set(document.parties.filter((party) => party.side === first).map((party) => party.organisation));
  const choices = people.map((person) => ({ value: person.id, label: person.name, hint: person.organisation }));
  return [...choices.filter(({ hint }) => own.has(hint)), ...choices.filter(({ hint }) => !own.has(hint))];
}
