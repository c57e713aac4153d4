import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SectionHead } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { ClosureListRow, ClosureState, ShownCalendar } from '#shared/calendars/model.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './calendar.module.css';
import { ClosureForm } from './closure-form.tsx';
import { ClosureRow } from './closure-row.tsx';
import { useClosures, type ClosuresAsked } from './use-figures.ts';

/** Closures of a year: what each closes in hours, and the decisions on those that a source proposed. */
export function ClosuresColumn({ calendar, asked, editable, open, onOpen, onYear }: { calendar: ShownCalendar; asked: ClosuresAsked; editable: boolean; open: string | undefined; onOpen: (closure: string | undefined) => void; onYear: (year: number) => void }) {
  const { year } = asked;
  const { data, error } = useClosures(asked);
  const { save, error: refused } = useSaving();
  const closures = data?.closures ?? [];
  const waiting = closures.filter((closure) => closure.state === 'proposed').map((closure) => closure.id);
  const decide = (ids: readonly string[], state: ClosureState): void => void save('closures.decide', () => client.closures.decide({ ids: [...ids], state }));
  const place = usePlaceName(data?.lists.find((list) => list.country !== null));
  const count = closures.length === 0 ? undefined : waiting.length === 0 ? t('calendars.closuresCount', { count: countText(closures.length) }) : t('calendars.closuresToDecide', { count: countText(closures.length), ask: countText(waiting.length) });
  const edited = open === undefined || open === 'new' ? null : (closures.find((closure) => closure.id === open) ?? null);
  return (
    <section className={styles.column} aria-label={t('calendars.closures')}>
      <SectionHead title={t('calendars.closures')} count={count}
        end={<Segmented label={t('calendars.year')} value={String(year)} onChange={(next) => onYear(Number(next))} options={[year - 1, year, year + 1].filter((one) => one >= 1970 && one <= 2100).map((one) => ({ value: String(one), label: String(one) }))} />} />
      {editable && waiting.length > 1 ? <div className={styles.decideAll}><Button size="small" onClick={() => decide(waiting, 'applied')}>{t('calendars.closeAll', { count: countText(waiting.length) })}</Button><Button size="small" onClick={() => decide(waiting, 'rejected')}>{t('calendars.ignoreAll')}</Button></div> : null}
      {editable && (open === 'new' || edited !== null) ? <ClosureForm key={open} calendar={calendar} year={year} closure={edited} onClose={() => onOpen(undefined)} /> : null}
      {refused === null ? null : <Note tone="missed">{refused}</Note>}
      {error !== null ? <Failure error={error} /> : closures.length === 0 ? <p className={styles.nothing}>{data === undefined ? '' : t('calendars.noClosures', { year })}</p> : (
        <table className={styles.closures}>
          <thead><tr><th>{t('calendars.date')}</th><th>{place ?? t('calendars.place')}</th><th className="num">{t('calendars.closes')}</th><th>{t('calendars.decision')}</th></tr></thead>
          <tbody>{closures.map((closure) => <ClosureRow key={closure.id} closure={closure} editable={editable} onOpen={onOpen} onDecide={(state) => decide([closure.id], state)} />)}</tbody>
        </table>
      )}
      {editable && open !== 'new' ? <div className={styles.addClosure}><Button size="small" icon="plus" onClick={() => onOpen('new')}>{t('calendars.addClosure')}</Button></div> : null}
    </section>
  );
}

/** "Switzerland, Zurich" of the list that a country's holidays went into. */
function usePlaceName(list: ClosureListRow | undefined): string | null {
  const country = list?.country ?? null;
  const { data: countries } = useQuery({ ...api.closures.countries.queryOptions(), enabled: country !== null });
  const { data: regions } = useQuery({ ...api.closures.regions.queryOptions({ input: { country: country ?? '--' } }), enabled: country !== null });
  if (country === null) return null;
  const region = list?.region ?? null;
  const nameOf = (places: readonly { code: string; name: string }[] | undefined, code: string): string => places?.find((one) => one.code === code)?.name ?? code;
  return region === null ? nameOf(countries, country) : `${nameOf(countries, country)}, ${nameOf(regions, region)}`;
}
