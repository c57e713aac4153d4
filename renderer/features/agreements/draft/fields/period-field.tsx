import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import type { MeasuringPeriod } from '#shared/agreements/terms.ts';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { ChoiceList } from './choice-list.tsx';

const kinds = ['calendar-month', 'calendar-quarter', 'calendar-year', 'four-weeks', '4-4-5', 'month-from-day', 'fiscal-quarter'] as const;

/** The measuring period; a month from a day and a fiscal quarter ask for their day and month. `save` keeps, `edit` keeps and closes. */
export function PeriodField({ value, edit, save }: { value: MeasuringPeriod; edit: (value: MeasuringPeriod) => void; save: (value: MeasuringPeriod) => void }) {
  const choose = (text: string): void => {
    const kind = kinds.find((candidate) => candidate === text);
    if (kind === 'month-from-day') save({ kind, day: 15 });
    else if (kind === 'fiscal-quarter') save({ kind, startMonth: 4 });
    else if (kind !== undefined) edit(kind);
  };
  return (
    <>
      <ChoiceList key={JSON.stringify(value)} label={t('agreements.period')} options={kinds.map((kind) => ({ value: kind, label: t(`agreements.period-${kind}`) }))} value={typeof value === 'string' ? value : value.kind} onChoose={choose} />
      {typeof value === 'object' && value.kind === 'month-from-day' ? <NumberField label={t('agreements.fromDay')} value={value.day} min={1} max={28} onCommit={(day) => { if (day !== null) save({ kind: 'month-from-day', day }); }} /> : null}
      {typeof value === 'object' && value.kind === 'fiscal-quarter' ? (
        <SelectField label={t('agreements.yearStarts')} value={String(value.startMonth)} onChange={(month) => save({ kind: 'fiscal-quarter', startMonth: Number(month) })}
          choices={Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: monthText(`2026-${String(index + 1).padStart(2, '0')}`).replace(/ \d+$/u, '') }))} />
      ) : null}
    </>
  );
}
