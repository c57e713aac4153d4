import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { describeWeek } from '#shared/calendar/describe.ts';
import type { CalendarClosure, CalendarDefinition, CalendarReference } from '#shared/calendar/model.ts';
import { dateText, monthName } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { CalendarField } from '../fields/calendar-field.tsx';
import { WeekFields } from '../fields/week-fields.tsx';
import styles from '../document.module.css';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, Value, ValueHead } from '../value.tsx';
import valueStyles from '../value.module.css';

/** When the service is promised. */
export function HoursPart() {
  const { document } = useDraftContext();
  const { serviceHours } = document;
  const named = typeof serviceHours === 'string' ? document.calendars[serviceHours] : serviceHours;
  return (
    <div className={styles.rows}>
      <p>
        {t('agreements.hoursLead')}{' '}<Value label={t('agreements.serviceHours')} missing={serviceHours === undefined} width={496} body={<ServiceHours />}>{serviceHours === undefined ? t('agreements.hoursMissing') : hoursName(serviceHours)}</Value>
        {named === undefined ? '.' : <>, {typeof serviceHours === 'string' ? <Value label={`${t('agreements.hours')}: ${serviceHours}`} quiet width={420} body={<OwnWeek name={serviceHours} definition={named} />}>{describeWeek(named)} {named.tz}</Value> : `${describeWeek(named)} ${named.tz}`}.</>}
      </p>
    </div>
  );
}

/** The calendars that the agreement keeps, and the days on which they are closed. */
export function HolidaysPart() {
  const { document } = useDraftContext();
  const calendars = Object.entries(document.calendars);
  if (calendars.length === 0) return <p className={styles.kind}>{t('agreements.noCalendars')}</p>;
  return (
    <ul className={styles.rows}>
      {calendars.map(([name, definition]) => {
        const count = closuresOf(definition);
        return (
          <li key={name}><span>{t('agreements.closedOf', { name })}{' '}<Value label={t('agreements.closuresOf', { name })} missing={count === 0} width={496} body={<Closures name={name} definition={definition} />}>{count === 0 ? t('agreements.noClosures') : t('agreements.closureCount', { count })}</Value>.</span></li>
        );
      })}
    </ul>
  );
}

export function hoursName(reference: CalendarReference): string {
  return reference === '24x7' ? t('agreements.aroundTheClock') : typeof reference === 'string' ? reference : describeWeek(reference);
}

export function closuresOf(definition: CalendarDefinition): number {
  return (definition.closures?.length ?? 0) + (definition.holidays?.length ?? 0) + (definition.holidays_every_year?.length ?? 0);
}

function ServiceHours() {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  return (
    <>
      <ValueHead>{t('agreements.serviceHours')}</ValueHead>
      <CalendarField document={document} value={document.serviceHours} unset={t('agreements.noHours')} onChoose={(reference) => edit([{ kind: 'set-service-hours', calendar: reference }])}
        onNew={(name, definition) => edit([{ kind: 'set-calendar', name, calendar: definition }, { kind: 'set-service-hours', calendar: name }])} />
    </>
  );
}

function OwnWeek({ name, definition }: { name: string; definition: CalendarDefinition }) {
  const { save } = useEditing();
  return <><ValueHead>{t('agreements.hoursOf', { name })}</ValueHead><WeekFields value={definition} onChange={(calendar) => save([{ kind: 'set-calendar', name, calendar }])} /></>;
}

function Closures({ name, definition }: { name: string; definition: CalendarDefinition }) {
  const { save } = useEditing();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const closures = definition.closures ?? [];
  const set = (next: CalendarDefinition): void => save([{ kind: 'set-calendar', name, calendar: next }]);
  const add = (yearly: boolean): void => {
    if (from === null) return;
    const last = to ?? from;
    const named = label === '' ? {} : { label };
    const closure: CalendarClosure = yearly ? { kind: 'yearly', from: from.slice(5), to: last.slice(5), ...named } : last === from ? { kind: 'date', from, to: from, ...named } : { kind: 'range', from, to: last, ...named };
    set({ ...definition, closures: [...closures, closure] });
    setFrom(null); setTo(null); setLabel('');
  };
  return (
    <>
      <ValueHead>{t('agreements.closuresOf', { name })}</ValueHead>
      <div className={valueStyles.scroll}>
        <div className={valueStyles.list}>
          {closures.map((closure, index) => (
            <div key={`${closure.from} ${index}`} className={valueStyles.item}><span>{closureText(closure)}{closure.label === undefined ? null : <span className="t3"> {closure.label}</span>}</span><Button kind="quiet" size="small" icon="x" iconOnly onClick={() => set({ ...definition, closures: closures.toSpliced(index, 1) })}>{t('agreements.removeClosure')}</Button></div>
          ))}
          {(definition.holidays ?? []).map((day) => <div key={day} className={valueStyles.item}><span>{dateText(day)}</span><Button kind="quiet" size="small" icon="x" iconOnly onClick={() => set({ ...definition, holidays: (definition.holidays ?? []).filter((other) => other !== day) })}>{t('agreements.removeClosure')}</Button></div>)}
          {(definition.holidays_every_year ?? []).map((day) => <div key={day} className={valueStyles.item}><span>{dayOfYear(day)} {t('agreements.everyYear')}</span><Button kind="quiet" size="small" icon="x" iconOnly onClick={() => set({ ...definition, holidays_every_year: (definition.holidays_every_year ?? []).filter((other) => other !== day) })}>{t('agreements.removeClosure')}</Button></div>)}
        </div>
      </div>
      <div className={valueStyles.row} data-stay>
        <DateField label={t('agreements.closedFrom')} optional value={from} onCommit={setFrom} />
        <DateField label={t('agreements.closedTo')} optional value={to} onCommit={setTo} />
        <TextField label={t('agreements.closureName')} optional value={label} onCommit={setLabel} onChangeText={setLabel} />
      </div>
      <div className={valueStyles.foot}><span className="t3 t12">{t('agreements.countriesInCalendar')}</span><Button disabledReason={from === null ? t('agreements.dateNeeded') : null} onClick={() => add(false)}>{t('agreements.addOnce')}</Button><Button disabledReason={from === null ? t('agreements.dateNeeded') : null} onClick={() => add(true)}>{t('agreements.addYearly')}</Button></div>
    </>
  );
}

function closureText(closure: CalendarClosure): string {
  if (closure.kind === 'yearly') return `${closure.from === closure.to ? dayOfYear(closure.from) : `${dayOfYear(closure.from)} – ${dayOfYear(closure.to)}`} ${t('agreements.everyYear')}`;
  const days = closure.from === closure.to ? dateText(closure.from) : `${dateText(closure.from)} – ${dateText(closure.to)}`;
  return closure.fromTime === undefined ? days : `${days}, ${closure.fromTime}–${closure.toTime ?? '24:00'}`;
}

function dayOfYear(monthDay: string): string {
  return `${Number(monthDay.slice(3))} ${monthName(Number(monthDay.slice(0, 2)))}`;
}
