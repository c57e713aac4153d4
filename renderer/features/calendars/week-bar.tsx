import type { KeyboardEvent } from 'react';
import { timeOfMinute } from '#shared/calendar/model.ts';
import { piecesOf, type Piece, type WeekInterval } from './week-intervals.ts';
import { hoursDown, type HourWindow } from './week-grip.ts';
import { intervalName } from './week-words.ts';
import styles from './week.module.css';

/** From this length on a bar has room for its begin, and for both its ends. */
const oneTimeMinutes = 60;
const twoTimesMinutes = 105;

/** An interval in the grid: a bar, or for a night two that are one. Its first bar has the focus and the name. */
export function WeekBar({ interval, index, window, touched, editing }: { interval: WeekInterval; index: number; window: HourWindow; touched: boolean; editing: { readonly onFocus: () => void; readonly onBlur: () => void; readonly onKeyDown: (event: KeyboardEvent) => void } | null }) {
  return piecesOf(interval).map((piece) => {
    const shared = { className: styles.bar, style: placeOf(piece, window), ...(touched ? { 'data-touched': true } : {}), 'data-piece': piece.isFirst ? (piece.isLast ? 'whole' : 'first') : 'last' };
    const inside = <><Times piece={piece} />{editing === null ? null : <>{piece.isFirst ? <i data-edge="from" /> : null}{piece.isLast ? <i data-edge="to" /> : null}</>}</>;
    if (editing === null) return <div key={String(piece.isFirst)} {...shared}>{inside}</div>;
    if (!piece.isFirst) return <div key="last" {...shared} data-interval={index} aria-hidden="true">{inside}</div>;
    return <button key="first" type="button" {...shared} data-interval={index} aria-label={intervalName(interval)} aria-pressed={touched} {...editing}>{inside}</button>;
  });
}

function Times({ piece: { from, to, isFirst, isLast } }: { piece: Piece }) {
  const both = isFirst && isLast;
  const begin = isFirst && to - from >= oneTimeMinutes;
  const end = isLast && to - from >= (both ? twoTimesMinutes : oneTimeMinutes);
  return <>{begin ? <span>{timeOfMinute(from)}</span> : null}{end ? <span className={styles.end}>{timeOfMinute(to)}</span> : null}</>;
}

function placeOf({ day, from, to }: Piece, window: HourWindow) {
  return { left: `calc(100% / 7 * ${day} + 4px)`, top: `calc(var(--hour) * ${hoursDown(from, window)})`, height: `calc(var(--hour) * ${(to - from) / 60})` };
}
