import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Failure } from '#renderer/app/failure.tsx';
import { agreementCrumbs, agreementName } from '#renderer/features/compliance/crumbs.ts';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ClassKey } from '#renderer/ui/charts/time-class.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import type { FigureTicket } from '#shared/compliance/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { figureColumns, groupHead } from './figure-columns.tsx';
import { FigureChips } from './figure-chips.tsx';
import { FigureBadge, FigureFacts } from './figure-facts.tsx';
import { figureInput, shifted, spanOf, spanText } from './figure.ts';
import styles from './figure.module.css';
import type { FigureSearch } from './search.ts';
import { TicketPanel } from './ticket-panel.tsx';
import { useFigureRows } from './use-figure-rows.ts';
import { usePlace } from './use-place.ts';

export const figureRoute = createLazyRoute('/shell/agreements/$id/tickets')({ component: FigurePage });

const noFilters = { result: undefined, state: undefined, priority: undefined, team: undefined, service: undefined, customer: undefined, openedFrom: undefined, openedTo: undefined, q: undefined };

function FigurePage() {
  const { id } = figureRoute.useParams();
  const search = figureRoute.useSearch();
  const navigate = useNavigate();
  const span = spanOf(search);
  if (span === null || search.term === undefined) {
    return (
      <Page crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }, { label: t('tickets.title') }]}>
        <EmptyPlace title={t('tickets.noTerm')} text={t('tickets.noTermText')} actions={<Button kind="primary" onClick={() => void navigate({ to: '/agreements/$id/compliance', params: { id } })}>{t('tickets.toCompliance')}</Button>} />
      </Page>
    );
  }
  return <FigureList id={id} search={search} span={span} />;
}

function FigureList({ id, search, span }: { id: string; search: FigureSearch; span: { readonly from: string; readonly to: string } }) {
  const navigate = useNavigate();
  const roomy = useMedia('(min-width: 1600px)');
  const input = figureInput(id, search, span);
  const { source, answer, error, retry } = useFigureRows(input, groupHead);
  const columns = useMemo(() => figureColumns(answer, roomy), [answer, roomy]);
  const ticket = search.ticket ?? null;
  const place = usePlace(input, ticket);
  const change = (part: Partial<FigureSearch>, replace = true): void => void navigate({ to: '/agreements/$id/tickets', params: { id }, search: { ...search, ...part }, replace });
  const whole = (no: number | null): void => { if (no !== null) void navigate({ to: '/agreements/$id/tickets/$ticket', params: { id, ticket: String(no) }, search: { ...search, ticket: no } }); };
  const go = (no: number | null | undefined): void => { if (typeof no === 'number') change({ ticket: no }); };
  const shift = (by: number): void => change({ ...shifted(search, by), ticket: undefined });
  useKeys({
    j: () => (ticket === null ? go(source.getRow(0)?.no) : go(place?.after)), k: () => go(place?.before), f: () => whole(ticket), ',': () => shift(-1), '.': () => shift(1),
    ...(ticket === null ? {} : { Escape: () => change({ ticket: undefined }) }),
  });
  const period = spanText(span);
  const name = answer?.name ?? '';
  const crumbs = [...agreementCrumbs(id, answer === undefined ? null : agreementName(answer.customers, answer.title), 'compliance'), { label: t('tickets.crumb', { name, period }) }];
  const panel = ticket === null ? null : <TicketPanel id={id} search={search} ticket={ticket} place={place} onGo={go} onWhole={() => whole(ticket)} onClose={() => change({ ticket: undefined })} />;
  if (error !== null && answer === undefined) return <Page crumbs={crumbs}><Failure error={error} onRetry={retry} /></Page>;
  return (
    <Page crumbs={crumbs} layout="fill" panel={panel}>
      <PageTitle beside={answer === undefined ? null : <FigureBadge verdict={answer.verdict} />} end={<MonthSteps period={period} onShift={shift} />}>{name}</PageTitle>
      {answer === undefined ? null : <FigureFacts answer={answer} id={id} span={span} month={search.month} />}
      <LeftNote search={search} onBack={() => change({ left: undefined })} />
      <ListTable place="figure" defaultSort="-toTarget" passing={passing} label={t('tickets.crumb', { name, period })} columns={columns} source={source} rowId={rowId} tone={toneOf}
        chips={<FigureChips answer={answer} input={input} search={search} onChange={(part) => change(part, false)} />}
        currentId={ticket === null ? null : String(ticket)} currentIndex={place?.index ?? null} onCurrentChange={(row) => go(row.no)} onOpen={(row) => whole(row.no)}
        empty={answer === undefined ? null : <EmptyPlace title={t('tickets.none')} text={t('tickets.noneText')} actions={<Button onClick={() => change(noFilters)}>{t('tickets.removeFilters')}</Button>} />} />
      <ClassKey kinds={['counted', 'paused', 'outOfHours', 'closure']} end={t('tickets.barsShow')} />
    </Page>
  );
}

/** The figure itself: a view keeps how its tickets are shown, not which figure it was. */
const passing = ['version', 'measuring', 'term', 'part', 'month', 'from', 'to', 'asOf', 'left'];

function rowId(row: FigureTicket): string {
  return String(row.no);
}

function toneOf(row: FigureTicket): 'missed' | null {
  return row.verdict === 'missed' ? 'missed' : null;
}

function MonthSteps({ period, onShift }: { period: string; onShift: (by: number) => void }) {
  return (
    <span className={styles.month}>
      <Button kind="quiet" size="small" icon="chevron-left" iconOnly keyHint="," onClick={() => onShift(-1)}>{t('tickets.earlierMonth')}</Button>
      <b aria-live="polite">{period}</b>
      <Button kind="quiet" size="small" icon="chevron-right" iconOnly keyHint="." onClick={() => onShift(1)}>{t('tickets.laterMonth')}</Button>
    </span>
  );
}

/** Says that a condition of the figure was left, so that the list shows more than the figure counts. */
function LeftNote({ search, onBack }: { search: FigureSearch; onBack: () => void }) {
  const left = new Set(search.left);
  if (left.size === 0) return null;
  const conditions = t(left.size === 2 ? 'tickets.leftBoth' : left.has('period') ? 'tickets.leftPeriod' : 'tickets.leftPriority');
  return <p className={styles.left} role="status">{t('tickets.left', { conditions })} <Button kind="link" onClick={onBack}>{t('tickets.backToFigure')}</Button></p>;
}
