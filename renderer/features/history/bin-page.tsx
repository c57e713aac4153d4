import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { doAgain, takeBack } from '#renderer/app/changes.ts';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { SettingsHead } from '#renderer/features/settings/settings-head.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { instantText } from '#shared/format/instants.ts';
import type { Deleted } from '#shared/history/model.ts';
import { alongWords, tableWord } from '#shared/history/words.ts';
import { t } from '#shared/messages/messages.ts';

export const binRoute = createLazyRoute('/shell/settings/recycle-bin')({ component: BinPage });

/** Deleted records, each with what went along; one click brings one back exactly. */
function BinPage() {
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const { data: deleted, error } = useQuery(api.history.deleted.queryOptions({ input: {} }));
  const zone = workspace?.zone ?? 'UTC';
  return (
    <Page crumbs={[{ label: t('kit.settings'), link: { to: '/settings' } }, { label: t('history.bin') }]} layout="fill">
      <SettingsHead />
      {error !== null ? <Failure error={error} /> : deleted === undefined ? null : deleted.length === 0 ? <EmptyPlace title={t('history.binEmpty')} text={t('history.binText')} /> : (
        <DataTable label={t('history.bin')} columns={columnsOf(zone)} rows={deleted} rowId={rowId} rowHeight={44} />
      )}
    </Page>
  );
}

const rowId = (row: Deleted): string => row.change;
const nameOf = (row: Deleted): string => (row.name === '' ? tableWord(row.table) : row.name);

function columnsOf(zone: string): readonly Column<Deleted>[] {
  return [
    { id: 'name', head: t('history.name'), value: nameOf, cell: (row) => <span className="m" dir="auto">{nameOf(row)}</span>, width: { min: 220, grow: 3 } },
    { id: 'kind', head: t('history.kind'), value: (row) => tableWord(row.table), cell: (row) => <span className="t2">{tableWord(row.table)}{row.along.length === 0 ? '' : `, ${t('history.binAlong', { parts: alongWords(row) })}`}</span>, width: { min: 180, grow: 2 } },
    { id: 'at', head: t('history.deletedAt'), value: (row) => row.at, text: (row) => instantText(row.at, zone, { year: true }), cell: (row) => <span className="num">{instantText(row.at, zone, { year: true })}</span>, width: 200 },
    { id: 'who', head: t('history.who'), value: (row) => row.actor ?? t('history.program'), cell: (row) => <span className="t2" dir="auto">{row.actor ?? t('history.program')}</span>, width: { min: 140, grow: 1 } },
    { id: 'back', head: '', value: () => '', cell: (row) => <Button kind="plain" size="small" icon="arrow-back-up" onClick={() => void bringBack(row)}>{t('history.back')} <span className="sr" dir="auto">{nameOf(row)}</span></Button>, width: 130 },
  ];
}

async function bringBack(row: Deleted): Promise<void> {
  if (await takeBack(row.change)) toast(t('history.backDone', { name: nameOf(row) }), { label: t('history.undo'), run: () => void doAgain(row.change) });
}
