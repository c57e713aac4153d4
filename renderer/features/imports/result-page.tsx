import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { Attachments } from '#renderer/features/attachments/attachments.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { dateText } from '#shared/format/dates.ts';
import { durationWords } from '#shared/format/durations.ts';
import { countText, sizeText } from '#shared/format/figures.ts';
import { dayText, instantText } from '#shared/format/instants.ts';
import type { ImportRecord } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import { Sha } from './check-step.tsx';
import { CountsTable } from './counts-table.tsx';
import { Covered } from './covered.tsx';
import { Effects, EffectsLead, useEffects } from './effects.tsx';
import { Quality } from './quality.tsx';
import { Reasons } from './reasons.tsx';
import { byReason } from './search.ts';
import styles from './result.module.css';
import { UndoImport } from './undo-import.tsx';
import { importedWords } from './words.ts';

export const resultRoute = createLazyRoute('/shell/monitoring/imports/$id')({ component: ResultPage });

/** What an import brought: counts, quarantine, coverage, quality; and the way back. */
function ResultPage() {
  const { id } = resultRoute.useParams();
  const { took } = resultRoute.useSearch();
  const navigate = useNavigate();
  const effects = useEffects(id);
  const { data, error } = useQuery(api.imports.show.queryOptions({ input: { id } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const { data: coverages } = useQuery(api.imports.coverages.queryOptions());
  const next = coverages?.find(({ sourceId, kind }) => sourceId === data?.sourceId && kind === data.kind)?.nextExpectedOn;
  if (error !== null) return <Page crumbs={[...importsCrumbs, { label: t('imports.import') }]}><Failure error={error} /></Page>;
  if (data === undefined || workspace === undefined) return <Page crumbs={[...importsCrumbs, { label: t('kit.loading') }]}>{null}</Page>;
  const waiting = data.reasons.reduce((sum, { count }) => sum + count, 0);
  return (
    <Page crumbs={[...importsCrumbs, { label: instantText(data.at, workspace.zone, { year: true }) }]} actions={data.isUndone ? undefined : <><UndoImport record={data} />{waiting === 0 ? null : <Button kind="primary" onClick={() => void navigate({ to: '/monitoring/imports/$id/quarantine', params: { id }, search: byReason })}>{t('imports.correctRows', { count: waiting })}</Button>}</>}>
      <PageTitle beside={data.isUndone ? <Badge>{t('imports.undone')}</Badge> : undefined}>{importedWords(data.kind)}</PageTitle>
      <Facts facts={factsOf(data, took, workspace.zone, data.isUndone ? null : (next ?? null))} />
      {data.isUndone ? <p className={styles.lead}>{t('imports.undoneBefore')}</p> : null}
      {effects === null || data.isUndone ? null : <EffectsLead effects={effects} />}
      <CountsTable counts={data.counts} tickets={data.tickets} waiting={data.waitingTickets} />
      <div className={styles.two}>
        <div>
          {effects === null || data.isUndone ? null : <Effects effects={effects} />}
          <Reasons reasons={data.reasons} total={waiting} none={t(data.counts.quarantined === 0 ? 'imports.noQuarantine' : 'imports.allCorrected')}
            end={waiting === 0 ? undefined : <Link to="/monitoring/imports/$id/quarantine" params={{ id }} search={byReason}>{t('imports.all', { count: countText(waiting) })}</Link>} />
        </div>
        <div>
          <Covered sourceId={data.sourceId} kind={data.kind} zone={workspace.zone} />
          <Quality findings={data.quality} />
          <Attachments to={{ kind: 'import', id }} level={2} />
        </div>
      </div>
    </Page>
  );
}

export const importsCrumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } as const }, { label: t('imports.imports'), link: { to: '/monitoring' } as const }];

function factsOf(record: ImportRecord, took: number | undefined, zone: string, next: string | null) {
  const time = took === undefined ? null : durationWords(took);
  const by = record.by === null ? (time === null ? null : t('imports.inTime', { time })) : time === null ? record.by : t('imports.byIn', { name: record.by, time });
  return [
    record.file.name, sizeText(record.file.bytes), <Sha key="sha" sha={record.file.sha256} />, by,
    record.coverage === null ? null : dataWords(dayText(record.coverage.to - 1, zone, { year: true }), next),
  ];
}

function dataWords(date: string, next: string | null): string {
  return next === null ? t('imports.dataTo', { date }) : t('imports.dataToNext', { date, next: dateText(next, { weekday: true, year: true }) });
}
