import { useEffect, useState } from 'react';
import { registerKeys } from '#renderer/app/keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { KeyHint, KeyLine } from '#renderer/ui/key-hint.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import type { WeekInterval } from './week-intervals.ts';
import { longDay } from './week-words.ts';
import styles from './week.module.css';

const minuteMs = 60_000;
const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** Under the grid: what the week adds up to, what it was when the page was opened, and what the keys do to the interval at hand. */
export function WeekSum({ minutes, openedMinutes, touched, editable, copying, onCopying, onCopy }: { minutes: number; openedMinutes: number; touched: WeekInterval | null; editable: boolean; copying: boolean; onCopying: (copying: boolean) => void; onCopy: (days: readonly number[]) => void }) {
  const isTouched = touched !== null;
  useEffect(() => (isTouched ? registerKeys({ keys: () => Object.keys(keyWords()), words: keyWords }) : undefined), [isTouched]);
  return (
    <div className={styles.sum}>
      <p><b>{durationWords(minutes * minuteMs)}</b> {t('calendars.aWeek')}{minutes === openedMinutes ? null : <span className="t3">, {t('calendars.was', { value: durationWords(openedMinutes * minuteMs) })}</span>}</p>
      {!editable ? null : touched === null ? <p className={styles.hint}>{t('calendars.drawHint')}</p> : (
        <div className={styles.keys}>
          <KeyLine keys={[{ keys: ['↑', '↓'], does: t('calendars.keyStep') }, { keys: ['Shift'], does: t('calendars.keyBegin') }, { keys: ['Alt'], does: t('calendars.keyEnd') }]} />
          <PopoverPanel opened={copying} onClose={() => onCopying(false)} label={t('calendars.copyDay', { day: longDay(touched.day) })} position="bottom-end"
            target={<Button kind="quiet" size="small" expanded={copying} hasPopup="dialog" onClick={() => onCopying(!copying)}><KeyHint>C</KeyHint>{t('calendars.keyCopy')}</Button>}>
            <CopyDays from={touched.day} onCopy={onCopy} />
          </PopoverPanel>
        </div>
      )}
    </div>
  );
}

/** The days that get the hours of one: those of the office first. */
function CopyDays({ from, onCopy }: { from: number; onCopy: (days: readonly number[]) => void }) {
  const [chosen, setChosen] = useState<readonly number[]>(days.filter((day) => day < 5 && day !== from));
  return (
    <form className={styles.copy} onSubmit={(event) => { event.preventDefault(); onCopy(chosen); }}>
      <h3>{t('calendars.copyDay', { day: longDay(from) })}</h3>
      {days.filter((day) => day !== from).map((day) => <Check key={day} label={longDay(day)} checked={chosen.includes(day)} onChange={(checked) => setChosen(checked ? [...chosen, day] : chosen.filter((one) => one !== day))} />)}
      <p>{t('calendars.copyHelp')}</p>
      <Button type="submit" kind="primary" size="small" disabledReason={chosen.length === 0 ? t('calendars.copyNoDay') : null}>{t('calendars.copyDo', { count: chosen.length })}</Button>
    </form>
  );
}

function keyWords(): Readonly<Record<string, string>> {
  return { ArrowUp: t('calendars.keysMove'), ArrowLeft: t('calendars.keysDay'), 'shift+ArrowUp': t('calendars.keysBegin'), 'alt+ArrowUp': t('calendars.keysEnd'), c: t('calendars.keysCopy'), Delete: t('calendars.keysRemove') };
}
