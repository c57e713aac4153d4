import { client } from '#renderer/app/client.ts';
import type { SearchSource } from '#renderer/app/search-sources.ts';
import { t } from '#shared/messages/messages.ts';

/** Agreements by title, number and the organisations in them. */
export const agreementSources: readonly SearchSource[] = [
  {
    head: t('kit.agreements'),
    load: async () => (await client.agreements.list({ archived: true })).map((row) => ({
      key: row.id, label: row.title, hint: [row.number, ...row.customers].join(' · '), icon: 'writing-sign', link: { to: '/agreements/$id', params: { id: row.id } },
    })),
  },
];
