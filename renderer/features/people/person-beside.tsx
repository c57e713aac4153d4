import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { PersonPanel } from '#renderer/features/organisations/person-panel.tsx';
import { t } from '#shared/messages/messages.ts';
import type { PersonTab } from './words.ts';

/** The panel of a person beside the list of everybody, as seen from their own organisation. */
export function PersonBeside({ id, onMoved, ...rest }: { id: string; tab: PersonTab; focus: number; onTab: (tab: PersonTab) => void; onClose: () => void; onMoved: (person: string) => void }) {
  const { data: person, error } = useQuery(api.people.show.queryOptions({ input: { id } }));
  const of = person?.organisationId ?? '';
  const { data: organisation } = useQuery({ ...api.organisations.show.queryOptions({ input: { id: of } }), enabled: of !== '' });
  const { data: agreements } = useQuery({ ...api.agreements.list.queryOptions({ input: { organisation: of, archived: false } }), enabled: of !== '' });
  if (organisation === undefined) return <SidePanel name="organisation" label={t('organisations.person')} title="" onClose={rest.onClose}>{error === null ? null : <Failure error={error} />}</SidePanel>;
  return <PersonPanel organisation={organisation} id={id} agreements={agreements ?? []} {...rest} onCreated={onMoved} />;
}
