import { durationText, parseDurationText } from '#shared/format/duration-text.ts';
import { t } from '#shared/messages/messages.ts';
import type { Duration } from '#shared/time/duration.ts';
import { DraftInput, type TextInput } from './text-field.tsx';
import type { Reading } from './use-draft.ts';

/** A duration as people write it: "4 h", "2 business days". `hours` and `days` say what is meant where the text does not. */
export function DurationField({ value, onCommit, hours, days, ...input }: TextInput & {
  value: Duration | null;
  onCommit: (value: Duration | null) => void;
  hours?: 'business-hours' | 'elapsed-hours';
  days?: 'business-days' | 'calendar-days';
}) {
  const read = (text: string): Reading<Duration | null> => {
    if (text.trim() === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const duration = parseDurationText(text, { ...(hours === undefined ? {} : { hours }), ...(days === undefined ? {} : { days }) });
    return duration === null ? { fault: t('kit.durationWrong') } : { value: duration };
  };
  return <DraftInput {...input} kept={value === null ? '' : durationText(value)} read={read} onCommit={onCommit} />;
}
