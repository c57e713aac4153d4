import type { ReactNode } from 'react';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import type { Choice } from '#renderer/ui/fields/choices.tsx';
import { countText } from '#shared/format/figures.ts';
import { stateMeaningSchema, type StateMeaning } from '#shared/imports/profile.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import { AskPlace } from './ask.tsx';
import { askOfValue } from './asks.ts';
import styles from './map.module.css';
import { proposedName, proposedState } from './proposals.ts';
import type { NamedField } from './settings.ts';
import { fieldWords, stateIcon, stateWords } from './words.ts';

type Value = Preview['values'][number]['values'][number];

/** A state of the source and what it means for the clock. */
export function StateRow({ value, chosen, onChange }: { value: Value; chosen: StateMeaning | undefined; onChange: (meaning: StateMeaning) => void }) {
  const asked = value.state === null && chosen === undefined;
  const meaning = chosen ?? value.state ?? proposedState(value.value);
  const present = JSON.stringify(meaning);
  const choices = [...new Set([...usualMeanings.map((one) => JSON.stringify(one)), present])].map((text) => {
    const one = stateMeaningSchema.parse(JSON.parse(text));
    return { value: text, label: stateWords(one), icon: stateIcon(one) };
  });
  return (
    <Row value={value} asked={asked}>
      <AskPlace id={asked ? askOfValue('state', value.value) : null} onAccept={() => onChange(meaning)} className={styles.cellPick}>
        <Pick label={t('imports.meaningOf', { field: fieldWords('state'), value: value.value })} block ask={asked} choices={choices} value={present} onChange={(text) => onChange(stateMeaningSchema.parse(JSON.parse(text)))}
          onCreate={(reason) => onChange({ class: 'waiting', reason: reason.slice(0, 80) })} createText={(name) => t('imports.newPause', { name })} />
      </AskPlace>
    </Row>
  );
}

/** A priority, type, customer or service of the source and the workspace's name for it; a new name makes a new one. */
export function ValueRow({ field, value, choices, chosen, onChange }: { field: NamedField; value: Value; choices: readonly Choice[]; chosen: string | undefined; onChange: (meaning: string) => void }) {
  const asked = value.meaning === null && chosen === undefined;
  const meaning = chosen ?? value.meaning ?? proposedName(value.value);
  return (
    <Row value={value} asked={asked}>
      <AskPlace id={asked ? askOfValue(field, value.value) : null} onAccept={() => onChange(meaning)} className={styles.cellPick}>
        <Pick label={t('imports.meaningOf', { field: fieldWords(field), value: value.value })} block ask={asked} choices={choices} value={meaning} onChange={onChange} onCreate={onChange} createText={(name) => t('imports.newName', { name })} />
      </AskPlace>
    </Row>
  );
}

function Row({ value, asked, children }: { value: Value; asked: boolean; children: ReactNode }) {
  return (
    <tr>
      <td title={value.value} dir="auto">{asked ? <><AskDot label={t('imports.newValue')} /> </> : null}{value.value}</td>
      <td>{countText(value.rows)}</td>
      <td>{children}</td>
    </tr>
  );
}

const usualMeanings: readonly StateMeaning[] = [
  { class: 'new' }, { class: 'active' },
  { class: 'waiting', reason: 'customer' }, { class: 'waiting', reason: 'supplier' }, { class: 'waiting', reason: 'problem' }, { class: 'waiting', reason: 'change' }, { class: 'waiting', reason: 'on hold' },
  { class: 'resolved' }, { class: 'closed' }, { class: 'cancelled' }, { class: 'unknown' },
];
