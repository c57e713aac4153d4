import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { DraftInput } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from '#renderer/features/monitoring/monitoring.module.css';
import { readTimeOfDay, type Moment } from './moment.ts';

/** A point in time: date and time beside each other. `error` stands under the date. */
export function MomentField({ label, value, optional = false, error, help, onCommit, autoFocus = false }: { label: string; value: Moment; optional?: boolean; error?: string | null; help?: string; onCommit: (value: Moment) => void; autoFocus?: boolean }) {
  return (
    <div className={styles.pair} role="group" aria-label={label}>
      <DateField label={label} value={value.date} optional={optional} error={error} {...(help === undefined ? {} : { help })} autoFocus={autoFocus} onCommit={(date) => onCommit({ ...value, date, ...(date === null ? { time: '' } : {}) })} />
      <DraftInput label={t('monitoring.time')} kept={value.time} optional={false} placeholder="00:00" inputMode="numeric"
        read={(text) => {
          if (text.trim() === '') return { value: '' };
          const time = readTimeOfDay(text);
          return time === null ? { fault: t('monitoring.timeWrong') } : { value: time };
        }}
        onCommit={(time) => onCommit({ ...value, time })} />
    </div>
  );
}
