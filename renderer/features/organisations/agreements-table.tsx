import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Badge } from '#renderer/ui/badge.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { distanceText } from '#renderer/ui/next-dates.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { dateText, daysApart } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './organisation.module.css';
import { comingDates, type AgreementWithDates } from './use-agreements.ts';
import { stateWords } from './words.ts';

/** Agreements of the organisation: where each stands, its term, and what comes next. */
export function AgreementsOfOrganisation({ rows, loaded, today }: { rows: readonly AgreementWithDates[]; loaded: boolean; today: string }) {
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(today), [today]);
  if (rows.length === 0) return <Section title={t('organisations.agreements')}><p className="t13 t3">{loaded ? t('organisations.noAgreements') : ''}</p></Section>;
  return (
    <ListTable place="organisation-agreements" inAddress={false} views={false} heading={t('organisations.agreements')} label={t('organisations.agreements')} columns={columns} rows={rows} rowId={rowId} rowHeight={48} height="content"
      findText={titleOf} onOpen={(row) => void navigate({ to: '/agreements/$id', params: { id: row.id } })} />
  );
}

const rowId = (row: AgreementWithDates): string => row.id;
const titleOf = (row: AgreementWithDates): string => row.title;

function columnsOf(today: string): readonly Column<AgreementWithDates>[] {
  return [
    { id: 'agreement', head: t('organisations.agreement'), value: titleOf, group: false, width: { min: 180, grow: 3 }, cell: (row) => <span className={styles.two}><Link to="/agreements/$id" params={{ id: row.id }} tabIndex={-1} className="m clip" dir="auto" title={row.title}>{row.title}</Link><span className="id">{row.number}</span></span> },
    { id: 'state', head: t('organisations.state'), value: (row) => stateWords(row).state, width: { min: 110, grow: 1.6 }, cell: (row) => <StateCell row={row} /> },
    { id: 'term', head: t('organisations.term'), kind: 'date', value: (row) => row.validFrom, text: termText, group: false, width: { min: 150, grow: 2 }, cell: (row) => <span className={styles.two}>{termText(row)}<span>{renewalText(row)}</span></span> },
    { id: 'next', head: t('organisations.nextHead'), kind: 'date', value: (row) => (row.progress === null ? (comingDates(row, today)[0]?.date ?? null) : today), text: (row) => nextWords(row, today), group: false, align: 'end', width: { min: 120, grow: 1.6 }, cell: (row) => <NextCell row={row} today={today} /> },
  ];
}

function StateCell({ row }: { row: AgreementWithDates }) {
  const { state, version } = stateWords(row);
  return <span className={styles.two}><span className={styles.badge}><Badge>{state}</Badge></span><span>{version}</span></span>;
}

function NextCell({ row, today }: { row: AgreementWithDates; today: string }) {
  const next = nextOf(row, today);
  return next === null ? null : <span className={styles.two}><b>{next.head}</b><span>{next.second}</span></span>;
}

function nextWords(row: AgreementWithDates, today: string): string {
  const next = nextOf(row, today);
  return next === null ? '' : `${next.head}, ${next.second}`;
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
