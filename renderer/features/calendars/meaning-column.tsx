import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ValueLines } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { distanceText } from '#renderer/ui/next-dates.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import type { CalendarUse, CalendarYear, ShownCalendar } from '#shared/calendars/model.ts';
import { dateText, daysApart, monthName } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { versionStates } from '#shared/agreements/model.ts';
import styles from './calendar.module.css';
import { clockChangeWords, dueExample, dueFrom } from './consequences.ts';

/** The calendar as it was when the page was opened. */
type Before = { readonly definition: CalendarDefinition; readonly figures: CalendarYear | undefined };

/** What follows from the calendar at once: open time, gaps, clock changes, an example, and who uses it. */
export function MeaningColumn({ calendar, figures, before, year, today, history, onHistory }: { calendar: ShownCalendar; figures: CalendarYear | undefined; before: Before; year: number; today: string; history: boolean; onHistory: (history: boolean) => void }) {
  const zone = calendar.definition.tz;
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const example = useMemo(() => (figures === undefined ? null : dueExample(calendar.definition, figures, year)), [calendar.definition, figures, year]);
  const dueBefore = useMemo(() => (example === null ? null : dueFrom(before.definition, example.from)), [before.definition, example]);
  return (
    <aside className={styles.rail} aria-label={t('calendars.whatItMeans')}>
      {figures === undefined ? null : (
        <>
          <Section title={t('calendars.whatItMeans')}><ValueLines entries={linesOf(figures, before.figures ?? figures, year, today, zone)} /></Section>
          <Section title={t('calendars.clockChanges')}><p className={styles.words}>{clockChangeWords(figures, year)}</p></Section>
          {example === null ? null : <Section title={t('calendars.example')}><p className={styles.words}>{t('calendars.exampleText', { from: instantText(example.from, zone) })} <b className="ink">{instantText(example.due, zone)}</b>.{dueBefore === null || dueBefore === example.due ? null : <span className="t3"> {t('calendars.exampleWas', { due: instantText(dueBefore, zone) })}</span>}</p></Section>}
        </>
      )}
      <Section title={t('calendars.usedBy')}>{calendar.versions[0]?.version === calendar.version ? <KeptNote calendar={calendar} /> : null}<UsedBy calendar={calendar} /></Section>
      <Section title={t('calendars.history')} end={<Button kind="link" size="small" expanded={history} onClick={() => onHistory(!history)}>{t(history ? 'kit.close' : 'calendars.historyShow')}</Button>}>
        {history ? <RecordHistory kind="calendar" id={calendar.id} zone={workspace?.zone ?? zone} /> : null}
      </Section>
    </aside>
  );
}

const hourMs = 3_600_000;
const budgetMinutesPerMs = 0.001 / 60_000;

function linesOf(figures: CalendarYear, before: CalendarYear, year: number, today: string, zone: string) {
  const months = figures.monthsOpenMs.map((ms, month) => ({ minutes: ms * budgetMinutesPerMs, month: month + 1 }));
  const least = months.reduce((one, other) => (other.minutes < one.minutes ? other : one));
  const most = months.reduce((one, other) => (other.minutes > one.minutes ? other : one));
  const { nextClosure, longestGap } = figures;
  return [
    { key: 'open', name: t('calendars.openIn', { year }), second: t('calendars.businessDays', { count: countText(figures.businessDays) }), value: <Changed now={<b className="m">{hoursText(figures.openMs)}</b>} before={hoursText(before.openMs)} same={figures.openMs === before.openMs} /> },
    { key: 'next', name: t('calendars.nextClosure'), ...(nextClosure === null ? {} : { second: [nextClosure.label ?? '', distanceText(daysApart(today, nextClosure.date))].filter((part) => part !== '').join(', ') }), value: nextClosure === null ? t('calendars.nextClosureNone') : dateText(nextClosure.date, { weekday: true, year: nextClosure.date.slice(0, 4) !== today.slice(0, 4) }) },
    ...(longestGap === null ? [] : [{ key: 'gap', name: t('calendars.longestGap'), second: t('calendars.gapFrom', { from: instantText(longestGap.from, zone) }), value: <Changed now={hoursText(longestGap.to - longestGap.from)} before={hoursText(gapMs(before))} same={gapMs(figures) === gapMs(before)} /> }]),
    { key: 'allows', name: t('calendars.allows'), second: t('calendars.allowsMonth', { month: monthName(least.month) }), value: t('calendars.allowsSpan', { least: least.minutes.toFixed(1), most: most.minutes.toFixed(1) }) },
  ];
}

/** A figure, under it what it was where it has changed. */
function Changed({ now, before, same }: { now: ReactNode; before: string; same: boolean }) {
  return <>{now}{same ? null : <span className={styles.before}>{t('calendars.was', { value: before })}</span>}</>;
}

function hoursText(ms: number): string {
  return `${countText(Math.round(ms / hourMs))} h`;
}

function gapMs({ longestGap }: CalendarYear): number {
  return longestGap === null ? 0 : longestGap.to - longestGap.from;
}

function UsedBy({ calendar }: { calendar: ShownCalendar }) {
  const { sites, agreements } = calendar.usedBy;
  if (sites.length + agreements.length === 0) return <p className="t13 t3">{t('calendars.usedByNobody')}</p>;
  return (
    <ValueLines entries={[
      ...agreements.map((use) => ({
        key: `${use.id} ${use.version} ${use.calendarVersion}`,
        name: <Link to="/agreements/$id" params={{ id: use.id }} search={{ version: use.version }} dir="auto">{use.version === 1 ? use.title : `${use.title} v${use.version}`}</Link>,
        second: use.targets === 0 ? t('calendars.usedHours', { state: stateWords(use.state) }) : t('calendars.usedAgreement', { state: stateWords(use.state), count: use.targets }),
        value: <span className="t2">{holdWords(use, calendar)}</span>,
      })),
      ...sites.map((site) => ({ key: site.id, name: <Link to="/customers/$id" params={{ id: site.organisationId }} search={{ site: site.id }} dir="auto">{site.name}</Link>, second: <span dir="auto">{t('calendars.usedSite', { organisation: site.organisation })}</span>, value: '' })),
    ]} />
  );
}

/** What is approved or signed keeps its version; a draft follows the newest one, unless it began with an older one. */
function holdWords(use: CalendarUse['agreements'][number], calendar: ShownCalendar): string {
  if (['approved', 'signing', 'signed'].includes(use.state)) return t('calendars.keepsCopy');
  return use.calendarVersion === calendar.versions[0]?.version ? t('calendars.followsChanges') : t('calendars.versionOf', { version: use.calendarVersion });
}

function stateWords(state: string): string {
  const known = versionStates.find((one) => one === state);
  return known === undefined ? state : t(`calendars.state-${known}`);
}

/** Said before the first change, and away from what is dragged, so that nothing moves under the hand when it goes. */
function KeptNote({ calendar }: { calendar: ShownCalendar }) {
  const present = calendar.versions.find((version) => version.version === calendar.version);
  if (present?.isKept !== true) return null;
  const names = [...new Set(calendar.usedBy.agreements.filter((use) => use.calendarVersion === calendar.version && ['approved', 'signing', 'signed'].includes(use.state)).map((use) => use.title))];
  return <div className={styles.kept}><Note icon="lock">{t('calendars.kept', { version: calendar.version, names: names.join(', ') || t('calendars.keptUnnamed'), next: calendar.version + 1 })}</Note></div>;
}
