import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { Failure, wordsOfFailure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { QuarantineList } from './quarantine-list.tsx';
import { importsCrumbs } from './result-page.tsx';
import styles from './result.module.css';

export const quarantineRoute = createLazyRoute('/shell/monitoring/imports/$id/quarantine')({ component: QuarantinePage });

/** The rows that were kept out: line, fault, original, what mends them. What counts is said first. */
function QuarantinePage() {
  const { id } = quarantineRoute.useParams();
  const search = quarantineRoute.useSearch();
  const navigate = quarantineRoute.useNavigate();
  const { data, error } = useQuery(api.imports.show.queryOptions({ input: { id } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  if (error !== null) return <Page crumbs={[...importsCrumbs, { label: t('imports.quarantine') }]}><Failure error={error} /></Page>;
  if (data === undefined || workspace === undefined) return <Page crumbs={[...importsCrumbs, { label: t('imports.quarantine') }]}>{null}</Page>;
  const { counts } = data;
  const waiting = data.reasons.reduce((sum, { count }) => sum + count, 0);
  const taken = countText(counts.read - waiting - data.leftOut);
  return (
    <Page crumbs={[...importsCrumbs, { label: instantText(data.at, workspace.zone, { year: true }), link: { to: '/monitoring/imports/$id', params: { id } } }, { label: t('imports.quarantine') }]} fold="always" layout="fill"
      actions={waiting === 0 ? undefined : <Button icon="download" onClick={() => void download(id)}>{t('imports.exportLines', { count: waiting })}</Button>}>
      <PageTitle>{waiting === 0 ? t('imports.quarantineNone') : t('imports.quarantineTitle', { count: waiting })}</PageTitle>
      <p className={styles.lead}>{waiting === 0 ? (data.leftOut === 0 ? t('imports.quarantineNoneText', { rows: taken }) : t('imports.quarantineLead', { rows: taken })) : <><b>{t('imports.quarantineLead', { rows: taken })}</b> {data.waitingTickets === null ? t('imports.quarantineRest') : t('imports.quarantineTickets', { count: data.waitingTickets })}</>}{data.leftOut === 0 ? null : ` ${t('imports.leftOutRows', { count: data.leftOut })}`}</p>
      {waiting === 0 ? null : <QuarantineList id={id} reasons={data.reasons} syntax={data.isUndone ? null : data.lines} search={search} onSearch={(changes) => void navigate({ search: (present) => ({ ...present, ...changes }), replace: true })} />}
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
