import type { LinkProps } from '@tanstack/react-router';
import type { IconName } from '#renderer/ui/icon.tsx';
import { distanceText } from '#renderer/ui/next-dates.tsx';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { AttentionItem, AttentionKind, Today } from '#shared/today/model.ts';

export const kindIcons: Readonly<Record<AttentionKind, IconName>> = {
  notice: 'calendar-x', end: 'calendar-x', review: 'calendar-event', approve: 'user-check', sign: 'signature', ask: 'send', complete: 'list-check', source: 'database-import', quarantine: 'file-alert',
};

export const kindDeeds: Readonly<Record<AttentionKind, string>> = {
  notice: t('today.goNotice'), end: t('today.goNotice'), review: t('today.goReview'), approve: t('today.goApprove'), sign: t('today.goSign'), ask: t('today.goAsk'), complete: t('today.goComplete'), source: t('today.goSource'), quarantine: t('today.goQuarantine'),
};

/** Where the next step is taken. */
export function stepOf(item: AttentionItem): LinkProps {
  if (item.kind === 'quarantine' && item.importId !== null) return { to: '/monitoring/imports/$id/quarantine', params: { id: item.importId }, search: { group: 'reason' } };
  if (item.kind === 'source') return { to: '/monitoring/import' };
  const params = { id: item.agreement ?? '' };
  if (item.kind === 'sign') return { to: '/agreements/$id/sign', params };
  if (item.kind === 'complete' || item.kind === 'ask') return { to: '/agreements/$id/draft', params };
  return { to: '/agreements/$id', params };
}

/** "Fri 27 Nov" over "in 3 days"; what is late or near says so by its tone. */
export function whenOf(item: AttentionItem, today: string): { readonly date: string; readonly distance: string; readonly tone: 'late' | 'soon' | null } {
  const day = dateText(item.on, { weekday: true, year: item.on.slice(0, 4) !== today.slice(0, 4) });
  if (item.urgency === 'late') return { date: day, distance: t('today.daysLate', { count: -item.days }), tone: 'late' };
  if (item.isSince) return { date: t('today.since', { date: day }), distance: item.days === 0 ? t('today.newToday') : t('today.days', { count: -item.days }), tone: null };
  return { date: day, distance: distanceText(item.days), tone: item.days <= 7 ? 'soon' : null };
}

/** The sentence under the date: what lapses stands first, and strong. */
export function leadOf(items: readonly AttentionItem[], today: Pick<Today, 'targets' | 'done'>, risks: number, month: string): { readonly strong: string; readonly rest: string } {
  const lapsing = items.filter((item) => item.urgency === 'lapses');
  const [late, waiting] = [items.filter((item) => item.urgency === 'late').length, items.filter((item) => item.urgency === 'waits').length];
  const [first] = lapsing;
  const strong = first === undefined ? t(today.done.includes('draft') ? 'today.leadNone' : 'today.leadBegin') : t('today.leadLapses', { count: lapsing.length, when: first.days === 0 ? distanceText(0) : first.days < 7 ? `on ${dateText(first.on, { weekday: true, year: false })}` : distanceText(first.days) });
  const parts = [late > 0 ? t('today.leadLate', { count: late }) : '', waiting > 0 ? t('today.leadWaits', { count: waiting }) : '', today.targets > 0 ? t('today.leadRisks', { risks, targets: today.targets, month }) : ''].filter((part) => part !== '');
  if (parts.length === 0) return { strong, rest: '' };
  const sentence = parts.length > 1 ? `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1) ?? ''}` : (parts[0] ?? '');
  return { strong, rest: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` };
}
