import { useMemo } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { stripRows, type LedgerDay, type LedgerStretch } from './ledger-days.ts';
import styles from './ledger-strip.module.css';
import { placeLabels, type LabelPlace } from './strip-labels.ts';
import { timeClassName } from './time-class.tsx';

export type LedgerMark = { readonly at: number; readonly label?: string; /** `due` ink, `stop` the late end, `event` dotted and grey. */ readonly kind: 'due' | 'stop' | 'event'; /** The label stands left of the line where it can. */ readonly leftward?: boolean };

const noMarks: readonly LedgerMark[] = [];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The ledger of one ticket, one row a day; 24 hours are the full width, a day of 25 is longer, of 23 shorter. `zoomed` frames a
 * stretch in blue, `lit` is the stretch that the table points at.
 */
export function LedgerStrip({ label, days, stretches, marks = noMarks, zoomed, lit, onLight, hourStep = 6, large = false }: {
  label: string;
  days: readonly LedgerDay[];
  stretches: readonly LedgerStretch[];
  marks?: readonly LedgerMark[];
  zoomed?: readonly [number, number] | null;
  lit?: number | null;
  onLight?: (from: number) => void;
  hourStep?: 2 | 3 | 6;
  large?: boolean;
}) {
  const place = (milliseconds: number): string => `${(milliseconds / DAY) * 100}%`;
  const rows = useMemo(() => stripRows(days, stretches, marks.map((mark) => mark.at)), [days, stretches, marks]);
  const ticks = Array.from({ length: 24 / hourStep + 1 }, (_, index) => index * hourStep);
  return (
    <div className={classes(styles.strip, large && styles.large)} role="group" aria-label={label}>
      <div className={styles.hours} aria-hidden="true">
        <span />
        <div className={styles.axis}>{ticks.map((hour) => <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>{hour === 24 ? '24 h' : hour}</span>)}</div>
        <span />
      </div>
      {rows.map((row) => {
        if (row.kind === 'fold') {
          return (
            <div key={row.key} className={styles.day}>
              <span className={styles.name}>{row.first}</span>
              <div className={styles.lane}>
                {row.parts.map((part) => <i key={part.from} className={classes(styles.part, timeClassName(part.kind))} style={{ left: place(part.from - row.day.from), width: place(part.to - part.from) }} />)}
                <span className={styles.folded}>{t('kit.foldedDays', { count: row.days, kind: t(`kit.${row.timeClass}`) })}</span>
              </div>
              <span className={styles.length} />
            </div>
          );
        }
        const { day } = row;
        const length = day.to - day.from;
        const here = marks.filter((mark) => mark.at >= day.from && mark.at < day.to);
        const places = placesOf(here, day, large);
        const lift = Math.max(0, ...here.map((mark) => places.get(mark)?.level ?? 0));
        return (
          <div key={day.from} className={classes(styles.day, here.some((mark) => mark.label !== undefined) && styles.raised, lift > 0 && styles.lifted)}>
            <span className={styles.name}>{day.label}</span>
            <div className={styles.lane}>
              {row.parts.map((part) => (
                <i key={part.from} title={part.title} className={classes(styles.part, timeClassName(part.kind), lit !== undefined && lit !== null && stretches.some((stretch) => stretch.from === lit && stretch.from <= part.from && stretch.to >= part.to) && styles.lit)}
                  style={{ left: place(part.from - day.from), width: `calc(${place(part.to - part.from)} - ${part.to < day.to ? 1 : 0}px)` }}
                  onClick={onLight === undefined ? undefined : () => onLight(stretches.find((stretch) => stretch.from <= part.from && stretch.to >= part.to)?.from ?? part.from)} />
              ))}
              {zoomed !== undefined && zoomed !== null && zoomed[0] >= day.from && zoomed[0] < day.to ? <span className={styles.zoomed} style={{ left: place(zoomed[0] - day.from), width: place(zoomed[1] - zoomed[0]) }} /> : null}
              {here.map((mark) => <span key={`${mark.at} ${mark.label ?? ''}`} className={classes(styles.mark, styles[mark.kind], places.get(mark)?.leftward === true && styles.leftward, (places.get(mark)?.level ?? 0) > 0 && styles.above)} style={{ left: place(mark.at - day.from) }}>{mark.label === undefined ? null : <b>{mark.label}</b>}</span>)}
            </div>
            <span className={styles.length}>{length === DAY ? '' : `${Math.round((length / HOUR) * 100) / 100} h`}</span>
          </div>
        );
      })}
    </div>
  );
}

/** Widths in px at the least width of a strip; a letter of a label is about so wide. Where there is more room, labels stand further apart. */
const least = { lane: 290, largeLane: 440, tail: 44, letter: 5.8 };

/** Where the labels of a day stand so that none covers another. */
function placesOf(marks: readonly LedgerMark[], day: LedgerDay, large: boolean): ReadonlyMap<LedgerMark, LabelPlace> {
  const lane = large ? least.largeLane : least.lane;
  const labelled = marks.filter((mark) => mark.label !== undefined);
  const places = placeLabels(
    labelled.map((mark) => ({ at: ((mark.at - day.from) / DAY) * lane, width: (mark.label?.length ?? 0) * least.letter + 4, leftward: mark.leftward === true })),
    { from: 0, to: lane + least.tail },
  );
  return new Map(labelled.flatMap((mark, index) => { const place = places[index]; return place === undefined ? [] : [[mark, place] as const]; }));
}
