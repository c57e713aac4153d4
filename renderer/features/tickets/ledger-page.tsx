import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle, type Crumb } from '#renderer/app/shell/page.tsx';
import { agreementCrumbs, agreementName } from '#renderer/features/compliance/crumbs.ts';
import { TicketExclusions, useExclude } from '#renderer/features/exclusions/ticket-exclusions.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ClassTotals } from '#renderer/ui/charts/time-class.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { figureInput, spanOf, spanText } from './figure.ts';
import styles from './ledger-page.module.css';
import { LedgerList } from './ledger-list.tsx';
import { decidingSpan } from './ledger/deciding.ts';
import { DecidingSection } from './ledger/deciding-section.tsx';
import { DayStrip } from './ledger/day-strip.tsx';
import { DueMoves } from './ledger/due-moves.tsx';
import { Marks } from './ledger/marks.tsx';
import { OtherTerms } from './ledger/other-terms.tsx';
import { StretchTable } from './ledger/stretch-table.tsx';
import { Teams } from './ledger/teams.tsx';
import { daysOf, ledgerView, spanWords, type LedgerView } from './ledger/view.ts';
import type { FigureSearch } from './search.ts';
import { Steps, type Neighbours } from './steps.tsx';
import { ledgerInput } from './ticket-panel.tsx';
import { usePlace } from './use-place.ts';
import { markOf, verdictWords } from './words.ts';

export const ledgerRoute = createLazyRoute('/shell/agreements/$id/tickets/$ticket')({ component: LedgerPage });

function LedgerPage() {
  const { id, ticket } = ledgerRoute.useParams();
  const search = ledgerRoute.useSearch();
  const navigate = useNavigate();
  const roomy = useMedia('(min-width: 1600px)');
  const no = Number(ticket);
  const span = spanOf(search);
  const input = span === null || search.term === undefined ? null : figureInput(id, search, span);
  const { data, error } = useQuery({ ...api.compliance.ledger.queryOptions({ input: ledgerInput(id, search, Number.isInteger(no) ? no : 0) }), placeholderData: keepPreviousData });
  const view = useMemo(() => (data === undefined ? null : ledgerView(data)), [data]);
  const place = usePlace(input, no);
  const go = (next: number | null | undefined): void => { if (typeof next === 'number') void navigate({ to: '/agreements/$id/tickets/$ticket', params: { id, ticket: String(next) }, search: { ...search, ticket: next }, replace: true }); };
  const back = (): void => void (input === null ? navigate({ to: '/monitoring/tickets/$ticket', params: { ticket } }) : navigate({ to: '/agreements/$id/tickets', params: { id }, search: { ...search, ticket: no } }));
  const exportCsv = (): void => void client.compliance.ledgerCsv(ledgerInput(id, search, no)).then(({ file }) => downloadFile(file));
  useKeys({ j: () => go(place?.after), k: () => go(place?.before), e: exportCsv, Escape: back });
  const toFigure: Crumb[] = span === null || data === undefined ? [] : [{ label: t('tickets.crumb', { name: data.name, period: spanText(span) }), link: { to: '/agreements/$id/tickets', params: { id }, search: { ...search, ticket: no } } }];
  const crumbs = [...agreementCrumbs(id, data === undefined ? null : agreementName(data.customers, data.agreement), 'compliance'), ...toFigure, { label: data?.ledger.ticket ?? '' }];
  const actions = <span style={{ display: 'flex', gap: 8 }}><Button icon="download" onClick={exportCsv}>{t('tickets.export')}</Button><Button icon="layout-sidebar-right-collapse" keyHint="Esc" onClick={back}>{t('tickets.backToList')}</Button></span>;
  if (error !== null && view === null) return <Page crumbs={crumbs} actions={actions}><Failure error={error} /></Page>;
  return (
    <Page crumbs={crumbs} actions={actions} layout="bare" fold="always">
      <div className={classes(styles.window, input !== null && styles.withList)}>
        {input !== null && roomy ? <LedgerList input={input} ticket={no} index={place?.index ?? null} onGo={go} /> : null}
        {view === null ? <div className={styles.middle} /> : <Whole key={view.answer.no} id={id} search={search} view={view} place={place} onGo={go} />}
      </div>
    </Page>
  );
}

function Whole({ id, search, view, place, onGo }: { id: string; search: FigureSearch; view: LedgerView; place: Neighbours | null; onGo: (ticket: number) => void }) {
  const { answer, zone } = view;
  const [lit, setLit] = useState<number | null>(null);
  const light = (step: number): void => {
    const index = view.stretches.findIndex((stretch) => stretch.from === lit) + step;
    setLit(view.stretches[Math.min(view.stretches.length - 1, Math.max(0, index))]?.from ?? null);
  };
  useKeys({ ArrowDown: () => light(1), ArrowUp: () => light(-1) });
  const deciding = useMemo(() => decidingSpan(view), [view]);
  const zoomed = useMemo(() => zoomOn(view, deciding), [view, deciding]);
  const chosen = view.stretches.find((stretch) => stretch.from === lit);
  const exclude = useExclude(id, view);
  const words = verdictWords(answer.ledger.verdict, answer.toTargetMs);
  return (
    <>
      <div className={styles.middle}>
        <PageTitle beside={<Badge verdict={markOf(answer.ledger.verdict)}>{words.slice(0, 1).toUpperCase() + words.slice(1)}</Badge>} end={<Steps place={place} onGo={onGo} />}>{answer.title ?? answer.ledger.ticket}</PageTitle>
        <Facts facts={[answer.title === null ? null : <span key="key" className="id">{answer.ledger.ticket}</span>, answer.name, t('tickets.span', spanWords(view, false)), answer.service, zone.replace(/^.*\//, '').replaceAll('_', ' ')]} />
        <Marks view={view} />
        <div className={styles.totals}><ClassTotals totals={view.totals} wall={view.wallMs} wallWord={t('tickets.wallHours')} /></div>
        <div className={styles.strip}><DayStrip view={view} large zoomed={zoomed} lit={lit} onLight={setLit} /></div>
        {deciding === null ? null : <DecidingSection view={view} span={deciding} />}
        <Section title={t('tickets.everyStretch')} count={countText(view.stretches.length)} end={<span className={styles.end}><Button kind="quiet" size="small" icon="calendar-off" disabledReason={chosen === undefined ? t('exclusions.chooseStretch') : null} onClick={() => exclude(chosen ?? null)}>{t('exclusions.excludeStretch')}</Button>{t('tickets.unit')}</span>}><StretchTable view={view} lit={lit} onLight={setLit} /></Section>
      </div>
      <aside className={styles.rail} aria-label={t('tickets.dueMoved')}>
        <Section title={t('tickets.dueMoved')}><DueMoves view={view} /></Section>
        <TicketExclusions id={id} view={view} />
        <Section title={t('tickets.underOtherTerms')}><OtherTerms id={id} view={view} search={search} /></Section>
        {answer.ledger.countedByTeam.length === 0 ? null : <Section title={t('tickets.countedByTeam')}><Teams view={view} /></Section>}
      </aside>
    </>
  );
}

/** The frame on the strip: the deciding hours, as far as they lie on one day. */
function zoomOn(view: LedgerView, span: readonly [number, number] | null): readonly [number, number] | null {
  if (span === null || view.due === null) return null;
  const decided = Math.min(view.due, view.stop ?? view.due);
  const day = daysOf(view).find((candidate) => candidate.from <= decided && candidate.to > decided);
  return day === undefined ? null : [Math.max(day.from, span[0]), Math.min(day.to, span[1])];
}
