import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { undoSaved, useOfferedUndo } from '#renderer/app/saved.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { describeWeek } from '#shared/calendar/describe.ts';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { weekdays } from '#shared/time/plain-date.ts';
import { changeHours } from './use-hours.ts';
import type { Week } from './week-intervals.ts';

/** Steps of the keyboard that follow each other closer than this are saved as one. */
const togetherMs = 600;

/** The week while it is drawn: what is seen at once, and saved when it is put down. An undo takes back what is seen last, also while it is being saved. */
export type WeekDraft = {
  /** The calendar with the week as it is drawn now. */
  readonly shown: ShownCalendar;
  /** The week without what the pointer holds. */
  readonly week: Week;
  /** What was refused; the week has gone back. */
  readonly error: string | null;
  /** Shows a week while it is dragged; null shows the kept one again. */
  readonly preview: (week: Week | null) => void;
  readonly keep: (week: Week, when: 'now' | 'soon') => void;
  /** Saves what waits. */
  readonly flush: () => void;
  /** Gives up what waits to be saved; whether there was anything. */
  readonly drop: () => boolean;
};

export function useWeekDraft(calendar: ShownCalendar): WeekDraft {
  const queries = useQueryClient();
  const { save, error } = useSaving();
  const [held, preview] = useState<Week | null>(null);
  const [drawn, setDrawn] = useState<Week | null>(null);
  const waiting = useRef<{ readonly days: Week; readonly seen: Week; readonly timer: number } | null>(null);
  const saves = useRef(Promise.resolve());
  const turn = useRef(0);
  const week = drawn ?? calendar.definition.week;

  const flush = (): void => {
    if (waiting.current === null) return;
    const { days, seen, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    const mine = turn.current;
    saves.current = saves.current.then(async () => {
      await save('calendars.change', () => changeHours(calendar.id, (present) => ({ week: { ...present.week, ...days } }), (present) => ({ week: { ...present.week, ...seen } })));
      await queries.invalidateQueries({ queryKey: api.calendars.show.key() });
      if (mine === turn.current) setDrawn(null);
    });
  };
  const keep = (next: Week, when: 'now' | 'soon'): void => {
    preview(null);
    setDrawn(next);
    turn.current += 1;
    clearTimeout(waiting.current?.timer);
    waiting.current = { days: { ...waiting.current?.days, ...changedDays(week, next) }, seen: { ...changedDays(next, week), ...waiting.current?.seen }, timer: window.setTimeout(() => latest.current(), togetherMs) };
    if (when === 'now') flush();
  };
  const drop = (): boolean => {
    if (waiting.current === null) return false;
    clearTimeout(waiting.current.timer);
    waiting.current = null;
    turn.current += 1;
    setDrawn(null);
    return true;
  };

  const latest = useRef(flush);
  const latestDrop = useRef(drop);
  useEffect(() => { latest.current = flush; latestDrop.current = drop; });
  useOfferedUndo(useCallback(() => {
    if (!latestDrop.current()) void saves.current.then(undoSaved);
  }, []));
  useEffect(() => {
    const leave = (): void => latest.current();
    window.addEventListener('pagehide', leave);
    return () => { window.removeEventListener('pagehide', leave); leave(); };
  }, []);

  const shown = useMemo(() => {
    const present = held ?? drawn;
    if (present === null) return calendar;
    const definition = { ...calendar.definition, week: present };
    return { ...calendar, definition, hours: describeWeek(definition) };
  }, [calendar, held, drawn]);
  return { shown, week, error, preview, keep, flush, drop };
}

function changedDays(before: Week, after: Week): Week {
  return Object.fromEntries(weekdays.filter((day) => JSON.stringify(before[day] ?? []) !== JSON.stringify(after[day] ?? [])).map((day) => [day, after[day] ?? []]));
}
