import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { DefinitionList, Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { Ticket } from '#shared/tickets/model.ts';
import styles from './ticket-page.module.css';

export const ticketRoute = createLazyRoute('/shell/monitoring/tickets/$ticket')({ component: TicketPage });

type Event = Ticket['events'][number];

/** One ticket as its source tells it, without an agreement; its ledger is offered under each agreement that may measure it. */
function TicketPage() {
  const { ticket: no } = ticketRoute.useParams();
  const navigate = useNavigate();
  const { data: ticket, error } = useQuery(api.tickets.show.queryOptions({ input: { no: Number.isInteger(Number(no)) ? Number(no) : 0 } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const zone = workspace?.zone ?? 'UTC';
  useKeys({ Escape: () => void navigate({ to: '/monitoring/tickets' }) });
  const roomy = useMedia('(min-width: 1600px)');
  const columns = useMemo(() => eventColumns(zone).filter((column) => roomy || column.id !== 'line'), [zone, roomy]);
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } }, { label: t('tickets.title'), link: { to: '/monitoring/tickets' } }, { label: ticket?.key ?? '' }] as const;
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  if (ticket === undefined) return <Page crumbs={crumbs}>{null}</Page>;
  return (
    <Page crumbs={crumbs}>
      <PageTitle beside={ticket.state === null ? null : <Badge>{ticket.state}</Badge>}>{ticket.title ?? ticket.key}</PageTitle>
      <Facts facts={[ticket.title === null ? null : <span key="key" className="id">{ticket.key}</span>, ticket.priority, ticket.service, ticket.customer, ticket.team]} />
      <div className={styles.columns}>
        <div>
          {ticket.missingUpdates > 0 ? <Note>{t('tickets.markIncomplete', { count: ticket.missingUpdates })}</Note> : null}
          <Section title={t('tickets.history')} count={countText(ticket.events.length)} end={t('tickets.asWritten')}>
            {ticket.events.length === 0 ? <p className="t13 t2">{t('tickets.noHistory')}</p> : <DataTable label={t('tickets.history')} columns={columns} rows={ticket.events} rowId={(event) => `${event.at} ${event.line}`} height="content" rowHeight={32} />}
          </Section>
        </div>
        <div>
          <Section title={t('tickets.measuredBy')}><MeasuredBy no={ticket.no} service={ticket.service} customer={ticket.customer} /></Section>
          <Section title={t('tickets.times')}><DefinitionList entries={timesOf(ticket, zone)} /></Section>
          <Attachments to={{ kind: 'ticket', id: String(ticket.no) }} level={2} />
        </div>
      </div>
    </Page>
  );
}

function MeasuredBy({ no, service, customer }: { no: number; service: string | null; customer: string | null }) {
  const { data: agreements = [] } = useQuery(api.agreements.list.queryOptions({ input: { archived: false } }));
  const fitting = agreements.filter((agreement) => (service === null || agreement.services.length === 0 || agreement.services.includes(service)) && (customer === null || agreement.customers.length === 0 || agreement.customers.includes(customer)));
  if (fitting.length === 0) return <p className="t13 t2">{t('tickets.noAgreements')}</p>;
  return (
    <ul className={styles.agreements}>
      {fitting.map((agreement) => (
        <li key={agreement.id}>
          <span><span className="t13">{[...agreement.customers, agreement.title].join(' · ')}</span><span className="t12 t3 id">{agreement.number}</span></span>
          <Link className="t13" to="/agreements/$id/tickets/$ticket" params={{ id: agreement.id, ticket: String(no) }}>{t('tickets.showLedger')}</Link>
        </li>
      ))}
    </ul>
  );
}

function timesOf(ticket: Ticket, zone: string) {
  const at = (value: number | null): string | null => (value === null ? null : instantText(value, zone, { year: true }));
  return [
    { name: t('tickets.opened'), value: at(ticket.openedAt) },
    { name: t('tickets.firstResponse'), value: at(ticket.firstResponseAt) },
    { name: t('tickets.resolved'), value: at(ticket.resolvedAt) },
    { name: t('tickets.closed'), value: at(ticket.closedAt) },
    { name: t('tickets.hold'), value: ticket.holdMs === null ? null : durationWords(ticket.holdMs) },
    { name: t('tickets.type'), value: ticket.type },
    { name: t('tickets.site'), value: ticket.site },
    { name: t('tickets.sourceVerdict'), value: ticket.sourceVerdict === null ? null : t(`tickets.word-${ticket.sourceVerdict}`) },
    { name: t('tickets.source'), value: ticket.isTyped ? t('tickets.typed') : ticket.source },
    { name: t('tickets.importedFrom'), value: ticket.isTyped ? null : ticket.import.file },
    { name: t('tickets.importedAt'), value: at(ticket.import.at) },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ key: name, name, value }]));
}

function eventColumns(zone: string): readonly Column<Event>[] {
  return [
    { id: 'at', head: t('tickets.at'), width: { min: 162, grow: 0.6 }, cell: (event) => <span className="tn">{instantText(event.at, zone, { year: true })}</span> },
    { id: 'state', head: t('tickets.state'), width: { min: 80, grow: 1 }, cell: (event) => event.state ?? '' },
    { id: 'meaning', head: t('tickets.meaning'), width: { min: 76, grow: 0.8 }, cell: (event) => <span className="t2">{event.stateClass === null ? '' : `${t(`tickets.class-${event.stateClass}`)}${event.pauseReason === null ? '' : `, ${event.pauseReason}`}`}</span> },
    { id: 'priority', head: t('tickets.priority'), width: { min: 92, grow: 0.7 }, cell: (event) => event.priority ?? '' },
    { id: 'team', head: t('tickets.team'), width: { min: 66, grow: 0.7 }, cell: (event) => event.team ?? '' },
    { id: 'actor', head: t('tickets.actor'), width: { min: 80, grow: 0.7 }, cell: (event) => <span className="t2">{event.actor ?? ''}</span> },
    { id: 'updates', head: t('tickets.updates'), align: 'end', width: 48, cell: (event) => event.updates ?? '' },
    { id: 'line', head: t('tickets.line'), align: 'end', width: 64, cell: (event) => <span className="t3">{countText(event.line)}</span> },
  ];
}
