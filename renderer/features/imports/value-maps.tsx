import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/section.tsx';
import type { Choice } from '#renderer/ui/fields/choices.tsx';
import { countText } from '#shared/format/figures.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './map.module.css';
import { proposedName } from './proposals.ts';
import { namedFieldOf, namedFields, type NamedField } from './settings.ts';
import type { SetSearch, WizardSearch } from './search.ts';
import { StateRow, ValueRow } from './value-row.tsx';
import { fieldWords } from './words.ts';

type Group = Preview['values'][number];
const fewValues = 9;
const mostShown = 200;

/** What the values of state, priority, type, customer and service mean: the new ones first where there are many. */
export function ValueMaps({ preview, search, set }: { preview: Preview; search: WizardSearch; set: SetSearch }) {
  const { data: organisations } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const { data: services } = useQuery(api.services.list.queryOptions());
  const choicesOf = (group: Group, field: NamedField): readonly Choice[] => {
    const names = field === 'customer' ? (organisations ?? []).map(({ name }) => name) : field === 'service' ? (services ?? []).map(({ name }) => name) : field === 'priority' ? ['P1', 'P2', 'P3', 'P4', 'P5'] : ['incident', 'request', 'problem', 'change', 'question', 'task'];
    const meant = group.values.map(({ value, meaning }) => search[namedFields[field]]?.[value] ?? meaning ?? proposedName(value));
    return [...new Set([...names, ...meant])].map((name) => ({ value: name, label: name }));
  };
  return preview.values.filter((group) => group.values.length > 0 || group.isTooMany).map((group) => {
    const field = preview.kind !== 'tickets' && group.field === 'type' ? null : namedFieldOf(group.field);
    if (group.isTooMany || (group.field !== 'state' && field === null)) return <AsTheyAre key={group.field} group={group} />;
    return <ValueGroup key={group.field} group={group} choices={field === null ? [] : choicesOf(group, field)} search={search} set={set} />;
  });
}

function AsTheyAre({ group }: { group: Group }) {
  return <SectionHead title={fieldWords(group.field)} count={group.isTooMany ? t('imports.valuesTooMany') : t('imports.valuesAsTheyAre', { count: countText(group.values.length) })} />;
}

function ValueGroup({ group, choices, search, set }: { group: Group; choices: readonly Choice[]; search: WizardSearch; set: SetSearch }) {
  const isLong = group.values.length > fewValues;
  const [all, setAll] = useState(false);
  const count = t('imports.valuesCount', { count: countText(group.values.length) });
  const open = isLong && !all ? group.values.filter((value) => value.meaning === null) : group.values;
  const folded = isLong && !all ? group.values.filter((value) => value.meaning !== null) : [];
  const field = namedFieldOf(group.field);
  return (
    <div className={styles.group}>
      <SectionHead title={fieldWords(group.field)} count={group.unknown > 0 ? t('imports.valuesNew', { count, unknown: countText(group.unknown) }) : group.field === 'state' || group.field === 'priority' ? count : t('imports.valuesKnown', { count })}
        end={isLong ? <Button kind="link" size="small" onClick={() => setAll(!all)}>{all ? t('imports.fold') : t('imports.showAll')}</Button> : undefined} />
      <table className={styles.valueTable}>
        <colgroup><col /><col className={styles.rowsColumn} /><col className={styles.meaningColumn} /></colgroup>
        <thead className={group.field === 'state' ? undefined : 'sr'}><tr><th scope="col">{t('imports.inTheFile')}</th><th scope="col">{t('imports.rowsHead')}</th><th scope="col">{t('imports.means')}</th></tr></thead>
        <tbody>
          {open.slice(0, mostShown).map((value) => (field === null
            ? <StateRow key={value.value} value={value} chosen={search.states?.[value.value]} onChange={(meaning) => set({ states: { ...search.states, [value.value]: meaning } })} />
            : <ValueRow key={value.value} field={field} value={value} choices={choices} chosen={search[namedFields[field]]?.[value.value]} onChange={(meaning) => set({ [namedFields[field]]: { ...search[namedFields[field]], [value.value]: meaning } })} />))}
          {folded.length === 0 ? null : <tr><td colSpan={3} className="t3">{t('imports.knownFolded', { count: countText(folded.length), rows: countText(folded.reduce((sum, { rows }) => sum + rows, 0)) })}</td></tr>}
        </tbody>
      </table>
    </div>
  );
}
