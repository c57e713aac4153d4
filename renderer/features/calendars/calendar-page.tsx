import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useNow } from '#renderer/app/use-now.ts';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';
import { dateOf, yearOf } from '#shared/time/plain-date.ts';
import { CalendarHead } from './calendar-head.tsx';
import styles from './calendar.module.css';
import { ClosuresColumn } from './closures-column.tsx';
import { ImportHolidays } from './import-holidays.tsx';
import { MeaningColumn } from './meaning-column.tsx';
import { Purpose } from './purpose.tsx';
import { SpecialDays } from './special-days.tsx';
import { useFigures } from './use-figures.ts';
import { useWeekDraft } from './use-week-draft.ts';
import { WeekDrawn } from './week-drawn.tsx';
import { WeekFields } from './week-fields.tsx';
import { intervalsOf, openMinutes } from './week-intervals.ts';
import { YearGlance } from './year-glance.tsx';

export const calendarRoute = createLazyRoute('/shell/settings/calendars/$id')({ component: CalendarPage });

function CalendarPage() {
  const { id } = calendarRoute.useParams();
  const { version } = calendarRoute.useSearch();
  const { data: calendar, error } = useQuery(api.calendars.show.queryOptions({ input: { id, ...(version === undefined ? {} : { version }) } }));
  const crumbs = [{ label: t('kit.settings'), link: { to: '/settings' } }, { label: t('calendars.title'), link: { to: '/settings/calendars' } }, { label: calendar?.name ?? '' }] as const;
  if (error !== null) return <Page crumbs={crumbs.slice(0, 2)}><Failure error={error} /></Page>;
  if (calendar === undefined) return <Page crumbs={crumbs} fold="always">{null}</Page>;
  const editable = calendar.versions[0]?.version === calendar.version;
  return <LoadedCalendar key={`${calendar.id} ${editable}`} calendar={calendar} editable={editable} crumbs={crumbs} />;
}

/** Parts that are not drawn again with every step of a drag. */
const [StillHead, StillYear, StillSpecialDays, StillClosures, StillMeaning] = [memo(CalendarHead), memo(YearGlance), memo(SpecialDays), memo(ClosuresColumn), memo(MeaningColumn)];

function LoadedCalendar({ calendar, editable, crumbs }: { calendar: ShownCalendar; editable: boolean; crumbs: Parameters<typeof Page>[0]['crumbs'] }) {
  const search = calendarRoute.useSearch();
  const navigate = calendarRoute.useNavigate();
  const today = dateOf(useNow(), calendar.definition.tz);
  const year = search.year ?? yearOf(today);
  const set = useCallback((changes: Partial<typeof search>): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace: true }), [navigate]);
  const draft = useWeekDraft(calendar);
  const shown = useDeferredValue(draft.shown);
  const [opened] = useState(calendar.definition);
  const asked = useMemo(() => ({ id: calendar.id, version: editable ? null : calendar.version, year }), [calendar.id, calendar.version, editable, year]);
  const figures = useFigures(shown.definition, { ...asked, today });
  const openedFigures = useFigures(opened, { ...asked, today });
  const before = useMemo(() => ({ definition: opened, figures: openedFigures }), [opened, openedFigures]);
  const newest = calendar.versions[0]?.version;
  const openClosure = useCallback((closure: string | undefined) => set({ closure }), [set]);
  const showYear = useCallback((next: number) => set({ year: next === yearOf(today) ? undefined : next }), [set, today]);
  const showVersion = useCallback((version: number) => set({ version: version === newest ? undefined : version }), [set, newest]);
  const showTable = useCallback((table: boolean) => set({ view: table ? 'table' : undefined }), [set]);
  const showHistory = useCallback((history: boolean) => set({ history: history ? true : undefined }), [set]);
  const copy = useCallback(() => void navigate({ to: '/settings/calendars', search: { new: true, copy: calendar.id } }), [navigate, calendar.id]);
  const leave = useCallback(() => void navigate({ to: '/settings/calendars' }), [navigate]);
  useKeys({ n: () => document.querySelector<HTMLElement>('[data-ask] button')?.focus(), Escape: () => set({ closure: undefined, history: undefined }) });
  return (
    <Page crumbs={crumbs} layout="bare" fold="always" actions={editable ? <ImportHolidays calendar={calendar} year={year} /> : undefined}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <StillHead calendar={calendar} editable={editable} onVersion={showVersion} onCopy={copy} onGone={leave} />
          <WeekDrawn draft={draft} editable={editable} openedMinutes={openMinutes(intervalsOf(opened.week))} whole={search.hours === 'all'} onWhole={(whole) => set({ hours: whole ? 'all' : undefined })} />
          <StillYear calendar={shown} figures={figures} year={year} table={search.view === 'table'} onTable={showTable} />
          <WeekFields calendar={draft.shown} editable={editable} />
          <StillSpecialDays calendar={calendar} editable={editable} />
          <Purpose calendar={calendar} />
        </div>
        <StillClosures calendar={calendar} asked={asked} editable={editable} open={search.closure} onOpen={openClosure} onYear={showYear} />
        <StillMeaning calendar={shown} figures={figures} before={before} year={year} today={today} history={search.history === true} onHistory={showHistory} />
      </div>
    </Page>
  );
}
