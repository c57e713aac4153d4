import { Section } from '#renderer/ui/section.tsx';
import { countText } from '#shared/format/figures.ts';
import type { Finding } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './result.module.css';

/** What a reader of figures from this file has to know: finding, count. */
export function Quality({ findings }: { findings: readonly Finding[] }) {
  return (
    <Section title={t('imports.quality')} count={t('imports.findings', { count: findings.length })} ruled>
      {findings.length === 0 ? <p className={styles.nothing}>{t('imports.noFindings')}</p> : (
        <ul className={styles.quality}>{findings.map((finding) => <li key={finding.code}><span>{finding.text}</span><span className="tn">{countText(finding.count)}</span></li>)}</ul>
      )}
    </Section>
  );
}
