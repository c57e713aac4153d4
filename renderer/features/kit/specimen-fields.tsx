import { useState } from 'react';
import { Check, ChoiceWithConsequence } from '#renderer/ui/fields/check.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { DurationField } from '#renderer/ui/fields/duration-field.tsx';
import { NumberField, PercentField } from '#renderer/ui/fields/number-field.tsx';
import { Pick, SelectField } from '#renderer/ui/fields/select-field.tsx';
import { AskDot, SentenceValue } from '#renderer/ui/fields/sentence-value.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import type { Duration } from '#shared/time/duration.ts';
import { Block } from './block.tsx';
import styles from './specimen.module.css';

const periods = [{ value: 'month', label: 'Calendar month' }, { value: 'quarter', label: 'Calendar quarter' }, { value: 'year', label: 'Year' }];
const states = [{ value: 'running', label: 'running', icon: 'player-play' }, { value: 'paused', label: 'paused: customer', icon: 'player-pause' }, { value: 'stopped', label: 'stopped', icon: 'player-stop' }] as const;

export function SpecimenFields() {
  const [within, setWithin] = useState<Duration | null>({ kind: 'elapsed-hours', seconds: 16_200 });
  const [least, setLeast] = useState<number | null>(90);
  const [count, setCount] = useState<number | null>(20);
  const [date, setDate] = useState<string | null>('2026-11-24');
  const [period, setPeriod] = useState('month');
  const [state, setState] = useState('paused');
  const [meaning, setMeaning] = useState('business-hours');
  const [pauses, setPauses] = useState(true);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('Resolution P1');
  return (
    <Block title="Fields">
      <div className={styles.three}>
        <DurationField label="Resolved within" value={within} onCommit={setWithin} affix="elapsed, 24×7" help="As people write it: 4 h, 2 business days" />
        <PercentField label="At least" value={least} onCommit={setLeast} decimals={1} affix="% a month" help="Held in 10 of the last 13 months" />
        <TextField label="Walk-away" value={name} onCommit={setName} error="Weaker than preferred (6 h). Swap the two or change one." />
        <SelectField label="Measured" choices={periods} value={period} onChange={setPeriod} />
        <DateField label="In force from" value={date} onCommit={setDate} />
        <NumberField label="Tickets a month" value={count} onCommit={setCount} min={1} optional />
        <TextField label="Purpose" value="" onCommit={() => undefined} multiline optional placeholder="What the agreement is for" />
        <div><Check label="Pause while waiting for the customer" checked={pauses} onChange={setPauses} /><br /><Check label="Count reopened tickets anew" checked={false} onChange={() => undefined} /></div>
        <div className={styles.flow}><span><AskDot /> Awaiting Evidence</span><Pick label="Means" choices={states} value={state} onChange={setState} ask /><Pick label="Means" choices={states} value="running" onChange={setState} /></div>
      </div>
      <p className="measure">Priority 1 incidents are resolved within <PopoverPanel opened={opened} onClose={() => setOpened(false)} label="Meaning of the duration" width={496} target={<SentenceValue expanded={opened} onClick={() => setOpened(!opened)}>4 business hours</SentenceValue>}>
        <ChoiceWithConsequence label="Counted as" heads={['Counted as', 'due if opened Fri 27 Nov, 16:30', 'kept of 48']} value={meaning} onChange={setMeaning} options={[{ value: 'business-hours', label: 'business hours', consequences: ['Mon 30 Nov, 10:30', '44'] }, { value: 'elapsed-hours', label: 'elapsed hours, around the clock', consequences: ['Fri 27 Nov, 20:30', '39'] }, { value: 'business-days', label: 'business days, same clock time', consequences: ['Thu 3 Dec, 16:30', '48'] }]} />
      </PopoverPanel>, counted in <SentenceValue missing>time not set</SentenceValue>.</p>
    </Block>
  );
}
