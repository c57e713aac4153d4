import type { LinkProps } from '@tanstack/react-router';
import type { IconName } from '#renderer/ui/icon.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Found, FoundKind } from '#shared/search/model.ts';
import { client } from './client.ts';
import type { SearchEntry, SearchSource } from './search-sources.ts';

/** The head, the picture and the place of each kind that the host finds. */
const kinds: Readonly<Record<FoundKind, { readonly head: string; readonly icon: IconName; readonly link: (found: Found) => LinkProps }>> = {
  agreement: { head: t('kit.agreements'), icon: 'writing-sign', link: ({ id }) => ({ to: '/agreements/$id', params: { id } }) },
  clause: { head: t('shell.clauses'), icon: 'writing-sign', link: placeLink },
  organisation: { head: t('organisations.title'), icon: 'building', link: ({ id }) => ({ to: '/customers/$id', params: { id } }) },
  person: { head: t('shell.people'), icon: 'building', link: ({ id, place }) => ({ to: '/customers/$id', params: { id: place?.id ?? '' }, search: { person: id } }) },
  service: { head: t('services.title'), icon: 'stack-2', link: ({ id }) => ({ to: '/services', search: { service: id } }) },
  site: { head: t('shell.sites'), icon: 'building', link: ({ id, place }) => ({ to: '/customers/$id', params: { id: place?.id ?? '' }, search: { site: id } }) },
  calendar: { head: t('calendars.title'), icon: 'calendar', link: ({ id }) => ({ to: '/settings/calendars/$id', params: { id } }) },
  ticket: { head: t('shell.tickets'), icon: 'list', link: ({ id }) => ({ to: '/monitoring/tickets/$ticket', params: { ticket: id } }) },
  outage: { head: t('shell.outages'), icon: 'activity', link: ({ id }) => ({ to: '/monitoring/outages', search: { no: Number(id) } }) },
  maintenance: { head: t('shell.maintenance'), icon: 'activity', link: ({ id }) => ({ to: '/monitoring/maintenance', search: { id } }) },
  exclusion: { head: t('shell.exclusions'), icon: 'calendar-off', link: ({ id, place }) => ({ to: '/agreements/$id/exclusions', params: { id: place?.id ?? '' }, search: { exclusion: id } }) },
  import: { head: t('shell.imports'), icon: 'file-import', link: ({ id }) => ({ to: '/monitoring/imports/$id', params: { id } }) },
  document: { head: t('shell.documents'), icon: 'writing-sign', link: placeLink },
  file: { head: t('shell.files'), icon: 'file-import', link: placeLink },
  note: { head: t('shell.notes'), icon: 'building', link: placeLink },
};

/** What the host finds by full text, under the heads of its kinds. All of them share one question for what was typed. */
export const foundSources: readonly SearchSource[] = Object.entries(kinds).map(([kind, { head, icon, link }]) => ({
  head,
  find: async (text) => (await asked(text)).filter((found) => found.kind === kind).map((found): SearchEntry => ({
    key: found.id, label: found.name, ...archivedHint(found.archived, found.about), ...(found.matched === null ? {} : { matched: found.matched }), icon, link: link(found),
  })),
}));

/** What stands at the right of something found; what is in the archive says so. */
export function archivedHint(isArchived: boolean, hint: string | null = null): { readonly hint?: string } {
  const parts = [hint, isArchived ? t('shell.archived') : null].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? {} : { hint: parts.join(' · ') };
}

let last: { readonly text: string; readonly at: number; readonly answer: Promise<readonly Found[]> } | null = null;
/** Longer than all heads take to ask, shorter than somebody takes to change something and search again; ms. */
const shared = 200;

function asked(text: string): Promise<readonly Found[]> {
  if (last?.text !== text || Date.now() - last.at > shared) last = { text, at: Date.now(), answer: client.search.find({ text: text.slice(0, 500) }) };
  return last.answer;
}

/** Where something is looked at that has no page of its own. */
function placeLink({ place }: Found): LinkProps {
  if (place === null || place.kind === 'other') return { to: '/' };
  if (place.kind === 'agreement') return { to: '/agreements/$id', params: { id: place.id } };
  if (place.kind === 'organisation') return { to: '/customers/$id', params: { id: place.id } };
  if (place.kind === 'service') return { to: '/services', search: { service: place.id } };
  if (place.kind === 'ticket') return { to: '/monitoring/tickets/$ticket', params: { ticket: place.id } };
  return { to: '/monitoring/outages', search: { no: Number(place.id) } };
}
