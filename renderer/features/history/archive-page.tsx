import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { Page } from '#renderer/app/shell/page.tsx';
import { SettingsHead } from '#renderer/features/settings/settings-head.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { dateText } from '#shared/format/dates.ts';
import type { Archived } from '#shared/history/model.ts';
import { tableWord } from '#shared/history/words.ts';
import { t } from '#shared/messages/messages.ts';

export const archiveRoute = createLazyRoute('/shell/settings/archive')({ component: ArchivePage });

/** What was put away: kept and found by the search, hidden from lists and choices. */
function ArchivePage() {
  const { data: archived, error } = useQuery(api.history.archived.queryOptions());
  const { save, error: refused } = useSaving();
  const take = (row: Archived): void => void save('history.unarchive', () => client.history.archive({ kind: row.kind, id: row.id, archived: false }));
  return (
    <Page crumbs={[{ label: t('kit.settings'), link: { to: '/settings' } }, { label: t('history.archive') }]} layout="fill">
      <SettingsHead />
      {refused === null ? null : <p className="t13 missed-text" role="alert">{refused}</p>}
      {error !== null ? <Failure error={error} /> : archived === undefined ? null : archived.length === 0 ? <EmptyPlace title={t('history.archiveEmpty')} text={t('history.archiveText')} /> : (
        <DataTable label={t('history.archive')} columns={columnsOf(take)} rows={archived} rowId={rowId} rowHeight={44} findText={nameOf} />
      )}
    </Page>
  );
}

const tables = { organisation: 'organisations', person: 'people', service: 'services', calendar: 'calendars', agreement: 'agreements' } as const;
const rowId = (row: Archived): string => `${row.kind} ${row.id}`;
const nameOf = (row: Archived): string => row.name;

function columnsOf(take: (row: Archived) => void): readonly Column<Archived>[] {
  return [
    { id: 'name', head: t('history.name'), value: nameOf, cell: (row) => <span className="m" dir="auto">{row.name}</span>, width: { min: 220, grow: 3 } },
    { id: 'kind', head: t('history.kind'), value: (row) => tableWord(tables[row.kind]), cell: (row) => <span className="t2">{tableWord(tables[row.kind])}</span>, width: { min: 140, grow: 1 } },
    { id: 'on', head: t('history.archivedOn'), value: (row) => row.on, cell: (row) => <span className="num">{dateText(row.on, { year: true })}</span>, width: 160 },
    { id: 'take', head: '', value: () => '', cell: (row) => <Button kind="plain" size="small" onClick={() => take(row)}>{t('history.unarchive')} <span className="sr" dir="auto">{row.name}</span></Button>, width: 130 },
  ];
}
