import { useQueries, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { t } from '#shared/messages/messages.ts';
import type { WorkspaceInfo } from '#shared/workspace/model.ts';
import styles from './settings.module.css';

/** "I am": one of the people of the own organisations, or a new one. */
export function PersonSection({ workspace }: { workspace: WorkspaceInfo }) {
  const { data: organisations } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const own = (organisations ?? []).filter((row) => row.ours);
  const answers = useQueries({ queries: own.map((row) => api.people.list.queryOptions({ input: { organisation: row.id } })) });
  const people = answers.flatMap((answer) => answer.data ?? []);
  const { save, error } = useSaving();
  const choose = async (person: string): Promise<void> => {
    const info = await save('workspace.choose-person', () => client.workspace.choosePerson({ person }));
    if (info !== null) queryClient.setQueryData(api.workspace.info.queryKey(), info);
  };
  const [home] = own.filter((row) => row.id === workspace.organisation?.id).concat(own);
  const add = async (name: string): Promise<void> => {
    if (home === undefined) return;
    const created = await save('people.create', () => client.people.create({ name, organisation: home.name }));
    if (created !== null) await choose(created.id);
  };
  return (
    <Section title={t('settings.iAm')} ruled>
      <div className={styles.fields}>
        <SelectField label={t('settings.person')} placeholder={t('settings.personNobody')} help={home === undefined ? t('settings.personNoOwn') : t('settings.personHelp')} error={error}
          value={workspace.person?.id ?? null} choices={people.map((person) => ({ value: person.id, label: person.name, hint: person.organisation }))} onChange={(person) => void choose(person)}
          {...(home === undefined ? {} : { onCreate: (name: string) => void add(name), createText: (name: string) => t('settings.personAdd', { name }) })} />
      </div>
    </Section>
  );
}
