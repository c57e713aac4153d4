import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { NextDates } from '#renderer/ui/next-dates.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { addMonths } from '#shared/time/plain-date.ts';
import { kindWords, versionStateWords } from '../words.ts';
import { Achieved } from './achieved.tsx';
import { AgreementActions } from './agreement-actions.tsx';
import styles from './agreement.module.css';
import { Approvals } from './approvals.tsx';
import { Documents } from './documents.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { Parties } from './parties.tsx';
import { SealMark } from './seal-mark.tsx';
import { Versions } from './versions.tsx';

export const agreementRoute = createLazyRoute('/shell/agreements/$id')({ component: AgreementPage });

/** An agreement: where it stands, what comes next, what it came to, who is in it. Shown is the version in force, else the newest. */
function AgreementPage() {
  const { id } = agreementRoute.useParams();
  const search = agreementRoute.useSearch();
  const newest = useQuery(api.agreements.view.queryOptions({ input: { id } }));
  const wanted = search.version ?? newest.data?.versions.find((version) => version.inForce)?.version ?? newest.data?.version;
  const isNewest = wanted === newest.data?.version;
  const chosen = useQuery(api.agreements.view.queryOptions({ input: { id, ...(wanted === undefined ? {} : { version: wanted }) }, enabled: wanted !== undefined && !isNewest }));
  const view = isNewest ? newest.data : chosen.data;
  const error = newest.error ?? chosen.error;
  if (error !== null) return <Page crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }]}><Failure error={error} /></Page>;
  return view === undefined ? null : <OpenAgreement view={view} />;
}

function OpenAgreement({ view }: { view: AgreementView }) {
  const search = agreementRoute.useSearch();
  const navigate = useNavigate();
  const { document } = view;
  const customer = document.parties.find((party) => party.side === 'customer')?.organisation;
  const [today] = useState(() => localDate(Date.now(), document.zone));
  const isOpen = search.panel !== 'closed';
  const toggle = (): void => void navigate({ to: '/agreements/$id', params: { id: view.id }, search: { ...search, panel: isOpen ? 'closed' : undefined }, replace: true });
  useKeys({ ']': toggle });
  const notice = view.dates?.lastDayOfNotice ?? null;
  return (
    <Page crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }, ...(customer === undefined ? [] : [{ label: customer, link: { to: '/agreements' as const, search: { organisation: customer } } }]), { label: document.title }]}
      actions={<AgreementActions view={view} />}
      panel={isOpen ? <SidePanel name="agreement" label={t('agreements.history')} title={t('agreements.history')} onClose={toggle}><HistoryPanel view={view} today={today} /></SidePanel> : null}>
      <PageTitle beside={<><Badge>{versionStateWords(view)}</Badge><SealMark view={view} /></>} end={isOpen ? undefined : <Button kind="quiet" icon="history" keyHint="]" iconOnly onClick={toggle}>{t('agreements.openHistory')}</Button>}>{document.title}</PageTitle>
      <Facts facts={[
        customer === undefined ? null : <Link key="customer" to="/agreements" search={{ organisation: customer }}>{customer}</Link>,
        <span key="number" className="id">{view.number}</span>, kindWords(document.kind), t('agreements.versionNumber', { version: view.version }),
        document.term === undefined ? t('agreements.datesMissing') : `${dateText(document.term.from)} ${t('agreements.to')} ${dateText(document.term.to)}`,
        notice === null ? null : <span key="notice">{t('agreements.noticeByFact')} <b>{dateText(notice)}</b></span>,
      ]} />
      <ComingDates view={view} today={today} />
      <Achieved view={view} />
      <div className={styles.low}>
        <Parties view={view} />
        <Documents view={view} />
        <Attachments to={{ kind: 'agreement', id: view.id }} level={2} />
        <Approvals view={view} />
        <Versions view={view} />
      </div>
    </Page>
  );
}

function ComingDates({ view, today }: { view: AgreementView; today: string }) {
  const { document } = view;
  const { data: dates } = useQuery(api.agreements.dates.queryOptions({ input: { id: view.id, version: view.version, from: today, to: addMonths(today, 36) }, enabled: document.term !== undefined }));
  if (dates === undefined || document.term === undefined) return null;
  const coming = [
    { date: document.term.from, what: t('agreements.startDate'), key: 'start' },
    { date: dates.lastDayOfNotice, what: t('agreements.noticeDate'), key: 'notice' },
    { date: dates.end, what: t('agreements.endDate'), key: 'end' },
    { date: dates.renewsOn, what: t('agreements.renewsDate'), key: 'renews' },
    ...dates.reviews.slice(0, 3).map((review) => ({ date: review.on, what: `${t('agreements.reviewDate')}, ${review.reason}`, key: `review ${review.on} ${review.reason}` })),
  ].flatMap((entry) => (entry.date === null || entry.date < today ? [] : [{ ...entry, date: entry.date }])).toSorted((one, other) => (one.date < other.date ? -1 : 1));
  return <div className={styles.next}><NextDates label={t('agreements.nextDates')} dates={coming} today={today} /></div>;
}
