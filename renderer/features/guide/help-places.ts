import type { HelpPlace } from '#shared/guide/model.ts';

/** What the guide says about each place of the app, by the place's route. Help opens it from there. */
export const helpPlaces = {
  '/': { chapter: 'sample', anchor: 'today' },
  '/customers': { chapter: 'first-hour', anchor: 'organisations-and-people' },
  '/customers/$id': { chapter: 'first-hour', anchor: 'organisations-and-people' },
  '/customers/people': { chapter: 'first-hour', anchor: 'organisations-and-people' },
  '/services': { chapter: 'first-hour', anchor: 'services' },
  '/agreements': { chapter: 'first-hour', anchor: 'the-agreement' },
  '/agreements/new': { chapter: 'first-hour', anchor: 'the-agreement' },
  '/agreements/$id': { chapter: 'signing', anchor: 'the-states-of-a-version' },
  '/agreements/$id/draft': { chapter: 'first-hour', anchor: 'the-draft' },
  '/agreements/$id/compliance': { chapter: 'counting', anchor: 'the-compliance-screen' },
  '/agreements/$id/tickets': { chapter: 'counting', anchor: 'the-tickets-behind-a-figure' },
  '/agreements/$id/tickets/$ticket': { chapter: 'counting', anchor: 'a-ledger-line-by-line' },
  '/agreements/$id/outages': { chapter: 'counting', anchor: 'availability' },
  '/agreements/$id/exclusions': { chapter: 'counting', anchor: 'leaving-something-out' },
  '/agreements/$id/sign': { chapter: 'signing', anchor: 'sign' },
  '/monitoring': { chapter: 'importing', anchor: 'what-is-covered' },
  '/monitoring/import': { chapter: 'importing', anchor: 'the-four-steps' },
  '/monitoring/imports/$id': { chapter: 'importing', anchor: 'the-result' },
  '/monitoring/imports/$id/quarantine': { chapter: 'importing', anchor: 'quarantine' },
  '/monitoring/tickets': { chapter: 'importing', anchor: 'tickets' },
  '/monitoring/tickets/$ticket': { chapter: 'importing', anchor: 'tickets' },
  '/monitoring/outages': { chapter: 'importing', anchor: 'outages-and-maintenance' },
  '/monitoring/maintenance': { chapter: 'importing', anchor: 'outages-and-maintenance' },
  '/monitoring/metrics': { chapter: 'importing', anchor: 'metric-values' },
  '/settings': { chapter: 'desktop', anchor: 'settings' },
  '/settings/backups': { chapter: 'desktop', anchor: 'copies' },
  '/settings/calendars': { chapter: 'first-hour', anchor: 'calendars' },
  '/settings/calendars/$id': { chapter: 'first-hour', anchor: 'calendars' },
  '/settings/history': { chapter: 'going-back', anchor: 'history' },
  '/settings/recycle-bin': { chapter: 'going-back', anchor: 'recycle-bin' },
  '/settings/archive': { chapter: 'going-back', anchor: 'archive' },
} as const satisfies Readonly<Record<string, HelpPlace>>;

const places: Readonly<Record<string, HelpPlace>> = helpPlaces;

/** The beginning of the guide, for whatever has no place in it: the start screen, an address that does not exist. */
export const guideStart: HelpPlace = { chapter: 'first-hour', anchor: null };

/** What the guide says about a route such as `/agreements/$id`. */
export function helpPlaceOf(route: string): HelpPlace {
  return places[route.length > 1 ? route.replace(/\/$/u, '') : route] ?? guideStart;
}
