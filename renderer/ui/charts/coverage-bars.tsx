import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import styles from './coverage-bars.module.css';

export type CoverageBar = { readonly key: string; readonly label: string; readonly value: number; readonly title: string; /** Shares of the bar's width without data, 0 to 1. */ readonly gaps?: readonly (readonly [number, number])[] };

/**
 * What a file covers: a bar a month, two handles for the confirmed range, gaps dotted. `from` and `to` are places 0 to 1 along the
 * whole; `label…` say them as dates. Arrows move a handle by `step`.
 */
export function CoverageBars({ bars, from, to, onChange, label, fromText, toText, step = 1 / 365, filled }: { bars: readonly CoverageBar[]; from: number; to: number; onChange?: (range: { from: number; to: number }) => void; label: string; fromText: string; toText: string; step?: number; filled?: number }) {
  const lane = useRef<HTMLDivElement>(null);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const set = (end: 'from' | 'to', place: number): void => {
    const kept = Math.min(1, Math.max(0, place));
    onChange?.(end === 'from' ? { from: Math.min(kept, to - step), to } : { from, to: Math.max(kept, from + step) });
  };
  const drag = (end: 'from' | 'to') => (event: PointerEvent<HTMLButtonElement>): void => {
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => {
      const box = lane.current?.getBoundingClientRect();
      if (box !== undefined) set(end, (moved.clientX - box.left) / box.width);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), { once: true });
  };
  const nudge = (end: 'from' | 'to', place: number) => (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    set(end, place + by * (event.shiftKey ? 10 : 1));
  };
  const handle = (end: 'from' | 'to', place: number, text: string) => (
    <button type="button" className={styles.handle} role="slider" aria-label={`${label}, ${t(end === 'from' ? 'kit.earlier' : 'kit.later')}`} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(place * 100)} aria-valuetext={text} style={{ left: `${place * 100}%` }} onPointerDown={drag(end)} onKeyDown={nudge(end, place)} />
  );
  return (
    <div className={styles.coverage} role="group" aria-label={label}>
      <div ref={lane} className={styles.lane}>
        <span className={styles.range} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
        {bars.map((bar, index) => (
          <span key={bar.key} className={styles.column} title={bar.title}>
            <i className={classes(filled !== undefined && index > filled && styles.coming, filled !== undefined && index === filled && styles.present)} style={{ height: `${(bar.value / most) * 100}%` }} />
            {(bar.gaps ?? []).map(([begin, end]) => <u key={begin} style={{ left: `${begin * 100}%`, width: `${(end - begin) * 100}%` }} />)}
          </span>
        ))}
        {onChange === undefined ? null : <>{handle('from', from, fromText)}{handle('to', to, toText)}</>}
      </div>
      <div className={styles.labels} aria-hidden="true">{bars.map((bar) => <span key={bar.key}>{bar.label}</span>)}</div>
    </div>
  );
}

/** One month of a coverage table: filled where measured, a dash where not. `parts` are shares 0 to 1. */
export function CoverageCell({ state, parts = [], label }: { state: 'measured' | 'partly' | 'none'; parts?: readonly (readonly [number, number])[]; label: string }) {
  return <span className={classes(styles.month, styles[state])} role="img" aria-label={label} title={label}>{state === 'partly' ? parts.map(([begin, end]) => <i key={begin} style={{ left: `${begin * 100}%`, width: `${(end - begin) * 100}%` }} />) : null}</span>;
}
