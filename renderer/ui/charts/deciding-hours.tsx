import { classes } from '../classes.ts';
import styles from './deciding-hours.module.css';
import type { LedgerStretch } from './ledger-days.ts';
import { timeClassName } from './time-class.tsx';

export type HourEvent = { readonly at: number; readonly label: string; readonly second?: string; readonly theirs?: boolean };
export type HourDue = { readonly at: number; readonly label: string; readonly kind: 'due' | 'earlier' | 'late'; readonly leftward?: boolean };

/**
 * The hours in which a verdict fell, close up: what the source said above, due times below, the time past the due one as a red
 * edge. `words` of a stretch stand on it where there is room.
 */
export function DecidingHours({ label, from, to, stretches, events, dues, late, ticks }: {
  label: string;
  from: number;
  to: number;
  stretches: readonly (LedgerStretch & { readonly words?: string })[];
  events: readonly HourEvent[];
  dues: readonly HourDue[];
  late?: readonly [number, number] | null;
  ticks: readonly { readonly at: number; readonly label: string }[];
}) {
  const place = (at: number): string => `${((Math.min(to, Math.max(from, at)) - from) / (to - from)) * 100}%`;
  const inside = stretches.filter((stretch) => stretch.to > from && stretch.from < to);
  return (
    <div className={styles.zoom} role="group" aria-label={label}>
      {events.length === 0 ? null : <div className={styles.above}>{events.map((event) => <div key={`${event.at} ${event.label}`} className={classes(styles.event, event.theirs === true && styles.theirs)} style={{ left: place(event.at) }}><b>{event.label}</b>{event.second === undefined ? null : <span>{event.second}</span>}</div>)}</div>}
      <div className={styles.lane}>
        {inside.map((stretch) => {
          const begin = Math.max(from, stretch.from);
          const end = Math.min(to, stretch.to);
          return (
            <i key={stretch.from} className={classes(styles.part, timeClassName(stretch.kind), stretch.kind === 'counted' && styles.counted)} title={stretch.title} style={{ left: place(begin), width: `${((end - begin) / (to - from)) * 100}%` }}>
              {stretch.words === undefined || (end - begin) / (to - from) < 0.06 ? null : <span>{stretch.words}</span>}
            </i>
          );
        })}
        {late === undefined || late === null ? null : <u style={{ left: place(late[0]), width: `${((Math.min(to, late[1]) - Math.max(from, late[0])) / (to - from)) * 100}%` }} />}
      </div>
      <div className={styles.below}>{dues.map((due) => <div key={`${due.at} ${due.label}`} className={classes(styles.due, due.kind === 'due' ? styles.isDue : styles[due.kind], due.leftward === true && styles.leftward)} style={{ left: place(due.at) }}><b>{due.label}</b></div>)}</div>
      <div className={styles.axis} aria-hidden="true">{ticks.map((tick) => <span key={tick.at} style={{ left: place(tick.at) }}>{tick.label}</span>)}</div>
    </div>
  );
}
