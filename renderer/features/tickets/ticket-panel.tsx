import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { SidePanel } from '#renderer/app/shell/side-panel.tsx';
import { TicketExclusions } from '#renderer/features/exclusions/ticket-exclusions.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ClassTotals } from '#renderer/ui/charts/time-class.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import { durationWords, hoursMinutes } from '#shared/format/durations.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { DayStrip } from './ledger/day-strip.tsx';
import { DueMoves } from './ledger/due-moves.tsx';
import styles from './ledger/ledger.module.css';
import { Marks } from './ledger/marks.tsx';
import { OtherTerms } from './ledger/other-terms.tsx';
import { PanelStretches } from './ledger/stretch-table.tsx';
import { ledgerView, spanWords, type LedgerView } from './ledger/view.ts';
import type { FigureSearch } from './search.ts';
import { Steps, type Neighbours } from './steps.tsx';
import { markOf, verdictWords, withinText } from './words.ts';

const mostStretches = 40;

/** One ticket of a list: verdict, class totals, strip, how the due time moved and every stretch; the list keeps its place. */
export function TicketPanel({ id, search, ticket, place, onGo, onWhole, onClose }: { id: string; search: FigureSearch; ticket: number; place: Neighbours | null; onGo: (ticket: number) => void; onWhole: () => void; onClose: () => void }) {
  const { data, error } = useQuery({ ...api.compliance.ledger.queryOptions({ input: ledgerInput(id, search, ticket) }), placeholderData: keepPreviousData });
  const view = useMemo(() => (data === undefined ? null : ledgerView(data)), [data]);
  const tools = (
    <>
      <Steps place={place} onGo={onGo} />
      <Button kind="quiet" size="small" icon="maximize" iconOnly keyHint="F" onClick={onWhole}>{t('tickets.wholeWindow')}</Button>
    </>
  );
  return (
    <SidePanel name="ticket" wide label={t('tickets.ledgerOf', { key: data?.ledger.ticket ?? '' })} title={<span className="id">{data?.ledger.ticket ?? ''}</span>}
      {...(place === null ? {} : { beside: t('tickets.place', { index: countText(place.index + 1), count: countText(place.count) }) })} tools={tools} onClose={onClose} {...(view === null ? {} : { foot: <PanelFoot view={view} /> })}>
      {error === null ? null : <Failure error={error} />}
      {view === null ? null : <PanelBody id={id} search={search} view={view} />}
    </SidePanel>
  );
}

export function ledgerInput(id: string, search: FigureSearch, ticket: number) {
  return { id, ticket, ...(search.version === undefined ? {} : { version: search.version }), ...(search.term === undefined ? {} : { term: search.term }), ...(search.asOf === undefined ? {} : { asOf: search.asOf }) };
}

/** "missed by 25 min · 4 h 25 min counted, 4 h agreed". */
export function VerdictLine({ view }: { view: LedgerView }) {
  const { answer } = view;
  const counted = durationWords(answer.countedMs);
  return (
    <p className={styles.verdict}>
      <VerdictMark verdict={markOf(answer.ledger.verdict)} word={verdictWords(answer.ledger.verdict, answer.toTargetMs)} />
      <span className="t2">{t('tickets.countedOf', { counted, agreed: withinText(answer.within) })}</span>
    </p>
  );
}

function PanelBody({ id, search, view }: { id: string; search: FigureSearch; view: LedgerView }) {
  const { answer } = view;
  const more = view.stretches.length > mostStretches;
  return (
    <>
      <h3 className="t14 ink b">{answer.title ?? `${answer.name}, ${answer.ledger.ticket}`}</h3>
      <VerdictLine view={view} />
      <Marks view={view} />
      <div style={{ marginTop: 14 }}><ClassTotals totals={view.totals} /></div>
      <div style={{ marginTop: 14 }}><DayStrip view={view} /></div>
      <Section title={t('tickets.dueMoved')}><DueMoves view={view} /></Section>
      <Section title={t('tickets.everyStretch')} end={t('tickets.unit')}>
        <PanelStretches view={view} most={mostStretches} />
        {more ? <p className={styles.more}><Link to="/agreements/$id/tickets/$ticket" params={{ id, ticket: String(answer.no) }} search={search}>{t('tickets.allStretches', { count: countText(view.stretches.length) })}</Link></p> : null}
      </Section>
      <TicketExclusions id={id} view={view} />
      <Section title={t('tickets.underOtherTerms')}><OtherTerms id={id} view={view} search={search} /></Section>
    </>
  );
}

function PanelFoot({ view }: { view: LedgerView }) {
  return (
    <>
      <span className="t12 t3 tn">{t('tickets.span', spanWords(view, true))}</span>
      <span className="t12 t3 tn" style={{ marginLeft: 'auto', whiteSpace: 'nowrap' }}>{t('tickets.wallTime')} <b className="t13 ink">{hoursMinutes(view.wallMs)}</b></span>
    </>
  );
}
