import type { LinkProps } from '@tanstack/react-router';
import type { IconName } from '#renderer/ui/icon.tsx';
import { catalogueSources } from '#renderer/features/organisations/search.ts';
import { t } from '#shared/messages/messages.ts';

/** A thing that "Search or go to" finds. `hint` stands at the right (a number, an organisation). */
export type SearchEntry = { readonly key: string; readonly label: string; readonly hint?: string; readonly icon: IconName; readonly link: LinkProps };

/** What is searched, under its head. `load` is asked when the search opens; its answer is filtered by what is typed. */
export type SearchSource = { readonly head: string; readonly load: () => Promise<readonly SearchEntry[]> };

const places: SearchSource = {
  head: t('kit.places'),
  load: async () => [
    { key: 'customers', label: t('kit.customers'), icon: 'building', link: { to: '/customers' } },
    { key: 'services', label: t('kit.services'), icon: 'stack-2', link: { to: '/services' } },
    { key: 'agreements', label: t('kit.agreements'), icon: 'writing-sign', link: { to: '/agreements' } },
    { key: 'monitoring', label: t('kit.monitoring'), icon: 'activity', link: { to: '/monitoring' } },
    { key: 'settings', label: t('kit.settings'), icon: 'settings', link: { to: '/settings' } },
  ],
};

/** Every source of the search, in order. A feature adds its own here. */
export const searchSources: readonly SearchSource[] = [places, ...catalogueSources];
