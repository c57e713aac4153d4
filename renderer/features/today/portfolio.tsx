import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { PortfolioRow, Today } from '#shared/today/model.ts';
import styles from './today.module.css';

type Cell = PortfolioRow['months'][number];

/** Agreements in force × thirteen months: pale when all was met, the number of misses on red, the month that runs outlined. */
export function Portfolio({ portfolio }: { portfolio: Today['portfolio'] }) {
  const navigate = useNavigate();
  const { months, rows, missed } = portfolio;
  if (rows.length === 0) {
    return (
      <Section title={t('today.portfolio')}>
        <p className={styles.quiet}>{t('today.portfolioEmpty')}</p>
        <Button icon="plus" onClick={() => void navigate({ to: '/agreements/new' })}>{t('today.newAgreement')}</Button>
      </Section>
    );
  }
  const groups = Map.groupBy(rows, (row) => row.customer);
  return (
    <Section title={t('today.portfolio')} count={t('today.agreements', { count: rows.length })} end={t('today.missedPerMonth')}>
      <table className={styles.heat} aria-label={t('today.portfolio')}>
        <colgroup><col className={styles.names} />{months.map((month) => <col key={month} />)}</colgroup>
        <thead><tr><td />{months.map((month) => <MonthHead key={month} month={month} />)}</tr></thead>
        {[...groups].map(([customer, own]) => (
          <tbody key={customer}>
            <tr><th scope="rowgroup" className={styles.customer} colSpan={months.length + 1}>{customer}</th></tr>
            {own.map((row) => (
              <tr key={row.agreement}>
                <th scope="row" className={styles.service}><Link to="/agreements/$id" params={{ id: row.agreement }}>{row.title}</Link></th>
                {row.months.map((cell) => <MonthCell key={cell.month} cell={cell} />)}
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr className={styles.totals}><th scope="row">{t('today.missedAll')}</th>{missed.map((count, index) => <td key={months[index]}>{index === months.length - 1 ? '' : count}</td>)}</tr>
        </tfoot>
      </table>
      <Legend />
    </Section>
  );
}

function MonthHead({ month }: { month: string }) {
  const name = monthText(month, true);
  return <th scope="col" className={styles.year}>{month.endsWith('-01') ? <em aria-hidden="true">{month.slice(0, 4)}</em> : null}<span aria-hidden="true">{name.charAt(0)}</span><span className="sr">{monthText(month)}</span></th>;
}

function MonthCell({ cell }: { cell: Cell }) {
  const words = cellWords(cell);
  const state = cell.state === 'notMeasured' ? 'none' : cell.state;
  return (
    <td className={`${styles.cell ?? ''} ${styles[state] ?? ''}`} title={words}>
      <span aria-hidden="true"><Fragment>{cell.state === 'missed' ? cell.missed : cell.state === 'risk' ? <Icon name="alert-triangle-filled" size={10} /> : state === 'none' ? '–' : null}</Fragment></span>
      <span className="sr">{words}</span>
    </td>
  );
}

function cellWords({ state, month, missed, of }: Cell): string {
  const name = monthText(month);
  switch (state) {
    case 'met': return t('today.cellMet', { month: name, count: of });
    case 'missed': return t('today.cellMissed', { month: name, missed, count: of });
    case 'partly': return t('today.cellPartly', { month: name });
    case 'open': return t('today.cellOpen', { month: name });
    case 'risk': return t('today.cellRisk', { month: name, count: missed });
    case 'none':
    case 'notMeasured': return t('today.cellNone', { month: name });
  }
}

function Legend() {
  return (
    <div className={styles.legend}>
      <span><i className={styles.met} aria-hidden="true" />{t('today.allMet')}</span>
      <span><i className={styles.missed} aria-hidden="true">2</i>{t('today.missed')}</span>
      <span><i className={styles.partly} aria-hidden="true" />{t('today.partly')}</span>
      <span><i className={styles.risk} aria-hidden="true"><Icon name="alert-triangle-filled" size={9} /></i>{t('today.riskSoFar')}</span>
      <span><span aria-hidden="true">–</span>{t('today.noData')}</span>
    </div>
  );
}
