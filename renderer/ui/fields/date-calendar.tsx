import { DatePicker } from '@mantine/dates';
import { t } from '#shared/messages/messages.ts';

/** The month to pick from; loaded when a date field is first pointed at. */
export function DateCalendar({ value, onPick }: { value: string | null; onPick: (date: string) => void }) {
  return (
    <DatePicker
      value={value} {...(value === null ? {} : { defaultDate: value })} size="xs" firstDayOfWeek={1} weekendDays={[]}
      ariaLabels={{ previousMonth: t('kit.previousMonth'), nextMonth: t('kit.nextMonth') }}
      onChange={(date) => { if (date !== null) onPick(date); }}
    />
  );
}
