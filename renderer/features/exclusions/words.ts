import { dateText } from '#shared/format/dates.ts';
import { instantText } from '#shared/format/instants.ts';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { repeatOf } from '#renderer/features/outages/repeat.ts';

/** An exclusion in an address: its own id, that of its window where nobody has answered to it. */
export function keyOf(exclusion: Exclusion): string {
  return exclusion.maintenanceId ?? exclusion.id ?? '';
}

/** "Ticket INC-7", "Mail", "All services". */
export function coversText({ ticket, service }: Exclusion): string {
  return ticket !== null ? t('exclusions.wholeTicket', { key: ticket }) : (service ?? t('exclusions.allServices'));
}

/** "Tue 13 Jan 2026, 10:00 to Tue 13 Jan 2026, 10:30", "All of its time". */
export function spanText({ from, to }: Pick<Exclusion, 'from' | 'to'>, zone: string): string {
  if (from === null || to === null) return t('exclusions.wholeTime');
  return t('exclusions.span', { from: instantText(from, zone, { year: true }), to: instantText(to, zone, { year: true }) });
}

/** "Every week, until 31 Dec 2026"; null where it does not repeat. */
export function repeatText(rule: string | null): string | null {
  const { every, until } = repeatOf(rule);
  if (every === 'never') return null;
  const repeat = t(`monitoring.repeat-${every}`);
  return until === null ? repeat : t('monitoring.repeatUntil', { repeat, until: dateText(until) });
}

/** Why a maintenance window counts for the agreement or does not; null for what is no maintenance window. */
export function windowReason(exclusion: Exclusion, zone: string): string | null {
  const { maintenanceId, id, isLate, noticeDays, announcedAt, decidedBy, state } = exclusion;
  if (maintenanceId === null) return null;
  if (state === 'refused') return t('exclusions.refusedWindow', { name: decidedBy ?? '' });
  if (state === 'accepted') return t(id === null ? 'exclusions.counts' : 'exclusions.countsFor', { name: decidedBy ?? '' });
  if (isLate && announcedAt !== null && noticeDays !== null) return t('exclusions.late', { when: instantText(announcedAt, zone, { year: true }), days: t('exclusions.noticeDays', { count: noticeDays }) });
  return t('exclusions.notApproved');
}
