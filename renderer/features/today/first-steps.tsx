import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import { firstSteps, type Today } from '#shared/today/model.ts';
import styles from './today.module.css';

type Step = (typeof firstSteps)[number];
const steps: Readonly<Record<Step, { readonly words: string; readonly link: LinkProps }>> = {
  customer: { words: t('today.stepCustomer'), link: { to: '/customers', search: { new: true } } },
  service: { words: t('today.stepService'), link: { to: '/services', search: { new: true } } },
  data: { words: t('today.stepData'), link: { to: '/monitoring/import' } },
  draft: { words: t('today.stepDraft'), link: { to: '/agreements/new' } },
  signed: { words: t('today.stepSigned'), link: { to: '/agreements' } },
};

/** The five first steps of a new workspace, until all are done or they are dismissed. */
export function FirstSteps({ done, workspace }: { done: Today['done']; workspace: string }) {
  const key = `parley.firstSteps.${workspace}`;
  const [isDismissed, setDismissed] = useState(() => localStorage.getItem(key) !== null);
  if (isDismissed || done.length === firstSteps.length) return null;
  const dismiss = (): void => {
    localStorage.setItem(key, 'dismissed');
    setDismissed(true);
  };
  return (
    <Section title={t('today.steps')} count={t('today.stepsOf', { done: done.length, count: firstSteps.length })} end={<Button kind="link" size="small" onClick={dismiss}>{t('today.dismiss')}</Button>}>
      <ol className={styles.steps}>
        {firstSteps.map((step) => (done.includes(step) ? (
          <li key={step} className={styles.done}><Icon name="circle-check-filled" size={18} />{steps[step].words}<span className="sr">{t('today.stepDone')}</span></li>
        ) : (
          <li key={step}><Icon name="circle" size={18} /><Link {...steps[step].link}>{steps[step].words}</Link></li>
        )))}
      </ol>
    </Section>
  );
}
