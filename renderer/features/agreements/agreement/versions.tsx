import { Link } from '@tanstack/react-router';
import { Badge } from '#renderer/ui/badge.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { versionStateWords } from '../words.ts';
import styles from './agreement.module.css';

/** All versions, the newest first. */
export function Versions({ view }: { view: AgreementView }) {
  return (
    <Section title={t('agreements.versions')} count={view.versions.length} ruled>
      <ul className={styles.lines}>
        {view.versions.toReversed().map((version) => (
          <li key={version.version}>
            <Link to="/agreements/$id" params={{ id: view.id }} search={{ version: version.version }} aria-current={version.version === view.version ? 'true' : undefined} activeProps={{}}>{t('agreements.versionNumber', { version: version.version })}</Link>
            <Badge>{versionStateWords({ ...view, version: version.version, state: version.state })}</Badge>
            <span className={styles.end}>{version.validFrom === null || version.validTo === null ? t('agreements.datesMissing') : t('agreements.versionLine', { from: dateText(version.validFrom), to: dateText(version.validTo) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
