import { useState, type FormEvent } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './list.module.css';

/** A new organisation needs a name, nothing else. Enter creates it. */
export function NewOrganisation({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) {
  const [name, setName] = useState('');
  const { save, error } = useSaving();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const created = await save('organisations.create', () => client.organisations.create({ name: name.trim() }));
    if (created !== null) onCreated(created.id);
  };
  return (
    <form className={styles.new} aria-label={t('organisations.new')} onSubmit={(event) => void submit(event)} noValidate>
      <div><TextField label={t('organisations.newName')} value="" onCommit={setName} onChangeText={setName} error={error} help={t('organisations.newHelp')} maxLength={500} autoFocus /></div>
      <Button type="submit" kind="primary" disabledReason={name.trim() === '' ? t('organisations.notYetKept') : null}>{t('organisations.create')}</Button>
      <Button onClick={onClose}>{t('kit.cancel')}</Button>
    </form>
  );
}
