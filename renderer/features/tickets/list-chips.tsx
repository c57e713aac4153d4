import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { AddChip, Chip, Chips } from '#renderer/ui/chips.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { dateText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { stateClasses } from '#shared/imports/profile.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './figure.module.css';
import type { ListSearch } from './search.ts';

type Change = (part: Partial<ListSearch>) => void;
const wordFilters = ['priority', 'team'] as const;

/** The filters of the list of all tickets, and the chip that adds one. */
export function ListChips({ search, onChange }: { search: ListSearch; onChange: Change }) {
  const [opened, setOpened] = useState(false);
  const { data: facets } = useQuery({ ...api.tickets.facets.queryOptions({ input: {} }), enabled: opened || search.service !== undefined || search.customer !== undefined || search.source !== undefined });
  const take: Change = (part) => { setOpened(false); onChange(part); };
  const nameOf = (kind: 'services' | 'customers' | 'sources', id: string): string => facets?.[kind].find((entry) => entry.id === id)?.name ?? '';
  return (
    <Chips label={t('tickets.conditions')}>
      {search.q === undefined ? null : <Chip name={t('tickets.text')} value={search.q} onRemove={() => onChange({ q: undefined })} />}
      {(search.state ?? []).length === 0 ? null : <Chip name={t('tickets.state')} value={(search.state ?? []).map((state) => state).join(', ')} onRemove={() => onChange({ state: undefined })} />}
      {wordFilters.map((filter) => ((search[filter] ?? []).length === 0 ? null : <Chip key={filter} name={t(`tickets.${filter}`)} value={(search[filter] ?? []).join(', ')} onRemove={() => onChange({ [filter]: undefined })} />))}
      {search.service === undefined ? null : <Chip name={t('tickets.service')} value={nameOf('services', search.service)} onRemove={() => onChange({ service: undefined })} />}
      {search.customer === undefined ? null : <Chip name={t('tickets.customer')} value={nameOf('customers', search.customer)} onRemove={() => onChange({ customer: undefined })} />}
      {search.source === undefined ? null : <Chip name={t('tickets.source')} value={nameOf('sources', search.source)} onRemove={() => onChange({ source: undefined })} />}
      {search.import === undefined ? null : <Chip name={t('tickets.importedFrom')} value={search.import.slice(-6)} onRemove={() => onChange({ import: undefined })} />}
      {search.openedFrom === undefined ? null : <Chip name={t('tickets.openedFrom')} value={dateText(search.openedFrom)} onRemove={() => onChange({ openedFrom: undefined })} />}
      {search.openedTo === undefined ? null : <Chip name={t('tickets.openedTo')} value={dateText(search.openedTo)} onRemove={() => onChange({ openedTo: undefined })} />}
      <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('kit.addFilter')} width={360} target={<AddChip expanded={opened} onClick={() => setOpened(!opened)} />}>
        <div className={styles.filters}>
          <TextField label={t('tickets.text')} value={search.q ?? ''} optional autoFocus onCommit={(q) => { if (q !== (search.q ?? '')) take({ q: q === '' ? undefined : q }); }} />
          <SelectField label={t('tickets.state')} value={null} choices={stateClasses.map((value) => ({ value, label: value, hint: t(`tickets.class-${value}`) }))} onChange={(value) => take({ state: [...new Set([...(search.state ?? []), ...stateClasses.filter((state) => state === value)])] })} />
          <WordSelect label={t('tickets.priority')} values={facets?.priorities} onAdd={(value) => take({ priority: [...new Set([...(search.priority ?? []), value])] })} />
          <WordSelect label={t('tickets.team')} values={facets?.teams} onAdd={(value) => take({ team: [...new Set([...(search.team ?? []), value])] })} />
          <IdSelect label={t('tickets.service')} values={facets?.services} onChoose={(service) => take({ service })} />
          <IdSelect label={t('tickets.customer')} values={facets?.customers} onChoose={(customer) => take({ customer })} />
          <IdSelect label={t('tickets.source')} values={facets?.sources} onChoose={(source) => take({ source })} />
          <div className={styles.pair}>
            <DateField label={t('tickets.openedFrom')} value={search.openedFrom ?? null} optional onCommit={(date) => onChange({ openedFrom: date ?? undefined })} />
            <DateField label={t('tickets.openedTo')} value={search.openedTo ?? null} optional onCommit={(date) => onChange({ openedTo: date ?? undefined })} />
          </div>
        </div>
      </PopoverPanel>
    </Chips>
  );
}

function WordSelect({ label, values, onAdd }: { label: string; values: readonly { readonly value: string; readonly count: number }[] | undefined; onAdd: (value: string) => void }) {
  if (values === undefined || values.length === 0) return null;
  return <SelectField label={label} value={null} choices={values.map(({ value, count }) => ({ value, label: value, hint: countText(count) }))} onChange={onAdd} />;
}

function IdSelect({ label, values, onChoose }: { label: string; values: readonly { readonly id: string; readonly name: string; readonly count: number }[] | undefined; onChoose: (id: string) => void }) {
  if (values === undefined || values.length === 0) return null;
  return <SelectField label={label} value={null} choices={values.map(({ id, name, count }) => ({ value: id, label: name, hint: countText(count) }))} onChange={onChoose} />;
}
