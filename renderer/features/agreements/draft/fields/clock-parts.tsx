import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { DurationField } from '#renderer/ui/fields/duration-field.tsx';
import { NumberField, PercentField } from '#renderer/ui/fields/number-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { pauseReasonPhrase } from '#shared/agreements/phrases.ts';
import type { ClockTerm, Term } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays } from '#shared/time/plain-date.ts';
import styles from '../value.module.css';
import { ChoiceList } from './choice-list.tsx';

const knownReasons = ['customer', 'supplier', 'problem', 'evidence', 'part', 'appointment', 'approval'];
const policies = ['gap-is-pause', 'gap-counts', 'new-cycle', 'ignore-after'] as const;

/** Which pauses move the due time: none, every one, or those of the chosen reasons. */
export function PausesField({ term, save }: { term: ClockTerm; save: (term: Term) => void }) {
  const [more, setMore] = useState<readonly string[]>([]);
  const { pauseReasons, ...rest } = term;
  const kind = !term.pausesMove || pauseReasons?.length === 0 ? 'none' : pauseReasons === undefined ? 'every' : 'some';
  const choose = (next: string): void => {
    if (next === 'none') save({ ...term, pausesMove: false });
    else if (next === 'every') save({ ...rest, pausesMove: true });
    else save({ ...rest, pausesMove: true, pauseReasons: ['customer'] });
  };
  const reasons = [...new Set([...knownReasons, ...(pauseReasons ?? []), ...more])];
  return (
    <>
      <ChoiceList key={kind} label={t('agreements.pauses')} value={kind} onChoose={choose} options={(['none', 'every', 'some'] as const).map((value) => ({ value, label: t(`agreements.pauses-${value}`) }))} />
      {kind !== 'some' ? null : (
        <>
          <div className={styles.checks} role="group" aria-label={t('agreements.pauseReasons')}>
            {reasons.map((reason) => (
              <Check key={reason} label={pauseReasonPhrase(reason)} checked={pauseReasons?.includes(reason) ?? false}
                onChange={(checked) => save({ ...term, pauseReasons: checked ? [...(pauseReasons ?? []), reason] : (pauseReasons ?? []).filter((other) => other !== reason) })} />
            ))}
          </div>
          <div data-stay><TextField label={t('agreements.otherReason')} optional value="" maxLength={100} onCommit={(reason) => { if (reason !== '') { setMore([...more, reason]); save({ ...term, pauseReasons: [...(pauseReasons ?? []), reason] }); } }} /></div>
        </>
      )}
    </>
  );
}

/** What happens to a ticket that is reopened. */
export function ReopenField({ term, save, edit }: { term: ClockTerm; save: (term: Term) => void; edit: (term: Term) => void }) {
  const choose = (text: string): void => {
    const policy = policies.find((candidate) => candidate === text);
    if (policy === undefined) return;
    if (policy === 'ignore-after') save({ ...term, reopen: { policy, days: term.reopen.days ?? 14 } });
    else edit({ ...term, reopen: { policy } });
  };
  return (
    <>
      <ChoiceList key={term.reopen.policy} label={t('agreements.reopen')} value={term.reopen.policy} onChoose={choose} options={policies.map((value) => ({ value, label: t(`agreements.reopen-${value}`) }))} />
      {term.reopen.policy === 'ignore-after' ? <NumberField label={t('agreements.ignoreAfter')} value={term.reopen.days ?? 14} min={0} max={3650} affix={t('agreements.daysUnit')} onCommit={(days) => { if (days !== null) save({ ...term, reopen: { policy: 'ignore-after', days } }); }} /> : null}
    </>
  );
}

/** Targets that change from a date on. */
export function ClockStepsField({ term, save, today }: { term: ClockTerm; save: (term: Term) => void; today: string }) {
  const steps = term.steps ?? [];
  const { steps: _steps, ...rest } = term;
  const set = (next: typeof steps): void => save(next.length === 0 ? rest : { ...rest, steps: next.toSorted((one, other) => (one.from < other.from ? -1 : 1)) });
  return (
    <div className={styles.list} data-stay>
      {steps.map((step, index) => (
        <div key={step.from} className={styles.row}>
          <DateField label={t('agreements.stepFrom')} value={step.from} onCommit={(from) => { if (from !== null) set(steps.with(index, { ...step, from })); }} />
          <DurationField label={t('agreements.within')} optional value={step.within ?? null} hours="business-hours" onCommit={(within) => { const { within: _within, ...other } = step; set(steps.with(index, within === null ? other : { ...other, within })); }} />
          <PercentField label={t('agreements.atLeast')} optional value={step.atLeastPercent ?? null} onCommit={(percent) => { const { atLeastPercent: _percent, ...other } = step; set(steps.with(index, percent === null ? other : { ...other, atLeastPercent: percent })); }} />
          <Button kind="quiet" icon="x" iconOnly onClick={() => set(steps.toSpliced(index, 1))}>{t('agreements.removeStep')}</Button>
        </div>
      ))}
      <Button kind="link" icon="plus" onClick={() => set([...steps, { from: addDays(steps.at(-1)?.from ?? today, 90), within: term.within, atLeastPercent: term.atLeastPercent }])}>{t('agreements.addStep')}</Button>
    </div>
  );
}
