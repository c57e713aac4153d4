import type { ReactNode } from 'react';
import { Section } from '#renderer/ui/section.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { RawLine } from './raw-line.tsx';
import styles from './result.module.css';

export type Reason = { readonly code: string; readonly text: string; readonly count: number; readonly line: number; readonly detail: string; readonly raw: string };

/** Quarantined rows by reason, the most frequent first, each with one original line and the fault underlined. */
export function Reasons({ reasons, total, end, none }: { reasons: readonly Reason[]; total: number; end?: ReactNode; none: string }) {
  return (
    <Section title={t('imports.quarantined')} count={t('imports.quarantineCount', { count: countText(total) })} end={end} ruled>
      {reasons.length === 0 ? <p className={styles.nothing}>{none}</p> : (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason.code}>
              <p><span>{reason.text}</span><b className="tn">{countText(reason.count)}</b></p>
              <RawLine raw={reason.raw} detail={reason.detail} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
