import type { LinkProps } from '@tanstack/react-router';
import type { IconName } from '#renderer/ui/icon.tsx';
import { catalogueSources } from '#renderer/features/organisations/search.ts';
import { guideSources } from '#renderer/features/guide/search.ts';
import { agreementSources } from '#renderer/features/agreements/search.ts';
import { t } from '#shared/messages/messages.ts';
import { foundSources } from './search-found.ts';

/** Where a thing that was found leads: a place of the app, an address that was open before, or a deed. */
export type SearchAim = { readonly link: LinkProps } | { readonly href: string } | { readonly run: () => void };

/** A thing that "Search or go to" finds. `hint` stands at the right (a number, an organisation) and is searched too; `matched` are the words around what was found, where that is not the label. */
export type SearchEntry = { readonly key: string; readonly label: string; readonly hint?: string; readonly matched?: string; readonly icon: IconName } & SearchAim;

/** What is searched, under its head: `load` gives all of it when the search opens, `find` asks the host for what was typed. */
export type SearchSource = { readonly head: string; readonly load: () => Promise<readonly SearchEntry[]> } | { readonly head: string; readonly find: (text: string) => Promise<readonly SearchEntry[]> };

const places: SearchSource = {
  head: t('kit.places'),
  load: async () => [
    { key: 'today', label: t('today.title'), icon: 'sun', link: { to: '/' } },
    { key: 'customers', label: t('kit.customers'), icon: 'building', link: { to: '/customers' } },
    { key: 'people', label: t('shell.people'), icon: 'users', link: { to: '/customers/people' } },
    { key: 'services', label: t('kit.services'), icon: 'stack-2', link: { to: '/services' } },
    { key: 'agreements', label: t('kit.agreements'), icon: 'writing-sign', link: { to: '/agreements' } },
    { key: 'monitoring', label: t('kit.monitoring'), icon: 'activity', link: { to: '/monitoring' } },
    { key: 'tickets', label: t('shell.tickets'), icon: 'list', link: { to: '/monitoring/tickets' } },
    { key: 'outages', label: t('shell.outages'), icon: 'activity', link: { to: '/monitoring/outages' } },
    { key: 'maintenance', label: t('shell.maintenance'), icon: 'activity', link: { to: '/monitoring/maintenance' } },
    { key: 'metrics', label: t('shell.metrics'), icon: 'activity', link: { to: '/monitoring/metrics' } },
    { key: 'calendars', label: t('shell.calendars'), icon: 'calendar', link: { to: '/settings/calendars' } },
    { key: 'settings', label: t('kit.settings'), icon: 'settings', link: { to: '/settings' } },
  ],
};

const creations: SearchSource = {
  head: t('shell.create'),
  load: async () => [
    { key: 'new-agreement', label: t('shell.newAgreement'), icon: 'plus', link: { to: '/agreements/new' } },
    { key: 'new-customer', label: t('shell.newCustomer'), icon: 'plus', link: { to: '/customers', search: { new: true } } },
    { key: 'new-person', label: t('people.new'), icon: 'plus', link: { to: '/customers/people', search: { new: true } } },
    { key: 'new-service', label: t('shell.newService'), icon: 'plus', link: { to: '/services', search: { new: true } } },
    { key: 'new-calendar', label: t('shell.newCalendar'), icon: 'plus', link: { to: '/settings/calendars', search: { new: true } } },
    { key: 'new-outage', label: t('shell.newOutage'), icon: 'plus', link: { to: '/monitoring/outages', search: { new: true } } },
    { key: 'new-maintenance', label: t('shell.newMaintenance'), icon: 'plus', link: { to: '/monitoring/maintenance', search: { new: true } } },
    { key: 'import', label: t('shell.importFile'), icon: 'file-import', link: { to: '/monitoring/import' } },
  ],
};

/** Every source of the search, in order; sources of one head stand together, each thing once. A feature adds its own here. */
export const searchSources: readonly SearchSource[] = [places, ...agreementSources, ...catalogueSources, ...foundSources, creations, ...guideSources];
