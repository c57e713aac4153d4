import { client } from '#renderer/app/client.ts';
import type { SearchSource } from '#renderer/app/search-sources.ts';
import { t } from '#shared/messages/messages.ts';

const most = 6;

/** Tickets whose number or title holds what was typed. */
export const ticketSources: readonly SearchSource[] = [
  {
    head: t('shell.tickets'),
    find: async (text) => (await client.tickets.list({ filter: { search: text }, limit: most })).rows.map((row) => ({
      key: String(row.no), label: row.title ?? row.key, hint: row.key, icon: 'list', link: { to: '/monitoring/tickets/$ticket', params: { ticket: String(row.no) } },
    })),
  },
];
