import { MinutesField, NumberField, PercentField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { completenessItems } from '#shared/agreements/completeness-items.ts';
import type { Term } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';
import { currencyDecimals, majorOf, moneyOf } from '#shared/money/money.ts';
import { itemWords } from '#renderer/features/agreements/words.ts';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, ValueHead } from '../value.tsx';
import { CalendarField } from './calendar-field.tsx';
import { choiceField } from './choice-fields.ts';
import { ChoiceList } from './choice-list.tsx';
import { ClockStepsField, PausesField, ReopenField } from './clock-parts.tsx';
import { fieldLabel } from './field-names.ts';
import { MaintenanceField, MetricStepsField, PercentStepsField, TiersField } from './measured-parts.tsx';
import { PeriodField } from './period-field.tsx';
import { setPercent, setText } from './set-field.ts';
import { WithinField } from './within-field.tsx';

/** What opens from one value of a term: its head and the control that fits it. `field` is the value's path in the term. */
export function TermField({ term, field }: { term: Term; field: string }) {
  const { document } = useDraftContext();
  const editing = useEditing();
  const edit = (next: Term): void => editing.edit([{ kind: 'set-term', term: next }]);
  const save = (next: Term): void => editing.save([{ kind: 'set-term', term: next }]);
  const choice = choiceField(term, field, document);
  if (field === 'within' && (term.type === 'response' || term.type === 'resolution')) return <WithinField term={term} set={save} />;
  if (choice !== null) {
    return (
      <>
        <ValueHead>{choice.label}</ValueHead>
        <ChoiceList label={choice.label} options={choice.options} value={choice.value} onChoose={(value) => { const next = choice.apply(value); if (next !== null) edit(next); }} />
      </>
    );
  }
  return <><ValueHead>{fieldLabel(term, field)}</ValueHead><TypedField term={term} field={field} edit={edit} save={save} /></>;
}

/** The control of a field that is typed. */
export function TypedField({ term, field, edit, save, labelHidden = true }: { term: Term; field: string; edit: (term: Term) => void; save: (term: Term) => void; labelHidden?: boolean }) {
  const { document } = useDraftContext();
  const editing = useEditing();
  const label = fieldLabel(term, field);
  const today = document.term?.from ?? '2026-01-01';
  const name = field.replace(/\[.*$/u, '');
  if (name === 'period' && 'period' in term) return <PeriodField value={term.period} edit={(period) => edit({ ...term, period })} save={(period) => save({ ...term, period })} />;
  if (name === 'calendar' && 'period' in term) {
    const { calendar, ...rest } = term;
    return (
      <CalendarField document={document} value={calendar} unset={t('agreements.agreedHours')} onChoose={(reference) => edit(reference === null ? rest : { ...rest, calendar: reference })}
        onNew={(key, definition) => editing.edit([{ kind: 'set-calendar', name: key, calendar: definition }, { kind: 'set-term', term: { ...rest, calendar: key } }])} />
    );
  }
  if (term.type === 'response' || term.type === 'resolution') {
    if (name === 'pausesMove' || name === 'pauseReasons') return <PausesField term={term} save={save} />;
    if (name === 'reopen') return <ReopenField term={term} save={save} edit={edit} />;
    if (name === 'steps') return <ClockStepsField term={term} save={save} today={today} />;
  }
  if (term.type === 'availability') {
    if (name === 'maintenance') return <MaintenanceField term={term} save={save} />;
    if (name === 'steps') return <PercentStepsField term={term} save={save} today={today} />;
    if (name === 'degradationWeight') return <NumberField label={label} labelHidden={labelHidden} value={term.degradationWeight} min={0} max={1} decimals={9} onCommit={(weight) => { if (weight !== null) save({ ...term, degradationWeight: weight }); }} />;
    if (name === 'users') return <NumberField label={label} labelHidden={labelHidden} value={term.users ?? null} min={1} max={1_000_000_000} onCommit={(users) => { if (users !== null) save({ ...term, users }); }} />;
    if (name === 'shortestOutageMinutes') return <MinutesField label={label} labelHidden={labelHidden} value={term.shortestOutageMinutes} min={0} max={100_000} decimals={3} affix={t('agreements.minutesUnit')} onCommit={(minutes) => { if (minutes !== null) save({ ...term, shortestOutageMinutes: minutes }); }} />;
  }
  if (term.type === 'metric') {
    if (name === 'steps') return <MetricStepsField term={term} save={save} today={today} />;
    if (name === 'target') return <NumberField label={label} labelHidden={labelHidden} value={term.target} decimals={3} affix={term.unit} onCommit={(target) => { if (target !== null) save({ ...term, target, ...(term.targetTo !== undefined && term.targetTo < target ? { targetTo: target } : {}) }); }} />;
    if (name === 'targetTo') return <NumberField label={label} labelHidden={labelHidden} value={term.targetTo ?? null} min={term.target} decimals={3} affix={term.unit} onCommit={(targetTo) => { if (targetTo !== null) save({ ...term, targetTo }); }} />;
    if (name === 'unit') return <TextField label={label} labelHidden={labelHidden} optional value={term.unit} maxLength={50} onCommit={(unit) => save({ ...term, unit })} />;
  }
  if (term.type === 'credit') {
    if (name === 'tiers') return <TiersField term={term} save={save} />;
    if (name === 'claimWithinDays') return <NumberField label={label} labelHidden={labelHidden} optional value={term.claimWithinDays ?? null} min={0} max={3650} affix={t('agreements.daysUnit')} onCommit={(days) => { const { claimWithinDays: _days, ...rest } = term; save(days === null ? rest : { ...rest, claimWithinDays: days }); }} />;
    if (name === 'fee') return <NumberField label={label} labelHidden={labelHidden} optional value={term.fee === undefined ? null : majorOf(term.fee)} min={0} decimals={currencyDecimals(term.fee?.currency ?? document.currency)} affix={term.fee?.currency ?? document.currency} onCommit={(amount) => { const { fee: _fee, ...rest } = term; save(amount === null ? rest : { ...rest, fee: moneyOf(amount, term.fee?.currency ?? document.currency) }); }} />;
  }
  if (term.type === 'exclusion' && name === 'capMinutesPerPeriod') return <MinutesField label={label} labelHidden={labelHidden} optional value={term.capMinutesPerPeriod ?? null} min={0} affix={t('agreements.minutesUnit')} onCommit={(minutes) => { const { capMinutesPerPeriod: _cap, ...rest } = term; save(minutes === null ? rest : { ...rest, capMinutesPerPeriod: minutes }); }} />;
  if (term.type === 'clause' && name === 'category') return <SelectField label={label} labelHidden={labelHidden} value={term.category} choices={completenessItems.map((item) => ({ value: item, label: itemWords(item) }))} onChange={(value) => { const item = completenessItems.find((candidate) => candidate === value); if (item !== undefined) edit({ ...term, category: item }); }} />;
  const percent = setPercent(term, name);
  if (percent !== null) return <PercentField label={label} labelHidden={labelHidden} optional={percent.optional} value={percent.value} onCommit={(value) => { const next = percent.apply(value); if (next !== null) save(next); }} />;
  const text = setText(term, name);
  if (text !== null) return <TextField label={label} labelHidden={labelHidden} optional={text.optional} multiline={text.long} maxLength={text.most} value={text.value} onCommit={(value) => { const next = text.apply(value); if (next !== null) save(next); }} />;
  return null;
}
