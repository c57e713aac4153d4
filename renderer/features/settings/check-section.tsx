import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './settings.module.css';

/** Reads the whole file once: integrity, references, and the hashes of the log. */
export function CheckSection() {
  const check = useMutation({ mutationFn: () => client.workspace.check() });
  const problems = check.data?.problems ?? [];
  return (
    <Section title={t('settings.check')} ruled>
      <div className={styles.check}>
        <p className="t2">{t('settings.checkHelp')}</p>
        <Button size="small" icon="shield-check" disabledReason={check.isPending ? t('settings.checking') : null} onClick={() => check.mutate()}>{t(check.isPending ? 'settings.checking' : 'settings.check')}</Button>
        {check.error !== null ? <Failure error={check.error} /> : check.data === undefined ? null : <p role="status">{check.data.ok ? t('settings.checkOk') : t('settings.checkProblems', { count: problems.length })}</p>}
        {problems.length === 0 ? null : <ul>{problems.slice(0, 20).map((problem) => <li key={problem}>{problem}</li>)}</ul>}
      </div>
    </Section>
  );
}
