import { client } from '#renderer/app/client.ts';
import { archivedHint } from '#renderer/app/search-found.ts';
import type { SearchSource } from '#renderer/app/search-sources.ts';
import { t } from '#shared/messages/messages.ts';

/** Organisations, services and calendars by their names. */
export const catalogueSources: readonly SearchSource[] = [
  { head: t('organisations.title'), load: async () => (await client.organisations.list({ archived: true })).map((row) => ({ key: row.id, label: row.name, ...archivedHint(row.archived), icon: 'building', link: { to: '/customers/$id', params: { id: row.id } } })) },
  { head: t('services.title'), load: async () => (await client.services.list({ archived: true })).map((row) => ({ key: row.id, label: row.name, ...archivedHint(row.archivedOn !== null, row.owner), icon: 'stack-2', link: { to: '/services', search: { service: row.id } } })) },
  { head: t('calendars.title'), load: async () => (await client.calendars.list({ archived: true })).map((row) => ({ key: row.id, label: row.name, ...archivedHint(row.archivedOn !== null, row.hours), icon: 'calendar', link: { to: '/settings/calendars/$id', params: { id: row.id } } })) },
];
