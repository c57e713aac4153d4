import { Link } from '@tanstack/react-router';
import { Badge } from '#renderer/ui/badge.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import type { AgreementListRow } from '#shared/agreements/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './list-page.module.css';
import { agreementStateWords } from './words.ts';

export const listColumns: readonly Column<AgreementListRow>[] = [
  { id: 'number', group: false, head: t('agreements.number'), value: (row) => row.number, cell: (row) => <span className="id t2">{row.number}</span>, width: 112 },
  { id: 'title', group: false, head: t('agreements.title'), value: (row) => row.title, cell: (row) => <TitleLink row={row} />, width: { min: 140, grow: 1.6 } },
  { id: 'customer', head: t('agreements.customers'), value: (row) => row.customers.join(', '), cell: (row) => <Names names={row.customers} />, width: { min: 88, grow: 1 } },
  { id: 'provider', head: t('agreements.provider'), value: (row) => row.providers.join(', '), cell: (row) => <Names names={row.providers} />, width: { min: 88, grow: 1 } },
  { id: 'services', head: t('agreements.services'), value: (row) => row.services.join(', '), cell: (row) => <Names names={row.services} />, width: { min: 88, grow: 1 } },
  { id: 'state', head: t('agreements.state'), value: stateWords, cell: (row) => <StateCell row={row} />, width: 132 },
  {
    id: 'term', head: t('agreements.term'), kind: 'date', value: (row) => row.validFrom, width: 104,
    cell: (row) => (row.validFrom === null || row.validTo === null ? <span className="t3">{t('agreements.notSet')}</span> : <span className={styles.two}>{dateText(row.validFrom)}<span className={styles.second}>{t('agreements.to')} {dateText(row.validTo)}</span></span>),
  },
  { id: 'notice', head: t('agreements.lastDayOfNotice'), kind: 'date', value: (row) => row.lastDayOfNotice, cell: (row) => (row.lastDayOfNotice === null ? <span className="t3">{t('agreements.notSet')}</span> : dateText(row.lastDayOfNotice, { weekday: true })), width: 116 },
];

function TitleLink({ row }: { row: AgreementListRow }) {
  const isDraft = row.inForce === null && row.open?.state === 'draft';
  return <Link to={isDraft ? '/agreements/$id/draft' : '/agreements/$id'} params={{ id: row.id }} className={`m ${styles.lines ?? ''}`} title={row.title} dir="auto">{row.title}</Link>;
}

/** Names on two lines where one is too short. */
function Names({ names }: { names: readonly string[] }) {
  const text = names.join(', ');
  return <span className={styles.lines} title={text} dir="auto">{text}</span>;
}

function StateCell({ row }: { row: AgreementListRow }) {
  const versions = versionWords(row);
  return versions === '' ? <Badge>{stateWords(row)}</Badge> : <span className={styles.two}>{stateWords(row)}<span className={styles.second}>{versions}</span></span>;
}

/** What it is today; while nothing is in force, where its first version stands. */
function stateWords(row: AgreementListRow): string {
  return row.state === 'draft' && row.open !== null ? t(`agreements.version-${row.open.state}`) : agreementStateWords(row.state);
}

function versionWords(row: AgreementListRow): string {
  if (row.inForce === null) return '';
  const parts = [t('agreements.versionNumber', { version: row.inForce })];
  if (row.open !== null) parts.push(`${t('agreements.versionNumber', { version: row.open.version })} ${t(`agreements.version-${row.open.state}`).toLowerCase()}`);
  return parts.join(', ');
}
