import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { AddChip, Chip, Chips } from '#renderer/ui/chips.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import type { FigureTickets } from '#shared/compliance/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { clockVerdicts } from '#shared/ledger/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './figure.module.css';
import { spanText } from './figure.ts';
import type { FigureSearch } from './search.ts';
import type { FigureQuestion } from './use-figure-rows.ts';

type Change = (part: Partial<FigureSearch>) => void;
const wordFilters = ['state', 'priority', 'team', 'service', 'customer'] as const;
const facetOf = { state: 'states', priority: 'priorities', team: 'groups', service: 'services', customer: 'customers' } as const;

/** The figure's own conditions, each of which can be left, then the filters, and the chip that adds one. */
export function FigureChips({ answer, input, search, onChange }: { answer: FigureTickets | undefined; input: FigureQuestion; search: FigureSearch; onChange: Change }) {
  const left = new Set(search.left);
  const leave = (condition: 'period' | 'priority') => (): void => onChange({ left: [...left, condition] });
  return (
    <Chips label={t('tickets.conditions')}>
      {answer === undefined ? null : (
        <>
          <Chip name={t('tickets.version')} value={answer.version} {...(search.version === undefined && search.measuring === undefined ? {} : { onRemove: () => onChange({ version: undefined, measuring: undefined }) })} />
          {left.has('priority') || answer.priority === null ? null : <Chip name={t(`tickets.priority-${answer.priorityCounts}`)} value={answer.priority} onRemove={leave('priority')} />}
          {search.part === undefined ? null : <Chip name={t('tickets.part')} value={search.part} />}
          {left.has('period') ? null : <Chip name={t(`tickets.period-${answer.belongsTo}`)} value={spanText(input)} onRemove={leave('period')} />}
        </>
      )}
      {(search.result ?? []).length === 0 ? null : <Chip name={t('tickets.result')} value={(search.result ?? []).map((result) => t(`tickets.word-${result}`)).join(', ')} onRemove={() => onChange({ result: undefined })} />}
      {wordFilters.map((filter) => ((search[filter] ?? []).length === 0 ? null : <Chip key={filter} name={t(`tickets.${filter}`)} value={(search[filter] ?? []).join(', ')} onRemove={() => onChange({ [filter]: undefined })} />))}
      {search.openedFrom === undefined ? null : <Chip name={t('tickets.openedFrom')} value={dateText(search.openedFrom)} onRemove={() => onChange({ openedFrom: undefined })} />}
      {search.openedTo === undefined ? null : <Chip name={t('tickets.openedTo')} value={dateText(search.openedTo)} onRemove={() => onChange({ openedTo: undefined })} />}
      {search.q === undefined ? null : <Chip name={t('tickets.text')} value={search.q} onRemove={() => onChange({ q: undefined })} />}
      <AddFilter input={input} search={search} onChange={onChange} />
    </Chips>
  );
}

function AddFilter({ input, search, onChange }: { input: FigureQuestion; search: FigureSearch; onChange: Change }) {
  const [opened, setOpened] = useState(false);
  const take: Change = (part) => { setOpened(false); onChange(part); };
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('kit.addFilter')} width={360} target={<AddChip expanded={opened} onClick={() => setOpened(!opened)} />}>
      {opened ? <FilterFields input={input} search={search} onChange={take} /> : null}
    </PopoverPanel>
  );
}

function FilterFields({ input, search, onChange }: { input: FigureQuestion; search: FigureSearch; onChange: Change }) {
  const { data: facets } = useQuery({ ...api.compliance.ticketFacets.queryOptions({ input }), placeholderData: keepPreviousData });
  return (
    <div className={styles.filters}>
      <TextField label={t('tickets.text')} value={search.q ?? ''} optional onCommit={(q) => onChange({ q: q === '' ? undefined : q })} />
      <SelectField label={t('tickets.result')} value={null} choices={clockVerdicts.map((value) => ({ value, label: t(`tickets.word-${value}`) }))} onChange={(value) => onChange({ result: [...new Set([...(search.result ?? []), ...clockVerdicts.filter((verdict) => verdict === value)])] })} />
      {wordFilters.map((filter) => {
        const values = facets?.[facetOf[filter]] ?? [];
        if (values.length < 2) return null;
        return <SelectField key={filter} label={t(`tickets.${filter}`)} value={null} choices={values.map(({ value, count }) => ({ value, label: value, hint: countText(count) }))} onChange={(value) => onChange({ [filter]: [...new Set([...(search[filter] ?? []), value])] })} />;
      })}
      <div className={styles.pair}>
        <DateField label={t('tickets.openedFrom')} value={search.openedFrom ?? null} optional onCommit={(date) => onChange({ openedFrom: date ?? undefined })} />
        <DateField label={t('tickets.openedTo')} value={search.openedTo ?? null} optional onCommit={(date) => onChange({ openedTo: date ?? undefined })} />
      </div>
    </div>
  );
}
