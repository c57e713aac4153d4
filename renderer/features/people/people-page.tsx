import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { CustomersTabs } from '#renderer/features/organisations/customers-tabs.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { PersonRow } from '#shared/people/model.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { ImportContactsDialog } from './import-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NewPersonPanel } from './new-person-panel.tsx';
import { peopleColumns } from './people-columns.tsx';
import styles from './people-page.module.css';
import { PersonBeside } from './person-beside.tsx';
import { likelyTwice, peopleFilters, type PeopleFilter } from './words.ts';

export const peopleRoute = createLazyRoute('/shell/customers/people')({ component: PeoplePage });

type Deed = { readonly kind: 'import' } | { readonly kind: 'hand-over'; readonly person: PersonRow } | { readonly kind: 'merge'; readonly person: PersonRow; readonly other: string; readonly done: () => void };

/** Everybody of every organisation: who they are, what they carry now, and when they last said something. */
function PeoplePage() {
  const search = peopleRoute.useSearch();
  const navigate = peopleRoute.useNavigate();
  const set = (changes: Partial<typeof search>, replace = true): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace });
  const { data: rows, error } = useQuery(api.people.directory.queryOptions());
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const [deed, setDeed] = useState<Deed | null>(null);
  const [noting, setNoting] = useState(0);
  const zone = workspace?.zone ?? 'UTC';
  const today = dateOf(useNow(), zone);
  const columns = useMemo(() => peopleColumns(today, zone), [today, zone]);
  const twice = useMemo(() => likelyTwice(rows ?? []), [rows]);
  const show = search.show ?? 'all';
  const find = useDeferredValue(search.find ?? '').trim().toLowerCase();
  const shown = useMemo(() => (rows ?? []).filter((row) => isShown(row, show, twice) && (find === '' || `${row.name} ${row.organisation} ${row.email ?? ''} ${row.jobTitle ?? ''}`.toLowerCase().includes(find))), [rows, show, twice, find]);
  const counts = useMemo(() => countsOf(rows ?? [], twice), [rows, twice]);
  const begin = (): void => set({ new: true, person: undefined }, false);
  const close = (): void => { setDeed(null); };
  const leave = (): void => set({ new: undefined, person: undefined, panel: undefined });
  const opened = search.person === undefined ? undefined : rows?.find((row) => row.id === search.person);
  const note = (): void => { set({ panel: 'notes' }); setNoting(noting + 1); };
  useKeys(opened === undefined ? { n: begin } : { n: note }, opened === undefined ? {} : { n: t('notes.key') });
  const crumbs = [{ label: t('organisations.title'), link: { to: '/customers' } as const }, { label: t('organisations.people') }];
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  const panel = search.new === true ? <NewPersonPanel onClose={leave} onCreated={(person) => set({ new: undefined, person })} />
    : search.person === undefined ? null
    : <PersonBeside key={search.person} id={search.person} tab={search.panel ?? 'details'} focus={noting} onTab={(tab) => set({ panel: tab === 'details' ? undefined : tab })} onClose={leave} onMoved={(person) => set({ person })} />;
  const isEmpty = rows !== undefined && rows.length === 0;
  return (
    <Page crumbs={crumbs} layout="fill" panel={panel} actions={<><Button icon="file-import" onClick={() => setDeed({ kind: 'import' })}>{t('people.importMenu')}</Button><Button kind="primary" icon="plus" {...(opened === undefined ? { keyHint: 'N' } : {})} onClick={begin}>{t('people.new')}</Button></>}>
      <PageTitle>{t('organisations.title')}</PageTitle>
      <CustomersTabs value="people" />
      {isEmpty ? <EmptyPlace title={t('people.emptyTitle')} text={t('people.emptyText')} actions={<Button onClick={() => setDeed({ kind: 'import' })}>{t('people.importMenu')}</Button>} /> : (
        <ListTable place="people" defaultSort="name" label={t('organisations.people')} columns={columns} rows={shown} rowId={rowId} currentId={search.person ?? null} passing={passing}
          onCurrentChange={(row) => set({ person: row.id, new: undefined }, search.person !== undefined)} findText={nameOf} empty={rows === undefined ? t('kit.loading') : t('people.nobody')}
          actions={(chosen, clear) => <ChosenActions chosen={chosen} onDeed={setDeed} onDone={clear} />}
          tools={<>
            <Segmented label={t('people.filter')} value={show} onChange={(next) => set({ show: next === 'all' ? undefined : next })}
              options={peopleFilters.filter((filter) => filter === 'all' || filter === show || counts[filter] > 0).map((filter) => ({ value: filter, label: t(`people.show-${filter}`), count: countText(counts[filter]) }))} />
            <div className={styles.find}><TextField label={t('people.find')} labelHidden placeholder={t('people.find')} size="small" optional maxLength={500} value={search.find ?? ''} onChangeText={(text) => set({ find: text === '' ? undefined : text.slice(0, 500) })} onCommit={() => undefined} /></div>
          </>} />
      )}
      {deed?.kind === 'import' ? <ImportContactsDialog organisation={null} onClose={close} /> : null}
      {deed?.kind === 'hand-over' ? <HandOverDialog person={deed.person} today={today} onClose={close} /> : null}
      {deed?.kind === 'merge' ? <MergeDialog kind="person" record={deed.person} other={deed.other} onClose={close} onKept={(person) => { deed.done(); close(); set({ person }); }} /> : null}
    </Page>
  );
}

const passing = ['person', 'panel', 'new'] as const;
const rowId = (row: PersonRow): string => row.id;
const nameOf = (row: PersonRow): string => row.name;

/** One person hands over, two are joined. */
function ChosenActions({ chosen, onDeed, onDone }: { chosen: readonly PersonRow[]; onDeed: (deed: Deed) => void; onDone: () => void }) {
  const [first, second] = chosen;
  return (
    <>
      <Button size="small" icon="arrow-forward-up" disabledReason={chosen.length === 1 ? null : t('people.chooseOne')} onClick={() => { if (first !== undefined) onDeed({ kind: 'hand-over', person: first }); }}>{t('people.handOver')}</Button>
      <Button size="small" icon="git-compare" disabledReason={chosen.length === 2 ? null : t('people.chooseTwo')} onClick={() => { if (first !== undefined && second !== undefined) onDeed({ kind: 'merge', person: first, other: second.id, done: onDone }); }}>{t('people.mergeTwo')}</Button>
    </>
  );
}

function isShown(row: PersonRow, filter: PeopleFilter, twice: ReadonlySet<string>): boolean {
  if (filter === 'archived') return row.archivedOn !== null;
  if (row.archivedOn !== null) return false;
  if (filter === 'twice') return twice.has(row.id);
  return filter === 'all' || row.ours === (filter === 'ours');
}

function countsOf(rows: readonly PersonRow[], twice: ReadonlySet<string>): Readonly<Record<PeopleFilter, number>> {
  const counts = { all: 0, ours: 0, theirs: 0, twice: 0, archived: 0 };
  for (const row of rows) for (const filter of peopleFilters) if (isShown(row, filter, twice)) counts[filter] += 1;
  return counts;
}
