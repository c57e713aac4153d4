import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { Failure, wordsOfFailure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { RawLine } from './raw-line.tsx';
import type { Reason } from './reasons.tsx';
import { importsCrumbs } from './result-page.tsx';
import styles from './result.module.css';

export const quarantineRoute = createLazyRoute('/shell/monitoring/imports/$id/quarantine')({ component: QuarantinePage });

/** The rows that were kept out, by reason: line, original, fault. What counts is said first. */
function QuarantinePage() {
  const { id } = quarantineRoute.useParams();
  const { data, error } = useQuery(api.imports.show.queryOptions({ input: { id } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  if (error !== null) return <Page crumbs={[...importsCrumbs, { label: t('imports.quarantine') }]}><Failure error={error} /></Page>;
  if (data === undefined || workspace === undefined) return <Page crumbs={[...importsCrumbs, { label: t('imports.quarantine') }]}>{null}</Page>;
  const { counts } = data;
  const taken = countText(counts.read - counts.quarantined);
  return (
    <Page crumbs={[...importsCrumbs, { label: instantText(data.at, workspace.zone, { year: true }), link: { to: '/monitoring/imports/$id', params: { id } } }, { label: t('imports.quarantine') }]} fold="always"
      actions={counts.quarantined === 0 ? undefined : <Button icon="download" onClick={() => void download(id)}>{t('imports.exportLines', { count: countText(counts.quarantined) })}</Button>}>
      <PageTitle>{counts.quarantined === 0 ? t('imports.quarantineNone') : t('imports.quarantineTitle', { count: countText(counts.quarantined) })}</PageTitle>
      <p className={styles.lead}>{counts.quarantined === 0 ? t('imports.quarantineNoneText', { rows: taken }) : <><b>{t('imports.quarantineLead', { rows: taken })}</b> {t('imports.quarantineRest')}</>}</p>
      <div className={styles.groups}>{data.reasons.map((reason) => <Group key={reason.code} id={id} reason={reason} />)}</div>
    </Page>
  );
}

async function download(id: string): Promise<void> {
  try {
    downloadFile((await client.imports.exportProblems({ id })).file);
  } catch (error) {
    toast(wordsOfFailure(error).title);
  }
}

const firstRows = 3;
const moreRows = 100;

function Group({ id, reason }: { id: string; reason: Reason }) {
  const { data, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...api.imports.problems.key(), id, reason.code],
    initialPageParam: { offset: 0, limit: firstRows },
    queryFn: ({ pageParam }) => client.imports.problems({ id, code: reason.code, ...pageParam }),
    getNextPageParam: (_last, pages, { offset, limit }) => (pages.reduce((sum, page) => sum + page.rows.length, 0) < reason.count ? { offset: offset + limit, limit: moreRows } : undefined),
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const rest = reason.count - rows.length;
  return (
    <Section title={reason.text} count={countText(reason.count)} ruled>
      <ul>
        {rows.map((row) => <li key={row.line} className={styles.problem}><span>{t('imports.line', { line: countText(row.line) })}</span><RawLine raw={row.raw} detail={row.detail} /><span>{row.detail}</span></li>)}
      </ul>
      {rest > 0 && data !== undefined ? <div className={styles.more}><Button kind="link" onClick={() => { if (!isFetchingNextPage) void fetchNextPage(); }}>{t('imports.more', { count: countText(rest) })}</Button></div> : null}
    </Section>
  );
}
