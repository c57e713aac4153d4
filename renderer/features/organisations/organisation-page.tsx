import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { personTabs } from '#renderer/features/people/words.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { NextDates } from '#renderer/ui/next-dates.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import type { Person } from '#shared/people/model.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import { AgreementsOfOrganisation } from './agreements-table.tsx';
import { nextDatesOf, useAgreementsOf } from './use-agreements.ts';
import { OrganisationMenu } from './organisation-menu.tsx';
import { OrganisationPanel, type NoteFocus } from './organisation-panel.tsx';
import { PeopleBlock } from './people-block.tsx';
import { PersonPanel } from './person-panel.tsx';
import { ServicesBlock } from './services-block.tsx';
import { SitePanel } from './site-panel.tsx';
import { SitesBlock } from './sites-block.tsx';
import styles from './organisation.module.css';
import { roleWords, sidesWords } from './words.ts';

export const organisationRoute = createLazyRoute('/shell/customers/$id')({ component: OrganisationPage });

function OrganisationPage() {
  const { id } = organisationRoute.useParams();
  const { data: organisation, error } = useQuery(api.organisations.show.queryOptions({ input: { id } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const crumbs = [{ label: t('organisations.title'), link: { to: '/customers' } }, { label: organisation?.name ?? '' }] as const;
  if (error !== null) return <Page crumbs={crumbs.slice(0, 1)}><Failure error={error} /></Page>;
  if (organisation === undefined || workspace === undefined) return <Page crumbs={crumbs}>{null}</Page>;
  return <LoadedOrganisation organisation={organisation} workspaceZone={workspace.zone} />;
}

function LoadedOrganisation({ organisation, workspaceZone }: { organisation: Organisation; workspaceZone: string }) {
  const { id } = organisation;
  const search = organisationRoute.useSearch();
  const navigate = organisationRoute.useNavigate();
  const now = useNow();
  const agreements = useAgreementsOf(id);
  const { data: people } = useQuery(api.people.list.queryOptions({ input: { about: id } }));
  const set = (changes: Partial<typeof search>): void => void navigate({ search: (present) => ({ ...present, ...changes }) });
  const close = (): void => set(search.person !== undefined || search.site !== undefined ? { person: undefined, site: undefined, panel: undefined } : { panel: 'closed' });
  const [focus, setFocus] = useState<NoteFocus>({ turn: 0, speaker: null });
  const note = (): void => {
    const speaker = people?.find((person) => person.id === search.person) ?? null;
    set({ person: undefined, site: undefined, panel: undefined });
    setFocus({ turn: focus.turn + 1, speaker });
  };
  const create = (): void => void navigate({ to: '/agreements/new', search: { customer: organisation.name } });
  useKeys({ n: note, Escape: close }, { n: t('notes.key') });
  const zone = organisation.zone ?? workspaceZone;
  const today = dateOf(now, workspaceZone);
  const sides = agreements.sides;
  const panel =
    search.person !== undefined ? <PersonPanel key={search.person} organisation={organisation} id={search.person} agreements={agreements.rows} tab={personTabs.find((tab) => tab === search.panel) ?? 'details'} onTab={(tab) => set({ panel: tab })} onClose={close} onCreated={(person) => set({ person })} />
    : search.site !== undefined ? <SitePanel key={search.site} organisation={organisation} id={search.site} zone={zone} onClose={close} onCreated={(site) => set({ site })} />
    : search.panel === 'closed' ? null
    : <OrganisationPanel key={id} organisation={organisation} people={people ?? []} workspaceZone={workspaceZone} tab={search.panel ?? 'notes'} focus={focus} onTab={(tab) => set({ panel: tab })} onClose={close} />;
  return (
    <Page crumbs={[{ label: t('organisations.title'), link: { to: '/customers' } }, { label: organisation.name }]} actions={<Button kind="primary" icon="plus" onClick={create}>{t('organisations.newAgreement')}</Button>} panel={panel}>
      <PageTitle beside={organisation.archived ? <Badge>{t('organisations.archived')}</Badge> : undefined}
        end={<>{panel === null ? <Button size="small" onClick={() => set({ panel: 'details' })}>{t('organisations.openDetails')}</Button> : null}<Button size="small" icon="message-circle" keyHint="N" onClick={note}>{t('notes.note')}</Button><OrganisationMenu organisation={organisation} onGone={() => void navigate({ to: '/customers' })} /></>}>
        <span dir="auto" className={styles.name} title={organisation.name}>{organisation.name}</span>
      </PageTitle>
      <Facts facts={[
        agreements.loaded ? (sidesWords(sides) || t('organisations.sideNone')) : '',
        organisation.ours ? t('organisations.factOwn') : '',
        organisation.parent === null ? '' : t('organisations.partOf', { name: organisation.parent }),
        zone,
        relationshipFact(people ?? []),
      ]} />
      <NextDates label={t('organisations.next')} dates={nextDatesOf(agreements.rows, today)} today={today} />
      <AgreementsOfOrganisation rows={agreements.rows} loaded={agreements.loaded} today={today} />
      <div className={styles.low}>
        <SitesBlock sites={organisation.sites} zone={zone} now={now} current={search.site} onOpen={(site) => set({ site, person: undefined })} />
        <PeopleBlock organisation={organisation} people={people} current={search.person} onOpen={(person) => set({ person, site: undefined, panel: undefined })} />
        <ServicesBlock rows={agreements.rows} />
      </div>
    </Page>
  );
}

function relationshipFact(people: readonly Person[]) {
  const manager = people.find((person) => person.roles.some((role) => role.role === 'relationship-manager' && role.to === null));
  return manager === undefined ? '' : <>{roleWords('relationship-manager')} <b>{manager.name}</b></>;
}

