import { Link } from '@tanstack/react-router';
import { Badge } from '#renderer/ui/badge.tsx';
import { distanceText } from '#renderer/ui/next-dates.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { dateText, daysApart } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './organisation.module.css';
import { comingDates, type AgreementWithDates } from './use-agreements.ts';
import { stateWords } from './words.ts';

/** Agreements of the organisation: where each stands, its term, and what comes next. */
export function AgreementsOfOrganisation({ rows, loaded, today }: { rows: readonly AgreementWithDates[]; loaded: boolean; today: string }) {
  return (
    <Section title={t('organisations.agreements')} count={rows.length === 0 ? undefined : rows.length}>
      {rows.length === 0 ? <p className="t13 t3">{loaded ? t('organisations.noAgreements') : ''}</p> : (
        <table className={styles.agreements}>
          <thead><tr><th>{t('organisations.agreement')}</th><th>{t('organisations.state')}</th><th>{t('organisations.term')}</th><th className="num">{t('organisations.nextHead')}</th></tr></thead>
          <tbody>{rows.map((row) => <AgreementLine key={row.id} row={row} today={today} />)}</tbody>
        </table>
      )}
    </Section>
  );
}

function AgreementLine({ row, today }: { row: AgreementWithDates; today: string }) {
  const { state, version } = stateWords(row);
  const next = nextOf(row, today);
  return (
    <tr>
      <td><Link to="/agreements/$id" params={{ id: row.id }} className="m" dir="auto">{row.title}</Link><span className="id">{row.number}</span></td>
      <td><Badge>{state}</Badge><span>{version}</span></td>
      <td>{termText(row)}<span>{renewalText(row)}</span></td>
      <td className="num">{next === null ? null : <><b>{next.head}</b><span>{next.second}</span></>}</td>
    </tr>
  );
}

function termText(row: AgreementWithDates): string {
  if (row.validFrom === null) return t('organisations.termNone');
  const from = dateText(row.validFrom);
  return row.validTo === null ? t('organisations.termOpen', { from }) : `${from} ${t('organisations.termTo', { to: dateText(row.validTo) })}`;
}

function renewalText({ dates }: AgreementWithDates): string {
  return dates === null || dates.renewsOn === null ? '' : `${t('organisations.nextRenewal')} ${dateText(dates.renewsOn)}`;
}

function nextOf(row: AgreementWithDates, today: string): { readonly head: string; readonly second: string } | null {
  if (row.progress !== null) {
    const { missing, all } = row.progress;
    const second = t('organisations.itemsComplete', { complete: all - missing, all });
    return { head: missing === 0 ? t('organisations.complete') : t('organisations.itemsMissing', { count: missing }), second };
  }
  const [next] = comingDates(row, today);
  if (next === undefined) return null;
  const days = daysApart(today, next.date);
  return { head: days <= 7 ? distanceText(days) : dateText(next.date, { weekday: true, year: next.date.slice(0, 4) !== today.slice(0, 4) }), second: next.what };
}
