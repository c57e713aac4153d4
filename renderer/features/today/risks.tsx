import { Link } from '@tanstack/react-router';
import { Meter } from '#renderer/ui/progress.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import { writtenPercentText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { RiskRow } from '#shared/today/model.ts';
import styles from './today.module.css';

/** Targets of the month that runs whose budget is nearly used: so far, and what may still go wrong. */
export function Risks({ rows, label }: { rows: readonly RiskRow[]; label: string }) {
  return (
    <table className={styles.risks} aria-label={label}>
      <thead><tr><td /><th scope="col">{t('today.target')}</th><th scope="col">{t('today.soFar')}</th><th scope="col">{t('today.budgetLeft')}</th></tr></thead>
      <tbody>{rows.map((row) => <RiskLine key={row.key} row={row} />)}</tbody>
    </table>
  );
}

function RiskLine({ row }: { row: RiskRow }) {
  const left = row.unit === 'minutes' ? t('today.minutesLeft', { left: row.left.toFixed(1), budget: row.budget.toFixed(1) }) : row.budget === 0 ? t('today.missesNone') : t('today.missesLeft', { left: row.left, count: row.budget });
  const decimals = decimalsOf(row.goalPercent);
  return (
    <tr>
      <td><VerdictMark verdict="risk" only /></td>
      <td>
        <div className={`${styles.target ?? ''} clip`}><Link to="/agreements/$id/compliance" params={{ id: row.agreement }}>{row.target}</Link> <span className="t2">{t('today.atLeast', { goal: writtenPercentText(row.goalPercent, decimals) })}</span></div>
        <div className={`${styles.sub ?? ''} clip`}>{row.about}</div>
      </td>
      <td>
        <span className={styles.figure}>{writtenPercentText(rounded(row.soFarPercent, row.unit === 'minutes' ? decimals + 1 : decimals), decimals)}</span>
        <span className={styles.sub}>{row.downMinutes !== null ? t('today.minutesDown', { minutes: row.downMinutes.toFixed(1) }) : row.share === null ? '' : t('today.shareOf', row.share)}</span>
      </td>
      <td>
        <span>{left}</span>
        <div className={styles.meter}><Meter used={row.left} of={row.budget} tone="risk" label={left} /></div>
      </td>
    </tr>
  );
}

function rounded(percent: number, decimals: number): number {
  return Math.round(percent * 10 ** decimals) / 10 ** decimals;
}

/** The decimals that the contract gives, at least one. */
function decimalsOf(percent: number): number {
  return Math.max(1, (String(percent).split('.')[1] ?? '').length);
}
