import type { ReactNode } from 'react';
import { ClassBar } from '#renderer/ui/charts/time-class.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import type { FigureTicket, FigureTickets } from '#shared/compliance/contract.ts';
import { hoursMinutes, signedHoursMinutes } from '#shared/format/durations.ts';
import { countText } from '#shared/format/figures.ts';
import { dayText, timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { GroupHead } from './use-figure-rows.ts';
import { classOf, markOf } from './words.ts';

/** The columns of the tickets behind a figure; subject and team only where there is room for them. */
export function figureColumns(answer: FigureTickets | undefined, roomy: boolean): readonly Column<FigureTicket>[] {
  const zone = answer?.zone ?? 'UTC';
  const total = answer?.total;
  const target = answer !== undefined && 'seconds' in answer.within ? t('tickets.toHours', { time: hoursMinutes(answer.within.seconds * 1000) }) : t('tickets.toDue');
  const widthOf = (milliseconds: number | undefined, least: number): number => Math.max(least, Math.round(hoursMinutes(milliseconds ?? 0).length * 6.3));
  const median = answer === undefined || answer.medianCountedMs === null ? null : <span className="t3" title={t('tickets.median', { time: hoursMinutes(answer.medianCountedMs) })}>{t(roomy ? 'tickets.median' : 'tickets.medianShort', { time: hoursMinutes(answer.medianCountedMs) })}</span>;
  const columns: readonly (Column<FigureTicket> & { readonly roomy?: boolean })[] = [
    { id: 'result', head: '', label: t('tickets.result'), width: 16, text: (ticket) => t(`tickets.word-${ticket.verdict}`), cell: (ticket) => <VerdictMark verdict={markOf(ticket.verdict)} word={t(`tickets.word-${ticket.verdict}`)} only /> },
    { id: 'key', head: t('tickets.ticket'), value: (ticket) => ticket.key, width: { min: 88, grow: 0.4 }, cell: (ticket) => <span className="id m">{ticket.key}</span>, foot: total === undefined ? null : t('tickets.count', { count: countText(total.count) }) },
    { id: 'title', roomy: true, head: t('tickets.subject'), value: (ticket) => ticket.title, width: { min: 140, grow: 2 }, cell: (ticket) => ticket.title ?? <span className="t3">{ticket.service ?? ''}</span> },
    { id: 'opened', head: t('tickets.opened'), kind: 'instant', value: (ticket) => ticket.openedAt, width: { min: 127, grow: 0.3 }, foot: roomy ? null : median, cell: (ticket) => <span className="tn"><span className="t2">{dayText(ticket.openedAt, zone)}</span>, {timeText(ticket.openedAt, zone)}</span> },
    {
      id: 'bar', head: t('tickets.classOfTime'), width: { min: roomy ? 200 : 64, grow: 1.4 }, foot: roomy ? median : null,
      cell: (ticket) => <ClassBar label={stripWords(ticket)} stretches={ticket.strip.map((stretch) => ({ kind: classOf(stretch.class), length: stretch.ms }))} />,
    },
    { id: 'counted', head: t('tickets.counted'), align: 'end', kind: 'duration', value: (ticket) => ticket.countedMs, width: widthOf(total?.countedMs, 88), cell: (ticket) => <span className="m">{hoursMinutes(ticket.countedMs)}</span>, foot: total === undefined ? null : <b className="ink">{sumText(total.countedMs)}</b> },
    { id: 'paused', head: t('tickets.paused'), align: 'end', kind: 'duration', value: (ticket) => ticket.pausedMs, width: widthOf(total?.pausedMs, 54), cell: (ticket) => <span className="t2">{ticket.pausedMs === 0 ? '–' : hoursMinutes(ticket.pausedMs)}</span>, foot: total === undefined ? null : sumText(total.pausedMs) },
    { id: 'wall', head: t('tickets.wall'), align: 'end', kind: 'duration', value: (ticket) => ticket.wallMs, width: widthOf(total?.wallMs, 56), cell: (ticket) => <span className="t2">{hoursMinutes(ticket.wallMs)}</span>, foot: total === undefined ? null : sumText(total.wallMs) },
    { id: 'toTarget', head: target, align: 'end', kind: 'duration', value: (ticket) => ticket.toTargetMs, width: 74, cell: (ticket) => <span className={ticket.verdict === 'missed' ? 'missed-text' : 't2'}>{ticket.toTargetMs === null ? '–' : signedHoursMinutes(ticket.toTargetMs)}</span> },
    { id: 'group', roomy: true, head: t('tickets.team'), value: (ticket) => ticket.group, width: { min: 90, grow: 0.6 }, cell: (ticket) => <span className="t2">{ticket.group ?? ''}</span> },
  ];
  return columns.filter((column) => roomy || column.roomy !== true);
}

/** The head of a group: result, count and sums. */
export function groupHead(group: FigureTickets['groups'][number]): GroupHead {
  return {
    head: <>{t(`tickets.result-${group.verdict}`)} <span className="t3" style={{ fontWeight: 400 }}>{countText(group.count)}</span></>,
    sums: { counted: sumText(group.countedMs), paused: sumText(group.pausedMs), wall: sumText(group.wallMs) },
  };
}

/** A sum keeps its minutes however long it is; a long one is set smaller. */
function sumText(milliseconds: number): ReactNode {
  const text = hoursMinutes(milliseconds);
  return text.length > 8 ? <span style={{ fontSize: 11 }}>{text}</span> : text;
}

function stripWords(ticket: FigureTicket): string {
  const sums = Map.groupBy(ticket.strip, (stretch) => stretch.class);
  return [...sums].map(([kind, stretches]) => `${t(`kit.${classOf(kind)}`)} ${hoursMinutes(stretches.reduce((sum, stretch) => sum + stretch.ms, 0))}`).join(', ');
}
