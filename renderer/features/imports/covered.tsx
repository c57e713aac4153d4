import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { api } from '#renderer/app/client.ts';
import { CoverageCell } from '#renderer/ui/charts/coverage-bars.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { gapsListed, gapWords } from '#renderer/features/monitoring/gaps.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import { dateText, monthText } from '#shared/format/dates.ts';
import { localDate } from '#shared/format/instants.ts';
import { gapsIn, type DaySpan } from '#shared/imports/rhythm.ts';
import { t } from '#shared/messages/messages.ts';
import { monthsCovered, type CoveredLine, type MonthState } from './coverage-months.ts';
import styles from './result.module.css';

const mostMonths = 13;

/** What span of each service the source covers, month by month; services that are alike stand in one line. */
export function Covered({ sourceId, kind, zone }: { sourceId: string; kind: string; zone: string }) {
  const roomy = useMedia('(min-width: 1600px)');
  const { data } = useQuery(api.imports.coverages.queryOptions());
  const rows = (data ?? []).filter((one) => one.sourceId === sourceId && (kind !== 'tickets' || one.kind === 'tickets'));
  if (rows.length === 0) return null;
  const from = localDate(Math.min(...rows.map((one) => one.from)), zone);
  const to = localDate(Math.max(...rows.map((one) => one.to)) - 1, zone);
  const lines = monthsCovered(rows.map((one) => ({ name: one.service ?? t('imports.noService'), from: localDate(one.from, zone), to: localDate(one.to - 1, zone) })), to.slice(0, 7), mostMonths);
  const gapsOf = new Map([...Map.groupBy(rows, (row) => row.service ?? t('imports.noService'))].map(([name, own]) => [name, gapsIn(own.map((one) => ({ from: localDate(one.from, zone), to: localDate(one.to - 1, zone) })))]));
  const months = lines[0]?.months.map(({ month }) => month) ?? [];
  return (
    <Section title={t('imports.covered')} count={t('imports.coversSpan', { from: dateText(from, { year: true }), to: dateText(to, { year: true }) })}>
      <div className={styles.covered} style={{ gridTemplateColumns: `minmax(0, 1fr) repeat(${months.length}, ${roomy ? 26 : 14}px)` }}>
        <span />
        {months.map((month, index) => <span key={month} className={styles.monthHead} aria-hidden="true">{index === 0 || month.endsWith('-01') ? <em>{month.slice(0, 4)}</em> : null}{monthText(month).slice(0, 1)}</span>)}
        {lines.map((line) => (
          <Fragment key={line.name}>
            <span className={styles.service}><span className="clip" dir="auto">{line.name}</span><Extent line={line} gaps={gapsOf.get(line.name) ?? []} /></span>
            {line.months.map((cell) => <CoverageCell key={cell.month} state={cell.state} parts={cell.parts} label={t('imports.coverageCell', { service: line.name, month: monthText(cell.month), state: stateWords(cell) })} />)}
          </Fragment>
        ))}
      </div>
      <div className={styles.legend} aria-hidden="true">
        <span><CoverageCell state="measured" label="" />{t('imports.measured')}</span>
        <span><CoverageCell state="partly" parts={[[0, 0.6]]} label="" />{t('imports.partly')}</span>
        <span><CoverageCell state="none" label="" />{t('imports.notMeasured')}</span>
      </div>
    </Section>
  );
}

/** Whether a service lacks anything: its gaps come first. */
function Extent({ line, gaps }: { line: CoveredLine; gaps: readonly DaySpan[] }) {
  if (gaps.length > 0) return <span className="risk-text" title={gapsListed(gaps)}>{t('imports.gap', { gap: gapWords(gaps) })}</span>;
  return <span>{line.months.every(({ state }) => state !== 'none') ? t('imports.everyMonth') : t('imports.fromDate', { date: dateText(line.from, { year: true }) })}</span>;
}

function stateWords(cell: MonthState): string {
  return cell.state === 'partly' ? t('imports.daysOf', { days: cell.days, all: cell.all }) : t(cell.state === 'measured' ? 'imports.measured' : 'imports.notMeasured');
}
