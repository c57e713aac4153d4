import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { CalendarClosure } from '#shared/calendar/model.ts';
import { parseHoursText } from '#shared/calendars/hours-text.ts';
import type { ClosureInYear, ShownCalendar } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './calendar.module.css';

type Kind = CalendarClosure['kind'];
type Wanted = { readonly kind: Kind; readonly label: string; readonly from: string | null; readonly to: string | null; readonly part: string };

/** A closure made by hand: one day, several, or the same days of every year; whole days or a part of them. It applies at once. */
export function ClosureForm({ calendar, year, closure, onClose }: { calendar: ShownCalendar; year: number; closure: ClosureInYear | null; onClose: () => void }) {
  const [wanted, setWanted] = useState<Wanted>(() => wantedOf(closure, year));
  const { save, error } = useSaving();
  const set = (changes: Partial<Wanted>): void => setWanted((present) => ({ ...present, ...changes }));
  const next = closureOf(wanted);
  const keep = async (): Promise<void> => {
    if (next === null) return;
    const kept = closure === null ? await save('closures.add', () => client.closures.add({ calendar: calendar.id, closure: next })) : await save('closures.change', () => client.closures.change({ id: closure.id, closure: next }));
    if (kept !== null) onClose();
  };
  const remove = async (id: string): Promise<void> => {
    if ((await save('closures.remove', () => client.closures.remove({ ids: [id] }))) !== null) onClose();
  };
  const several = wanted.kind !== 'date';
  return (
    <div className={styles.closureForm} role="group" aria-label={t(closure === null ? 'calendars.addClosure' : 'calendars.editClosure')}>
      <Segmented label={t('calendars.closureKind')} value={wanted.kind} onChange={(kind) => set({ kind })} options={(['date', 'range', 'yearly'] as const).map((kind) => ({ value: kind, label: t(`calendars.closureKind-${kind}`) }))} />
      <TextField label={t('calendars.closureLabel')} size="small" optional maxLength={500} value={wanted.label} onChangeText={(label) => set({ label })} onCommit={(label) => set({ label })} error={error} autoFocus />
      <div className={styles.pair}>
        <DateField label={t(several ? 'calendars.closureFrom' : 'calendars.closureDay')} size="small" value={wanted.from} onCommit={(from) => set({ from })} />
        {several ? <DateField label={t('calendars.closureTo')} size="small" optional={wanted.kind === 'yearly'} value={wanted.to} onCommit={(to) => set({ to })} check={(to) => (wanted.kind === 'range' && wanted.from !== null && to < wanted.from ? t('calendars.closureBefore') : null)} /> : null}
      </div>
      <TextField label={t('calendars.closurePart')} size="small" optional value={wanted.part} help={t('calendars.closurePartHelp')} check={partFault} onChangeText={(part) => set({ part })} onCommit={(part) => set({ part })} />
      <div className={styles.formFoot}>
        <Button kind="primary" size="small" disabledReason={next === null ? t('calendars.closureNeedsDay') : null} onClick={() => void keep()}>{t(closure === null ? 'calendars.closureAdd' : 'calendars.closureKeep')}</Button>
        <Button size="small" onClick={onClose}>{t('kit.cancel')}</Button>
        {closure === null ? null : <Button kind="danger" size="small" onClick={() => void remove(closure.id)}>{t('calendars.closureRemove')}</Button>}
      </div>
    </div>
  );
}

function wantedOf(closure: ClosureInYear | null, year: number): Wanted {
  if (closure === null) return { kind: 'date', label: '', from: null, to: null, part: '' };
  const { kind, from, to, fromTime, toTime, label } = closure.closure;
  const full = (day: string): string => (kind === 'yearly' ? `${year}-${day}` : day);
  return { kind, label: label ?? '', from: full(from), to: full(to), part: fromTime === undefined && toTime === undefined ? '' : `${fromTime ?? '00:00'}–${toTime ?? '24:00'}` };
}

/** The closure as it would be kept; null while something is missing. */
function closureOf({ kind, label, from, to, part }: Wanted): CalendarClosure | null {
  if (from === null || partFault(part) !== null || (kind === 'range' && (to === null || to < from))) return null;
  const typed = parseHoursText(part);
  const [times] = 'ranges' in typed ? typed.ranges : [];
  const rest = { ...(label.trim() === '' ? {} : { label: label.trim() }), ...(times === undefined ? {} : { fromTime: times[0], toTime: times[1] }) };
  if (kind === 'yearly') return { kind, from: from.slice(5), to: (to ?? from).slice(5), ...rest };
  return kind === 'range' ? { kind, from, to: to ?? from, ...rest } : { kind, from, to: from, ...rest };
}

function partFault(text: string): string | null {
  if (text.trim() === '') return null;
  const typed = parseHoursText(text);
  return 'ranges' in typed && typed.ranges.length === 1 ? null : t('calendars.closurePartWrong');
}
