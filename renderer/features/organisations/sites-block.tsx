import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { compileCalendar } from '#shared/calendar/calendar.ts';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { Site } from '#shared/organisations/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { subtract, type Interval } from '#shared/time/interval.ts';
import { addDays, dateOf, startOfDay } from '#shared/time/plain-date.ts';
import styles from './organisation.module.css';
import { cityOf } from './words.ts';

type Lane = { readonly site: Site; readonly calendar: ShownCalendar | null; readonly open: readonly Interval[] };

/** Sites from one clock: a bar a site, dark while it is open now, one line for now. */
export function SitesBlock({ sites, zone, now, current, onOpen }: { sites: readonly Site[]; zone: string; now: Instant; current: string | undefined; onOpen: (site: string) => void }) {
  const ids = useMemo(() => [...new Set(sites.flatMap((site) => (site.calendarId === null ? [] : [site.calendarId])))], [sites]);
  const answers = useQueries({ queries: ids.map((id) => api.calendars.show.queryOptions({ input: { id } })) });
  const today = dateOf(now, zone);
  const day: Interval = { from: startOfDay(today, zone), to: startOfDay(addDays(today, 1), zone) };
  const lanes = sites.map((site): Lane => {
    const calendar = answers[ids.indexOf(site.calendarId ?? '')]?.data ?? null;
    return { site, calendar, open: calendar === null ? [] : compileCalendar(calendar.definition).stretches(day.from, day.to).filter((stretch) => stretch.kind === 'open') };
  });
  return (
    <Section title={t('organisations.sitesTitle')} count={sites.length === 0 ? undefined : sites.length} ruled
      end={<>{sites.length === 0 ? null : <span>{t('organisations.clockOf', { city: cityOf(zone) })}</span>}<Button kind="link" size="small" onClick={() => onOpen('new')}><span aria-hidden="true">{t('organisations.addSite')}</span><span className="sr">{t('organisations.addSiteLabel')}</span></Button></>}>
      {sites.length === 0 ? <p className="t13 t3">{t('organisations.noSites')}</p> : (
        <>
          <div className={styles.axisRow} aria-hidden="true"><span /><div className={styles.dayAxis}>{[0, 6, 12, 18, 24].map((hour) => <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>{hour}</span>)}</div></div>
          <ul>{lanes.map((lane) => <SiteLane key={lane.site.id} lane={lane} day={day} zone={zone} now={now} current={lane.site.id === current} onOpen={onOpen} />)}</ul>
          <p className={styles.together}>{togetherText(lanes.filter((lane) => lane.calendar !== null), now, zone)}</p>
        </>
      )}
    </Section>
  );
}

function SiteLane({ lane: { site, calendar, open }, day, zone, now, current, onOpen }: { lane: Lane; day: Interval; zone: string; now: Instant; current: boolean; onOpen: (site: string) => void }) {
  const share = (at: Instant): string => `${(100 * (at - day.from)) / (day.to - day.from)}%`;
  const hours = open.map((interval) => `${timeText(interval.from, zone)}–${interval.to === day.to ? '24:00' : timeText(interval.to, zone)}`).join(', ');
  const label = calendar === null ? t('organisations.noCalendarLane', { site: site.name }) : open.length === 0 ? t('organisations.closedLane', { site: site.name }) : t('organisations.openLane', { site: site.name, hours });
  const away = calendar !== null && calendar.definition.tz !== zone ? `, ${cityOf(calendar.definition.tz)}` : '';
  return (
    <li className={styles.site} aria-current={current || undefined}>
      <div><button type="button" className={styles.opener} dir="auto" onClick={() => onOpen(site.id)}>{site.name}</button><span>{cityOf(site.zone)}</span></div>
      <div>
        <div className={styles.laneHead}>
          {calendar === null ? <button type="button" className={styles.opener} onClick={() => onOpen(site.id)}>{t('organisations.noCalendar')}</button> : <Link to="/settings/calendars/$id" params={{ id: calendar.id }} className="clip">{calendar.name}</Link>}
          <span className="clip" title={calendar === null ? undefined : `${calendar.hours}${away}`}>{calendar === null ? '' : `${shortHours(calendar.hours)}${away}`}</span>
        </div>
        <div className={styles.lane} role="img" aria-label={label}>
          {open.map((interval) => <i key={interval.from} {...(interval.from <= now && now < interval.to ? { 'data-on': true } : {})} style={{ left: share(interval.from), width: `${(100 * (interval.to - interval.from)) / (day.to - day.from)}%` }} />)}
          <u style={{ left: share(now) }} title={t('organisations.nowAt', { time: timeText(now, zone) })} />
        </div>
      </div>
    </li>
  );
}

/** "Mon–Sat 06–22" where every time is a full hour. */
function shortHours(hours: string): string {
  return /:(?!00)/.test(hours) ? hours : hours.replaceAll(':00', '');
}

/** "All three are open now, together from 08:00 to 11:00." */
function togetherText(lanes: readonly Lane[], now: Instant, zone: string): string {
  const [first] = lanes;
  if (first === undefined) return '';
  const isOpen = (lane: Lane): boolean => lane.open.some((interval) => interval.from <= now && now < interval.to);
  if (lanes.length === 1) return `${t(isOpen(first) ? 'organisations.oneOpen' : 'organisations.oneClosed')}.`;
  const open = lanes.filter(isOpen).length;
  const head = open === lanes.length ? t('organisations.allOpen', { count: open }) : open === 0 ? t('organisations.noneOpen') : t('organisations.someOpen', { open, count: lanes.length });
  const all = lanes.slice(1).reduce<readonly Interval[]>((shared, lane) => subtract(shared, subtract(shared, lane.open)), first.open);
  const spans = all.map((interval, index) => t(index === 0 ? 'organisations.together' : 'organisations.togetherAlso', { from: timeText(interval.from, zone), to: timeText(interval.to, zone).replace(/^00:00$/, '24:00') }));
  return `${head}${spans.length === 0 ? t('organisations.neverTogether') : spans.join('')}.`;
}
