import { useState } from 'react';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { AddChip, Chip, Chips } from '#renderer/ui/chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DropZone } from '#renderer/ui/drop-zone.tsx';
import { EmptyPlace, ErrorPlace } from '#renderer/ui/empty-place.tsx';
import { DefinitionList, Facts, ValueLines } from '#renderer/ui/facts.tsx';
import { HistoryList } from '#renderer/ui/history-list.tsx';
import { KeyLine } from '#renderer/ui/key-hint.tsx';
import { NextDates } from '#renderer/ui/next-dates.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PeriodPicker, type MonthRun } from '#renderer/ui/period-picker.tsx';
import { Meter, Progress } from '#renderer/ui/progress.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Steps } from '#renderer/ui/steps.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { toastUndo, Toasts } from '#renderer/ui/toast.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import { Block } from './block.tsx';
import styles from './specimen.module.css';

type Months = '3' | '12' | '13';

export function SpecimenParts({ months, onMonths }: { months: Months; onMonths: (months: Months) => void }) {
  const [tab, setTab] = useState<'tickets' | 'breaches'>('tickets');
  const [run, setRun] = useState<MonthRun>({ last: '2026-10', months: 12 });
  const [dialog, setDialog] = useState(false);
  return (
    <>
      <Block title="Buttons, keys">
        <div className={styles.flow}>
          <Button kind="primary" icon="send">Send 4 answers</Button><Button kind="primary" keyHint="C">Counter with 5 h</Button><Button icon="report">Prepare review</Button><Button keyHint="P">Park</Button><Button kind="quiet">Cancel</Button>
          <Button kind="danger" icon="trash" onClick={() => setDialog(true)}>Withdraw agreement</Button><Button disabledReason="2 breaches have no cause yet">Close period</Button>
        </div>
        <div className={styles.flow}>
          <Button size="small">Decide</Button><ActionMenu label="More" actions={[{ label: 'Export as Word', icon: 'file-type-docx', onChoose: () => undefined }, { label: 'Withdraw', icon: 'trash', danger: true, ruleBefore: true, onChoose: () => undefined }]} />
          <Button kind="quiet" size="small" icon="chevron-down" iconOnly>Next</Button><Button kind="link" onClick={() => toastUndo('Import undone, 214 events removed', () => undefined)}>All documents</Button>
          <Segmented label="Months" value={months} onChange={onMonths} options={[{ value: '3', label: '3' }, { value: '12', label: '12' }, { value: '13', label: '13 months' }]} />
          <KeyLine keys={[{ keys: ['Ctrl K'], does: 'search or go to' }, { keys: ['↵'], does: 'open' }, { keys: ['J', 'K'], does: 'next, previous' }]} />
        </div>
      </Block>
      <Block title="Meaning">
        <div className={styles.flow}>{(['met', 'risk', 'missed', 'nodata', 'partly', 'notMeasured', 'neutral'] as const).map((verdict) => <VerdictMark key={verdict} verdict={verdict} />)}</div>
        <div className={styles.flow}><Badge verdict="met">Met</Badge><Badge verdict="risk">At risk</Badge><Badge verdict="missed">Missed</Badge><Badge verdict="nodata">No data</Badge><Badge>In force</Badge><Badge>Draft, version 1</Badge></div>
        <div className={styles.flow}><Chips label="Filters"><Chip name="Customer" value="Aldwick Mutual" onRemove={() => undefined} /><Chip name="Result" value="missed" onRemove={() => undefined} /><AddChip /></Chips><Avatar name="Jana Reuter" side="us" /><Avatar name="Claire Dumont" side="them" /><Avatar name="Birgit Lang" /></div>
      </Block>
      <Block title="Page parts">
        <Steps label="Import" steps={['File', 'Read and map', 'Check', 'Import']} current={1} end={<span>Profile <b>Tessmer ServiceNow</b> fits</span>} />
        <Facts facts={[<a key="a" href="#kit">Aldwick Mutual</a>, <span key="i" className="id">SLA-2024-0017</span>, 'version 2', <>notice by <b>30 Sep 2027</b></>]} />
        <NextDates label="What comes next" today="2026-11-24" dates={[{ key: 'a', date: '2026-11-27', what: 'Root cause P1' }, { key: 'b', date: '2026-12-04', what: 'November closes' }, { key: 'c', date: '2026-12-06', what: 'Claim for October ends' }, { key: 'd', date: '2027-01-14', what: 'Q4 review, London' }, { key: 'e', date: '2027-09-30', what: 'Notice, 6 months' }]} />
        <div className={styles.flow}><PeriodPicker run={run} onChange={setRun} /></div>
        <Tabs label="Lists" tabs={[{ name: 'tickets', label: 'Tickets', count: 182 }, { name: 'breaches', label: 'Breaches', count: 14 }]} value={tab} onChange={setTab} />
        <div className={styles.three}>
          <Section title="What this means"><ValueLines entries={[{ key: 'a', name: 'Open in 2027', second: '256 business days', value: <b>2,560 h</b> }, { key: 'b', name: 'Next closure', second: 'in 31 days', value: 'Fri 25 Dec' }]} /></Section>
          <DefinitionList entries={[{ name: 'Zone', value: 'Europe/Zurich' }, { name: 'Owner', value: 'Amara Osei' }]} />
          <HistoryList days={[{ day: 'Today', entries: [{ id: 'a', icon: 'file-import', subject: 'Tickets imported', text: '214 events: 9 new tickets, 17 updated', time: '07:58' }, { id: 'b', person: { name: 'Jana Reuter', side: 'us' }, subject: 'Jana Reuter', text: 'changed Resolution P1', time: '09:12' }] }]} />
        </div>
        <div className={styles.three}><Progress title="Reading" done={84_120} total={141_712} left={9_000} unit="rows" onCancel={() => undefined} /><Meter used={37} of={43.2} tone="risk" label="37 of 43.2 min used" /><Note tone="missed"><b>Corvus does not underpin this.</b> 63 h unattended.</Note></div>
        <DropZone title="Drop a ticket export here" help="CSV or a zip with one" accept=".csv,.zip" onFile={() => undefined} />
        <div className={styles.three}><EmptyPlace title="No tickets yet" text="What your service desk exports belongs here." actions={<Button kind="primary">Import tickets</Button>} /><ErrorPlace title="This file is no CSV" text="It begins with the bytes of a picture." wayOut="Export the list as CSV and choose that file." onRetry={() => undefined} /></div>
      </Block>
      <Dialog opened={dialog} onClose={() => setDialog(false)} title="Withdraw Claims platform" actions={<><Button kind="quiet" onClick={() => setDialog(false)}>Cancel</Button><Button kind="danger" onClick={() => setDialog(false)}>Withdraw agreement</Button></>}>It ends with the notice period. The customer sees it.</Dialog>
      <Toasts />
    </>
  );
}
