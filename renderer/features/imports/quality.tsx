import { Section } from '#renderer/ui/section.tsx';
import { countText } from '#shared/format/figures.ts';
import type { Finding } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './result.module.css';

/** What a reader of figures from this file has to know: count, finding, what follows. */
export function Quality({ findings }: { findings: readonly Finding[] }) {
  return (
    <Section title={t('imports.quality')} count={t('imports.findings', { count: findings.length })} ruled>
      {findings.length === 0 ? <p className={styles.nothing}>{t('imports.noFindings')}</p> : (
        <ul className={styles.quality}>{findings.map((finding) => <Line key={finding.code} finding={finding} />)}</ul>
      )}
    </Section>
  );
}

/** A finding reads on from its count; what follows from it stands under it. */
function Line({ finding }: { finding: Finding }) {
  const [what = finding.text, ...rest] = finding.text.split(/(?<=[;:]) /u);
  return <li><span><b className="tn">{countText(finding.count)}</b> {what.replace(/[;:]$/u, '')}</span>{rest.length === 0 ? null : <span>{rest.join(' ')}</span>}</li>;
}
