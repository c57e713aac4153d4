import { Button } from '#renderer/ui/button.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import type { ClosureInYear, ClosureState } from '#shared/calendars/model.ts';
import { dateText } from '#shared/format/dates.ts';
import { durationWords } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import { dayNumber, weekdayIndex } from '#shared/time/plain-date.ts';
import styles from './calendar.module.css';

/** One closure of the year. One that waits for a decision asks for it in its own row. */
export function ClosureRow({ closure, editable, onOpen, onDecide }: { closure: ClosureInYear; editable: boolean; onOpen: (closure: string) => void; onDecide: (state: ClosureState) => void }) {
  const { id, state, origin } = closure;
  const name = closure.closure.label ?? t('calendars.unnamed');
  const asks = state === 'proposed';
  const isHand = origin === 'manual' && editable;
  return (
    <tr data-state={state} {...(asks ? { 'data-ask': true } : {})}>
      <td className="tn">{datesText(closure.dates)}</td>
      <td><div className="clip">{isHand ? <button type="button" className={styles.opener} dir="auto" onClick={() => onOpen(id)}>{name}</button> : <span dir="auto">{name}</span>}<span className={styles.kind} title={kindWords(closure)}>{kindWords(closure)}</span></div></td>
      <td className="num"><Closes closure={closure} /></td>
      <td>
        {asks && editable ? (
          <span className={styles.decide}><Button size="small" onClick={() => onDecide('applied')}>{t('calendars.close')}<span className="sr"> {name}</span></Button><Button size="small" onClick={() => onDecide('rejected')}>{t('calendars.ignore')}<span className="sr"> {name}</span></Button></span>
        ) : editable ? (
          <Pick label={t('calendars.decisionOf', { name })} block value={state} choices={[{ value: 'applied', label: t('calendars.closed') }, { value: 'rejected', label: t('calendars.ignored') }]} onChange={(next) => onDecide(next === 'applied' ? 'applied' : 'rejected')} />
        ) : <span className="t2">{t(asks ? 'calendars.undecided' : state === 'applied' ? 'calendars.closed' : 'calendars.ignored')}</span>}
      </td>
    </tr>
  );
}

/** "Fri 26 Mar", "27–31 Dec", "24 Dec – 2 Jan"; a dash stands for a run of days only, dots for several runs. */
function datesText(dates: readonly string[]): string {
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  if (dates.length <= 1) return dateText(first, { weekday: true, year: false });
  if (dayNumber(last) - dayNumber(first) !== dates.length - 1) return `${dateText(first, { year: false })} …`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${dateText(last, { year: false })}`;
  return `${dateText(first, { year: false })} – ${dateText(last, { year: false })}`;
}

/** The open time that it takes; where it falls on days that are closed anyway it says so. An ignored observance takes nothing. */
function Closes({ closure: { state, observance, closesMs, dates } }: { closure: ClosureInYear }) {
  if (state === 'rejected' && observance !== null) return null;
  if (closesMs > 0) return durationWords(closesMs);
  return <span className={styles.idle}>{t(dates.every((date) => weekdayIndex(dayNumber(date)) > 4) ? 'calendars.weekend' : 'calendars.noHours')}</span>;
}

function kindWords(closure: ClosureInYear): string {
  const { kind, fromTime, toTime } = closure.closure;
  const part = fromTime === undefined ? (toTime === undefined ? '' : t('calendars.kindUntil', { to: toTime })) : toTime === undefined || toTime === '24:00' ? t('calendars.kindFrom', { from: fromTime }) : t('calendars.kindSpan', { from: fromTime, to: toTime });
  const source = closure.observance === null ? (closure.origin === 'manual' ? t('calendars.kindHand') : '') : t(`calendars.kind-${closure.observance}`);
  return [part, source, kind === 'yearly' ? t('calendars.kindYearly') : ''].filter((word) => word !== '').join(', ');
}
