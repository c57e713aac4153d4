import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { AgreementListRow } from '#shared/agreements/contract.ts';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { instantText } from '#shared/format/instants.ts';
import type { Maintenance, Outage } from '#shared/outages/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './exclusions.module.css';
import { StateMark } from './state-mark.tsx';
import { keyOf, windowReason } from './words.ts';

/** Under every agreement that measures the service: what of an outage is left out, and the way to leave it out. */
export function OutageExclusions({ outage }: { outage: Outage }) {
  return <PerAgreement service={outage.service} line={(agreement) => <OutageLine key={agreement.id} agreement={agreement} outage={outage} />} />;
}

/** Under every agreement that measures the service: whether a maintenance window counts, and why. */
export function WindowExclusions({ window }: { window: Maintenance }) {
  return <PerAgreement service={window.service} line={(agreement) => <WindowLine key={agreement.id} agreement={agreement} window={window} />} />;
}

function PerAgreement({ service, line }: { service: string; line: (agreement: AgreementListRow) => ReactNode }) {
  const { data = [] } = useQuery(api.agreements.list.queryOptions({ input: { archived: false } }));
  const measuring = data.filter((agreement) => agreement.services.includes(service));
  return (
    <Section title={t('exclusions.perAgreement')}>
      {measuring.length === 0 ? <p className="t13 t2">{t('exclusions.noAgreement')}</p> : <ul className={styles.own}>{measuring.map(line)}</ul>}
    </Section>
  );
}

function OutageLine({ agreement, outage }: { agreement: AgreementListRow; outage: Outage }) {
  const { data = [] } = useQuery(api.exclusions.list.queryOptions({ input: { agreement: agreement.id } }));
  const navigate = useNavigate();
  const rows = data.filter((row) => row.ticketNo === null && row.maintenanceId === null && (row.service === null || row.service === outage.service) && row.from !== null && row.to !== null && row.from < (outage.to ?? Infinity) && row.to > outage.from);
  const name = nameOf(agreement);
  const exclude = (): void => void navigate({ to: '/agreements/$id/exclusions', params: { id: agreement.id }, search: { new: true, service: outage.service, kind: 'force-majeure', start: new Date(outage.from).toISOString(), end: new Date(outage.to ?? Date.now()).toISOString() } });
  return (
    <>
      <li>
        <Link to="/agreements/$id/exclusions" params={{ id: agreement.id }} dir="auto">{name}</Link>
        {rows.length > 0 ? null : <Button size="small" onClick={exclude}>{t('exclusions.excludeOutage')}<span className="sr">: {name}</span></Button>}
        {rows.length > 0 ? null : <span className="id">{agreement.number}</span>}
      </li>
      {rows.map((row) => <Answered key={keyOf(row)} agreement={agreement} row={row} />)}
    </>
  );
}

function Answered({ agreement, row }: { agreement: AgreementListRow; row: Exclusion }) {
  return (
    <li>
      <Link to="/agreements/$id/exclusions" params={{ id: agreement.id }} search={{ exclusion: keyOf(row) }} dir="auto">{row.reason}</Link>
      <StateMark state={row.state} />
    </li>
  );
}

function WindowLine({ agreement, window }: { agreement: AgreementListRow; window: Maintenance }) {
  const { data = [] } = useQuery(api.exclusions.list.queryOptions({ input: { agreement: agreement.id } }));
  const row = data.find((candidate) => candidate.maintenanceId === window.id);
  if (row === undefined) return null;
  return (
    <li>
      <Link to="/agreements/$id/exclusions" params={{ id: agreement.id }} search={{ exclusion: keyOf(row) }} dir="auto">{nameOf(agreement)}</Link>
      <StateMark state={row.state} />
      <span>{windowReason(row, window.zone)}{noticeText(row, window.zone)}</span>
    </li>
  );
}

/** What the agreement asks for, where the answer does not say it already. */
function noticeText({ state, noticeDays, announcedAt, isLate }: Exclusion, zone: string): string {
  if (noticeDays === null) return ` ${t('exclusions.notAgreed')}`;
  if (state === 'proposed' && isLate) return '';
  const days = t('exclusions.noticeDays', { count: noticeDays });
  return ` ${announcedAt === null ? t('exclusions.noWriting', { days }) : t('exclusions.announcedWith', { when: instantText(announcedAt, zone, { year: true }), days })}`;
}

function nameOf({ customers, title }: AgreementListRow): string {
  return [...customers, title].join(' · ');
}
