import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { agreementCrumbs, agreementName } from '#renderer/features/compliance/crumbs.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { shiftMonth } from '#renderer/ui/period-picker.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { termName } from '#shared/agreements/sentences.ts';
import { exclusionStates, type Exclusion } from '#shared/exclusions/contract.ts';
import { monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { columnsIn } from './columns.tsx';
import { ExclusionPanel } from './exclusion-panel.tsx';
import { ProposePanel } from './propose-panel.tsx';
import { noBeginning, type ExclusionsSearch } from './search.ts';
import { keyOf } from './words.ts';

export const exclusionsRoute = createLazyRoute('/shell/agreements/$id/exclusions')({ component: ExclusionsPage });

function ExclusionsPage() {
  const { id } = exclusionsRoute.useParams();
  const search = exclusionsRoute.useSearch();
  const navigate = exclusionsRoute.useNavigate();
  const set = (changes: Partial<ExclusionsSearch>, replace = true): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace });
  const { data: view, error } = useQuery(api.agreements.view.queryOptions({ input: { id } }));
  const all = useQuery(api.exclusions.list.queryOptions({ input: { agreement: id } }));
  const { month, term } = search;
  const asked = { agreement: id, ...(month === undefined ? {} : { from: `${month}-01`, to: `${shiftMonth(month, 1)}-01` }), ...(term === undefined ? {} : { term }) };
  const { data: rows = noRows, error: listError, isPending } = useQuery({ ...api.exclusions.list.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  const begin = (): void => set({ ...noBeginning, new: true, exclusion: undefined }, false);
  useKeys({ n: begin });
  const zone = view?.document.zone ?? 'UTC';
  const columns = useMemo(() => columnsIn(zone), [zone]);
  const shown = useMemo(() => rows.filter((row) => search.state === undefined || row.state === search.state), [rows, search.state]);
  const months = useMemo(() => monthsOf(all.data ?? noRows, zone, month), [all.data, zone, month]);
  const crumbs = [...agreementCrumbs(id, view === undefined ? null : agreementName(customersOf(view), view.document.title), 'compliance'), { label: t('exclusions.title') }];
  const failure = error ?? listError ?? all.error;
  if (failure !== null) return <Page crumbs={crumbs}><Failure error={failure} /></Page>;
  if (view === undefined) return <Page crumbs={crumbs}>{null}</Page>;
  const current = all.data?.find((row) => row.id === search.exclusion || keyOf(row) === search.exclusion);
  const close = (): void => set({ ...noBeginning, exclusion: undefined });
  const panel = search.new === true
    ? <ProposePanel key={[search.ticket, search.service, search.start, search.end].join(' ')} view={view} search={search} onClose={close} onProposed={(exclusion) => set({ ...noBeginning, exclusion, month: undefined, term: undefined, state: undefined })} />
    : current === undefined || search.exclusion === undefined ? null : <ExclusionPanel key={keyOf(current)} view={view} exclusion={current} onClose={close} />;
  const isEmpty = all.data?.length === 0;
  const waiting = (all.data ?? noRows).filter((row) => row.state === 'proposed').length;
  const targets = view.document.terms.flatMap((one) => (one.type === 'response' || one.type === 'resolution' || one.type === 'availability' ? [{ value: one.id, label: termName(one), hint: one.id }] : []));
  return (
    <Page crumbs={crumbs} layout="fill" panel={panel} actions={<Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('exclusions.propose')}</Button>}>
      <PageTitle>{t('exclusions.title')}</PageTitle>
      <Facts facts={[isEmpty || all.data === undefined ? null : t('exclusions.count', { count: countText(all.data.length) }), waiting === 0 ? null : t('exclusions.wait', { count: countText(waiting) }), t('exclusions.lead')]} />
      {isEmpty ? <EmptyPlace title={t('exclusions.empty')} text={t('exclusions.emptyText')} actions={<Button onClick={begin}>{t('exclusions.first')}</Button>} /> : (
        <ListTable place="exclusions" defaultSort="-from" passing={passing} label={t('exclusions.title')} columns={columns} rows={shown} rowId={keyOf} currentId={current === undefined ? null : keyOf(current)}
          onCurrentChange={(row) => set({ ...noBeginning, exclusion: keyOf(row) }, search.exclusion !== undefined)} findText={(row) => row.reason} empty={isPending ? t('kit.loading') : t('exclusions.nothingFound')}
          tools={<>
            <Segmented label={t('exclusions.state')} value={search.state ?? 'all'} onChange={(state) => set({ state: exclusionStates.find((one) => one === state) })}
              options={[{ value: 'all', label: t('exclusions.allStates'), count: countText(rows.length) }, ...exclusionStates.map((state) => ({ value: state, label: t(`exclusions.state-${state}`), count: countText(rows.filter((row) => row.state === state).length) }))]} />
            <Pick label={t('exclusions.period')} value={month ?? ALL} choices={[{ value: ALL, label: t('exclusions.allTime') }, ...months.map((value) => ({ value, label: monthText(value) }))]} onChange={(value) => set({ month: value === ALL ? undefined : value })} />
            <Pick label={t('exclusions.target')} value={term ?? ALL} choices={[{ value: ALL, label: t('exclusions.allTargets') }, ...targets]} onChange={(value) => set({ term: value === ALL ? undefined : value })} />
          </>} />
      )}
    </Page>
  );
}

const ALL = '';
const noRows: readonly Exclusion[] = [];
/** What is at hand, and what a new one begins with: no view keeps it. */
const passing = ['exclusion', 'new', 'ticket', 'service', 'kind', 'start', 'end'];
const mostMonths = 36;

function customersOf({ document }: AgreementView): readonly string[] {
  return document.parties.filter((party) => party.side === 'customer').map((party) => party.organisation);
}

/** Months from the first exclusion to the last one or today, newest first, with the chosen one. */
function monthsOf(rows: readonly Exclusion[], zone: string, chosen: string | undefined): readonly string[] {
  const times = rows.flatMap(({ from, to }) => [from, to]).filter((at) => at !== null);
  const monthAt = (at: number): string => localDate(at, zone).slice(0, 7);
  const last = monthAt(Math.max(Date.now(), ...times));
  const first = monthAt(Math.min(Date.now(), ...times));
  const months: string[] = [];
  for (let month = last; month >= first && months.length < mostMonths; month = shiftMonth(month, -1)) months.push(month);
  return chosen === undefined || months.includes(chosen) ? months : [...months, chosen].toSorted().toReversed();
}
