import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './people-page.module.css';

/** A new person needs a name and an organisation; one that is only named is made with them. */
export function NewPersonPanel({ onClose, onCreated }: { onClose: () => void; onCreated: (person: string) => void }) {
  const { data: organisations } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState<string | null>(null);
  const { save, error } = useSaving();
  const missing = name.trim() === '' ? t('organisations.notYetKept') : organisation === null ? t('people.organisationFirst') : null;
  const create = async (): Promise<void> => {
    if (organisation === null) return;
    const created = await save('people.create', () => client.people.create({ name: name.trim(), organisation }));
    if (created !== null) onCreated(created.id);
  };
  const named = (organisations ?? []).map((row) => row.name);
  const choices = [...named, ...(organisation === null || named.includes(organisation) ? [] : [organisation])].map((one) => ({ value: one, label: one }));
  return (
    <SidePanel name="organisation" label={t('organisations.newPerson')} title={t('organisations.newPerson')} onClose={onClose} foot={<Button kind="primary" disabledReason={missing} onClick={() => void create()}>{t('people.add')}</Button>}>
      <div className={styles.fields}>
        <TextField label={t('organisations.name')} value={name} maxLength={500} error={error} onChangeText={setName} onCommit={setName} autoFocus />
        <SelectField label={t('organisations.organisation')} choices={choices} value={organisation} onChange={setOrganisation} onCreate={setOrganisation} createText={(text) => t('organisations.parentNew', { name: text })} />
      </div>
    </SidePanel>
  );
}
