import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { client } from '#renderer/app/client.ts';
import { ZonePick } from '#renderer/features/settings/zone-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { t } from '#shared/messages/messages.ts';
import { enterWorkspace } from './enter-workspace.ts';
import { SampleHalf } from './sample-half.tsx';
import { StartFailure } from './start-failure.tsx';
import styles from './start-screen.module.css';

/** The first start: the own organisation and the person at the left, the sample workspace at the right. Enter starts, S opens the sample. */
export function StartScreen({ version, file }: { version: string; file: string }) {
  const [organisation, setOrganisation] = useState('');
  const [person, setPerson] = useState('');
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => client.workspace.start({ organisation: organisation.trim(), person: person.trim(), zone }),
    onSuccess: (workspace) => enterWorkspace(queries, workspace),
  });
  const missing = organisation.trim() === '' ? t('start.organisationMissing') : person.trim() === '' ? t('start.personMissing') : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (missing === null && !start.isPending) start.mutate();
  };
  return (
    <div className={styles.screen}>
      <span className={styles.mark}><Mark size={36} /></span>
      <main className={styles.halves}>
        <div className={styles.own}>
          <form className={styles.box} onSubmit={submit} noValidate>
            <h1 className="t20">{t('start.title')}</h1>
            <p className="t2">{t('start.lead')}</p>
            <div className={styles.fields}>
              <TextField label={t('start.organisation')} value={organisation} onCommit={setOrganisation} onChangeText={setOrganisation} size="large" autoFocus />
              <TextField label={t('start.person')} value={person} onCommit={setPerson} onChangeText={setPerson} size="large" help={t('start.personHelp')} />
              <div className={styles.kept}><span>{t('start.zone')}</span><span className={styles.zone}><ZonePick label={t('start.zone')} value={zone} onChange={setZone} /></span></div>
              <div className={styles.kept}><span>{t('start.keptIn')}</span><span className="t13 t2">{file}</span></div>
            </div>
            {start.error === null ? null : <StartFailure error={start.error} />}
            <Button type="submit" kind="primary" size="large" keyHint="↵" disabledReason={missing}>{organisation.trim() === '' ? t('start.start') : t('start.startWith', { organisation: organisation.trim() })}</Button>
          </form>
        </div>
        <SampleHalf />
      </main>
      <footer className={styles.foot}><span>{t('start.offline')}</span><span>{t('start.version', { version })}</span></footer>
    </div>
  );
}
