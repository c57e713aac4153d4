import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Note } from '#renderer/ui/note.tsx';
import { styleWith } from '#renderer/ui/style.ts';
import { tip } from '#renderer/ui/tip.tsx';
import { hoursMinutes } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import { useWeekGrip } from './use-week-grip.ts';
import type { WeekDraft } from './use-week-draft.ts';
import { WeekBar } from './week-bar.tsx';
import { newInterval, stepped, windowOf } from './week-grip.ts';
import { copiedTo, intervalsOf, isSame, nightEnd, openMinutes, placed, stillTouched, weekOf, type WeekInterval } from './week-intervals.ts';
import { stepOfKey } from './week-keys.ts';
import { WeekSum } from './week-sum.tsx';
import { intervalName, shortDay } from './week-words.ts';
import styles from './week.module.css';

const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** The week as it is drawn: a column a day, a bar an interval. Bars are drawn, dragged and stepped; the fields below are the same week, typed. */
export function WeekDrawn({ draft, editable, openedMinutes, whole, onWhole }: { draft: WeekDraft; editable: boolean; openedMinutes: number; whole: boolean; onWhole: (whole: boolean) => void }) {
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef<'bar' | number | null>(null);
  const helpId = useId();
  const [last, setTouched] = useState<WeekInterval | null>(null);
  const [former, setFormer] = useState<WeekInterval | null>(null);
  const [said, setSaid] = useState('');
  const [copying, setCopying] = useState(false);
  const intervals = intervalsOf(draft.shown.definition.week);
  const kept = intervalsOf(draft.week);
  const needed = windowOf(kept, false);
  const shown = windowOf(kept, whole);
  const touched = stillTouched(intervals, last) ?? (last === null ? null : stillTouched(intervals, former));

  const change = (present: WeekInterval | null, next: WeekInterval | null, when: 'now' | 'soon'): void => {
    const result = placed(kept, present, next);
    wantsFocus.current = result.touched === null ? (present?.day ?? null) : 'bar';
    setFormer(present);
    setTouched(result.touched);
    setSaid(result.touched === null ? t('calendars.intervalGone') : intervalName(result.touched));
    draft.keep(weekOf(result.intervals), when);
  };
  const grip = useWeekGrip({
    grid, intervals: kept, window: shown,
    onTouch: (interval) => { wantsFocus.current = interval === null ? null : 'bar'; setTouched(interval); },
    onMove: (present, next) => { const result = next === null ? { intervals: kept, touched: present } : placed(kept, present, next); setTouched(result.touched); draft.preview(weekOf(result.intervals)); },
    onDrop: (present, next) => { draft.preview(null); if (isSame(next, present)) setTouched(present); else change(present, next, 'now'); },
    onLeave: () => draft.preview(null),
  });
  const press = (interval: WeekInterval) => (event: KeyboardEvent): void => {
    const step = stepOfKey(event);
    if (step !== null) {
      const next = stepped(interval, step);
      if (!isSame(next, interval)) change(interval, next, 'soon');
    } else if (event.key === 'Delete' || event.key === 'Backspace') change(interval, null, 'now');
    else if (event.key.toLowerCase() === 'c' && !event.ctrlKey && !event.metaKey && !event.altKey) setCopying(true);
    else if (event.key === 'Escape' && touched !== null) setTouched(null);
    else if (!(event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && draft.drop())) return;
    event.preventDefault();
  };
  const copy = (targets: readonly number[]): void => {
    setCopying(false);
    if (touched === null) return;
    wantsFocus.current = 'bar';
    draft.keep(weekOf(copiedTo(kept, touched.day, targets)), 'now');
  };

  useLayoutEffect(() => {
    const wanted = wantsFocus.current;
    if (wanted === null) return;
    wantsFocus.current = null;
    const found = wanted === 'bar' ? grid.current?.querySelector<HTMLElement>('button[data-touched]') : grid.current?.parentElement?.querySelector<HTMLElement>(`[data-day='${wanted}']`);
    found?.focus({ preventScroll: true });
  });

  const marks = Array.from({ length: (shown.last - shown.first) / 2 + 1 }, (_, index) => shown.first + 2 * index);
  return (
    <>
      <div className={styles.week} style={styleWith({ '--shown': String(shown.last - shown.first) })} {...(editable ? { role: 'group' } : { role: 'img' })} aria-label={t('calendars.weekDrawn', { hours: draft.shown.hours })}>
        <div className={styles.corner}>{editable && needed.last - needed.first < 24 ? <button type="button" aria-pressed={whole} onClick={() => onWhole(!whole)} {...tip(t('calendars.wholeDay'))}>{t('calendars.wholeDayShort')}<span className="sr">: {t('calendars.wholeDay')}</span></button> : null}</div>
        <div className={styles.heads}>{days.map((day) => <DayHead key={day} day={day} intervals={intervals} onAdd={editable ? (interval) => change(null, interval, 'now') : null} />)}</div>
        <div className={styles.times} aria-hidden="true">{marks.map((hour) => <span key={hour} style={{ top: `calc(var(--hour) * ${hour - shown.first})` }}>{String(hour).padStart(2, '0')}</span>)}</div>
        <div ref={grid} className={styles.grid} {...(editable ? { ...grip, role: 'application', 'aria-label': t('calendars.weekGrid'), 'aria-describedby': helpId, 'data-editable': true } : {})}>
          {days.map((day) => <i key={day} />)}
          {intervals.map((interval, index) => (
            <WeekBar key={index} interval={interval} index={index} window={shown} touched={isSame(interval, touched)}
              editing={editable ? { onFocus: () => setTouched(interval), onBlur: draft.flush, onKeyDown: press(interval) } : null} />
          ))}
        </div>
      </div>
      <p id={helpId} className="sr">{t('calendars.weekGridHelp')}</p>
      <p role="status" className="sr">{said}</p>
      {draft.error === null ? null : <Note tone="missed">{draft.error}</Note>}
      <WeekSum minutes={openMinutes(intervals)} openedMinutes={openedMinutes} touched={editable ? touched : null} editable={editable} copying={copying} onCopying={setCopying} onCopy={copy} />
    </>
  );
}

/** A weekday with its hours; in a week that is drawn it adds an interval, for those who do not draw. */
function DayHead({ day, intervals, onAdd }: { day: number; intervals: readonly WeekInterval[]; onAdd: ((interval: WeekInterval) => void) | null }) {
  const open = openMinutes(intervals.filter((interval) => interval.day === day));
  const night = nightEnd(intervals, day);
  const words = <>{shortDay(day)} <span>{open > 0 ? hoursShort(open) : night === null ? t('calendars.closedDay') : t('calendars.openUntil', { time: night })}</span></>;
  if (onAdd === null) return <span>{words}</span>;
  const next = newInterval(intervals, day);
  return <button type="button" data-day={day} aria-disabled={next === null || undefined} {...tip(t(next === null ? 'calendars.dayFull' : 'calendars.addInterval'))} onClick={() => { if (next !== null) onAdd(next); }}>{words}<span className="sr">: {t(next === null ? 'calendars.dayFull' : 'calendars.addInterval')}</span></button>;
}

/** "10 h", "8:30 h": the column is narrow. */
function hoursShort(minutes: number): string {
  return `${minutes % 60 === 0 ? minutes / 60 : hoursMinutes(minutes * 60_000)} h`;
}
