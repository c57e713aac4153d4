import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { useRecordDraft } from '#renderer/app/seen.ts';
import { RecordPanel, type RecordTab } from '#renderer/features/history/record-panel.tsx';
import styles from '#renderer/features/monitoring/monitoring.module.css';
import { CustomerField, ServiceField } from '#renderer/features/outages/service-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { Reading } from '#shared/metrics/model.ts';
import { t } from '#shared/messages/messages.ts';
import { firstDay, lastDay } from './grid-model.ts';

type Draft = { readonly metric: string; readonly from: string | null; readonly to: string | null; readonly value: number | null; readonly unit: string; readonly numerator: number | null; readonly denominator: number | null; readonly service: string; readonly customer: string; readonly note: string };
type Faults = { readonly [Field in 'metric' | 'from' | 'to' | 'value' | 'numerator' | 'denominator']: string | null };

/** A value of a metric for any span: a new one is kept with Add, one that is there as its fields are left. */
export function ReadingPanel({ reading, metrics, month, zone, tab, onTab, onClose, onAdded }: { reading: Reading | null; metrics: readonly string[]; month: string; zone: string; tab: RecordTab; onTab: (tab: RecordTab) => void; onClose: () => void; onAdded: () => void }) {
  const { draft, was, setDraft, revert } = useRecordDraft<Draft>(reading === null ? { ...noDraft, from: firstDay(month), to: lastDay(month) } : draftOf(reading));
  const [tried, setTried] = useState(false);
  const { save, error } = useSaving();
  const faults = faultsOf(draft);
  const show = (fault: string | null): string | null => (reading !== null || tried || fault === t('monitoring.endBeforeStart') || fault === t('monitoring.numeratorTooLarge') ? fault : null);
  const set = (changes: Partial<Draft>, typedOver: Partial<Draft> = {}): void => {
    const next = { ...draft, ...changes };
    setDraft(next);
    const input = inputOf(next);
    const before = inputOf({ ...was, ...typedOver });
    if (reading !== null && input !== null) void save('readings.change', () => client.readings.change({ ...input, id: reading.id, ...(before === null ? {} : { was: before }) }), revert);
  };
  const add = async (): Promise<void> => {
    setTried(true);
    const input = inputOf(draft);
    if (input !== null && (await save('readings.create', () => client.readings.create({ ...input, was: null }))) !== null) onAdded();
  };
  const remove = async (): Promise<void> => {
    if (reading !== null && (await save('readings.remove', () => client.readings.remove({ id: reading.id }))) !== null) onClose();
  };
  const known = [...new Set([...metrics, ...(draft.metric === '' ? [] : [draft.metric])])];
  return (
    <RecordPanel name="reading" label={t('monitoring.metrics')} title={<span dir="auto">{reading?.metric ?? t('monitoring.newValue')}</span>} subject={reading === null ? null : { kind: 'reading', id: reading.id }} zone={zone} tab={tab} onTab={onTab} onClose={onClose}
      foot={reading === null ? <Button kind="primary" onClick={() => void add()}>{t('monitoring.add')}</Button> : <Button kind="danger" size="small" icon="trash" onClick={() => void remove()}>{t('monitoring.removeIt')}</Button>}>
      <div className={styles.fields}>
        <SelectField label={t('monitoring.metric')} value={draft.metric === '' ? null : draft.metric} error={show(faults.metric)} choices={known.map((name) => ({ value: name, label: name }))} onChange={(metric) => set({ metric })} onCreate={(metric) => set({ metric })} createText={(name) => t('monitoring.metricNew', { name })} />
        <DateField label={t('monitoring.from')} value={draft.from} error={show(faults.from)} onCommit={(from) => set({ from })} />
        <DateField label={t('monitoring.toDay')} value={draft.to} error={show(faults.to)} onCommit={(to) => set({ to })} />
        <NumberField label={t('monitoring.value')} optional decimals={7} example="72.5" value={draft.value} error={show(faults.value)} help={t('monitoring.ofHelp')} onCommit={(value) => set({ value })} />
        <TextField label={t('monitoring.unit')} optional value={draft.unit} maxLength={40} onCommit={(unit) => set({ unit })} />
        <NumberField label={t('monitoring.numerator')} optional min={0} value={draft.numerator} error={show(faults.numerator)} onCommit={(numerator) => set({ numerator })} />
        <NumberField label={t('monitoring.denominator')} optional min={1} value={draft.denominator} error={show(faults.denominator)} onCommit={(denominator) => set({ denominator })} />
        <ServiceField optional value={draft.service} onChange={(service) => set({ service })} />
        <CustomerField value={draft.customer} onChange={(customer) => set({ customer })} />
        <TextField label={t('monitoring.note')} optional multiline maxLength={2000} value={draft.note} onCommit={(note) => set({ note })} />
        {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      </div>
    </RecordPanel>
  );
}

const noDraft: Draft = { metric: '', from: null, to: null, value: null, unit: '', numerator: null, denominator: null, service: '', customer: '', note: '' };

function draftOf(reading: Reading): Draft {
  return { metric: reading.metric, from: reading.from, to: reading.to, value: reading.value, unit: reading.unit ?? '', numerator: reading.numerator, denominator: reading.denominator, service: reading.service ?? '', customer: reading.customer ?? '', note: reading.note ?? '' };
}

function faultsOf({ metric, from, to, value, numerator, denominator }: Draft): Faults {
  const needed = t('monitoring.missingField');
  return {
    metric: metric === '' ? needed : null,
    from: from === null ? needed : null,
    to: to === null ? needed : from !== null && to < from ? t('monitoring.endBeforeStart') : null,
    value: value === null && (numerator === null || denominator === null) ? t('monitoring.valueNeeded') : null,
    numerator: numerator !== null && denominator !== null && numerator > denominator ? t('monitoring.numeratorTooLarge') : null,
    denominator: numerator !== null && denominator === null ? t('monitoring.denominatorNeeded') : null,
  };
}

/** What the call takes; null while a fault stands. */
function inputOf(draft: Draft): Omit<Parameters<typeof client.readings.create>[0], 'was'> | null {
  const { from, to } = draft;
  if (from === null || to === null || Object.values(faultsOf(draft)).some((fault) => fault !== null)) return null;
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return { ...draft, from, to, unit: orNull(draft.unit), service: orNull(draft.service), customer: orNull(draft.customer), note: orNull(draft.note) };
}
