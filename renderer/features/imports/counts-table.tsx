import { countText } from '#shared/format/figures.ts';
import type { ImportAnswer } from '#shared/imports/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './result.module.css';

/** Counts in two rows, tickets and rows of the file: of the rows, read is new, updated, unchanged and quarantined together. `waiting`: tickets of which rows wait. */
export function CountsTable({ counts, tickets, waiting = null }: { counts: ImportAnswer['counts']; tickets: ImportAnswer['tickets']; waiting?: number | null }) {
  return (
    <table className={styles.counts} aria-label={t('imports.counts')}>
      <thead><tr><td /><th scope="col">{t('imports.read')}</th><th scope="col">{t('imports.new')}</th><th scope="col">{t('imports.updated')}</th><th scope="col">{t('imports.unchanged')}</th><th scope="col">{t('imports.quarantined')}</th></tr></thead>
      <tbody>
        {tickets === null ? null : <Line name={t('imports.tickets')} values={[tickets.total, tickets.new, tickets.updated, tickets.unchanged, waiting]} />}
        <Line name={t('imports.rows')} values={[counts.read, counts.new, counts.updated, counts.unchanged, counts.quarantined]} />
      </tbody>
    </table>
  );
}

const quiet = [0, 3];

function Line({ name, values }: { name: string; values: readonly (number | null)[] }) {
  return <tr><th scope="row">{name}</th>{values.map((value, index) => <td key={index} className={quiet.includes(index) || value === 0 ? styles.quiet : undefined}>{value === null ? '' : countText(value)}</td>)}</tr>;
}
