import type { IconName } from '#renderer/ui/icon.tsx';
import type { Delimiter } from '#shared/imports/dialect.ts';
import type { ImportField, ImportKind, StateMeaning } from '#shared/imports/profile.ts';
import type { DateOrder } from '#shared/imports/times.ts';
import { t } from '#shared/messages/messages.ts';

const icons = { new: 'player-play', active: 'player-play', waiting: 'player-pause', resolved: 'player-stop', closed: 'player-stop', cancelled: 'x', unknown: 'circle-dashed' } as const satisfies Record<StateMeaning['class'], IconName>;

export function stateIcon(meaning: StateMeaning): IconName {
  return icons[meaning.class];
}

/** As the drawn maps say it: running, paused with its reason, stopped. */
export function stateWords({ class: stateClass, reason }: StateMeaning): string {
  if (stateClass === 'waiting') return reason === undefined ? t('imports.paused') : t('imports.pausedFor', { reason });
  return t(`imports.state-${stateClass}`);
}

export function fieldWords(field: string): string {
  return isField(field) ? t(`imports.field-${field}`) : field;
}

export function orderWords(order: DateOrder): string {
  return t(`imports.order-${order}`);
}

export function delimiterWords(delimiter: Delimiter): string {
  return t(delimiter === ',' ? 'imports.comma' : delimiter === ';' ? 'imports.semicolon' : delimiter === '\t' ? 'imports.tab' : 'imports.pipe');
}

/** What is imported, as the title of a page: "Tickets imported". */
export function importedWords(kind: string): string {
  return kind === 'tickets' ? t('imports.ticketsImported') : kind === 'outages' || kind === 'maintenance' ? t('imports.outagesImported') : t('imports.valuesImported');
}

export function importingWords(kind: ImportKind): string {
  return t(`imports.importing-${kind}`);
}

const fieldNames: Readonly<Record<ImportField, true>> = {
  key: true, title: true, opened: true, updated: true, updates: true, firstResponse: true, resolved: true, closed: true, state: true, priority: true, type: true, group: true,
  actor: true, customer: true, service: true, site: true, holdMinutes: true, due: true, verdict: true, start: true, end: true, reason: true, ticket: true, approvedBy: true,
  weight: true, users: true, announced: true, metric: true, from: true, to: true, value: true, unit: true, numerator: true, denominator: true, note: true,
};

function isField(field: string): field is ImportField {
  return field in fieldNames;
}
