import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { MinutesField, NumberField, PercentField } from '#renderer/ui/fields/number-field.tsx';
import type { AvailabilityTerm, CreditTerm, MetricTerm, Term } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays } from '#shared/time/plain-date.ts';
import styles from '../value.module.css';

/** What maintenance is taken out: how much a period, announced how long before. */
export function MaintenanceField({ term, save }: { term: AvailabilityTerm; save: (term: Term) => void }) {
  const { maintenance, ...rest } = term;
  const set = (change: { maxMinutesPerPeriod?: number | null; noticeDays?: number | null }): void => {
    const next = { maxMinutesPerPeriod: maintenance?.maxMinutesPerPeriod ?? null, noticeDays: maintenance?.noticeDays ?? null, ...change };
    save({ ...rest, maintenance: { ...(next.maxMinutesPerPeriod === null ? {} : { maxMinutesPerPeriod: next.maxMinutesPerPeriod }), ...(next.noticeDays === null ? {} : { noticeDays: next.noticeDays }) } });
  };
  return (
    <>
      <div className={styles.row} data-stay>
        <MinutesField label={t('agreements.maintenanceMost')} optional min={0} affix={t('agreements.minutesUnit')} value={maintenance?.maxMinutesPerPeriod ?? null} onCommit={(maxMinutesPerPeriod) => set({ maxMinutesPerPeriod })} />
        <NumberField label={t('agreements.maintenanceNotice')} optional min={0} max={3650} affix={t('agreements.daysUnit')} value={maintenance?.noticeDays ?? null} onCommit={(noticeDays) => set({ noticeDays })} />
      </div>
      {maintenance === undefined
        ? <Button kind="link" icon="plus" onClick={() => save({ ...rest, maintenance: {} })}>{t('agreements.maintenanceAny')}</Button>
        : <Button kind="link" icon="x" onClick={() => save(rest)}>{t('agreements.maintenanceNone')}</Button>}
    </>
  );
}

/** Availability that changes from a date on. */
export function PercentStepsField({ term, save, today }: { term: AvailabilityTerm; save: (term: Term) => void; today: string }) {
  const { steps = [], ...rest } = term;
  const set = (next: typeof steps): void => save(next.length === 0 ? rest : { ...rest, steps: next.toSorted((one, other) => (one.from < other.from ? -1 : 1)) });
  return (
    <div className={styles.list} data-stay>
      {steps.map((step, index) => (
        <div key={step.from} className={styles.row}>
          <DateField label={t('agreements.stepFrom')} value={step.from} onCommit={(from) => { if (from !== null) set(steps.with(index, { ...step, from })); }} />
          <PercentField label={t('agreements.atLeast')} value={step.atLeastPercent} onCommit={(percent) => { if (percent !== null) set(steps.with(index, { ...step, atLeastPercent: percent })); }} />
          <Button kind="quiet" icon="x" iconOnly onClick={() => set(steps.toSpliced(index, 1))}>{t('agreements.removeStep')}</Button>
        </div>
      ))}
      <Button kind="link" icon="plus" onClick={() => set([...steps, { from: addDays(steps.at(-1)?.from ?? today, 90), atLeastPercent: term.atLeastPercent }])}>{t('agreements.addStep')}</Button>
    </div>
  );
}

/** A metric's target that changes from a date on. */
export function MetricStepsField({ term, save, today }: { term: MetricTerm; save: (term: Term) => void; today: string }) {
  const { steps = [], ...rest } = term;
  const set = (next: typeof steps): void => save(next.length === 0 ? rest : { ...rest, steps: next.toSorted((one, other) => (one.from < other.from ? -1 : 1)) });
  return (
    <div className={styles.list} data-stay>
      {steps.map((step, index) => (
        <div key={step.from} className={styles.row}>
          <DateField label={t('agreements.stepFrom')} value={step.from} onCommit={(from) => { if (from !== null) set(steps.with(index, { ...step, from })); }} />
          <NumberField label={t('agreements.target')} decimals={3} value={step.target} onCommit={(target) => { if (target !== null) set(steps.with(index, { ...step, target })); }} />
          {term.direction === 'between' ? <NumberField label={t('agreements.targetTo')} decimals={3} value={step.targetTo ?? null} onCommit={(targetTo) => { if (targetTo !== null) set(steps.with(index, { ...step, targetTo })); }} /> : null}
          <Button kind="quiet" icon="x" iconOnly onClick={() => set(steps.toSpliced(index, 1))}>{t('agreements.removeStep')}</Button>
        </div>
      ))}
      <Button kind="link" icon="plus" onClick={() => set([...steps, { from: addDays(steps.at(-1)?.from ?? today, 90), target: term.target, ...(term.targetTo === undefined ? {} : { targetTo: term.targetTo }) }])}>{t('agreements.addStep')}</Button>
    </div>
  );
}

/** Credit by how far the target is missed: bounds fall, shares are of the fee of the period. */
export function TiersField({ term, save }: { term: CreditTerm; save: (term: Term) => void }) {
  const set = (tiers: CreditTerm['tiers']): void => save({ ...term, tiers });
  const last = term.tiers.at(-1);
  return (
    <div className={styles.list} data-stay>
      {term.tiers.map((tier, index) => (
        <div key={index} className={styles.row}>
          <PercentField label={t('agreements.tierBelow')} value={tier.below} onCommit={(below) => { if (below !== null) set(term.tiers.with(index, { ...tier, below })); }} />
          <PercentField label={t('agreements.tierCredit')} value={tier.creditPercent} onCommit={(creditPercent) => { if (creditPercent !== null) set(term.tiers.with(index, { ...tier, creditPercent })); }} />
          {term.tiers.length === 1 ? null : <Button kind="quiet" icon="x" iconOnly onClick={() => set(term.tiers.toSpliced(index, 1))}>{t('agreements.removeTier')}</Button>}
        </div>
      ))}
      <Button kind="link" icon="plus" onClick={() => set([...term.tiers, { below: Math.max(0, (last?.below ?? 100) - 1), creditPercent: last?.creditPercent ?? 5 }])}>{t('agreements.addTier')}</Button>
    </div>
  );
}
