import { SectionHead } from '#renderer/ui/section.tsx';
import { countsSchema } from '#shared/imports/model.ts';
import { t } from '#shared/messages/messages.ts';
import { CountsTable } from './counts-table.tsx';
import styles from './wizard.module.css';

/** What came of the rows that were taken so far. */
export function SoFar({ counts }: { counts: Readonly<Record<string, number>> }) {
  const known = countsSchema.safeParse(counts);
  if (!known.success) return null;
  return <section className={styles.months}><SectionHead title={t('imports.soFar')} /><CountsTable counts={known.data} tickets={null} /></section>;
}
