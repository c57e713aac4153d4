import { useState } from 'react';
import { ArrivalsByHour } from '#renderer/ui/charts/bars.tsx';
import { CoverageBars, CoverageCell } from '#renderer/ui/charts/coverage-bars.tsx';
import { DecidingHours } from '#renderer/ui/charts/deciding-hours.tsx';
import { HeatGrid, HeatKey, HeatStrip, type CellState, type HeatPlace } from '#renderer/ui/charts/heat-grid.tsx';
import { LedgerStrip } from '#renderer/ui/charts/ledger-strip.tsx';
import { Sparkline, SparklineAxis } from '#renderer/ui/charts/sparkline.tsx';
import { ClassTotals } from '#renderer/ui/charts/time-class.tsx';
import { Whisker, WhiskerAxis } from '#renderer/ui/charts/whisker.tsx';
import { Block } from './block.tsx';
import styles from './specimen.module.css';

const H = 3_600_000;
const day = (date: number, hour = 0, minute = 0): number => Date.UTC(2026, 9, date, hour - 1, minute);
const days = [21, 22, 23, 24].map((date) => ({ from: day(date), to: day(date + 1), label: `${['Wed', 'Thu', 'Fri', 'Sat'][date - 21] ?? ''} ${date} Oct` }));
const sunday = { from: day(25), to: day(25) + 25 * H, label: 'Sun 25 Oct' };
const monday = { from: sunday.to, to: sunday.to + 24 * H, label: 'Mon 26 Oct' };
const at = (hour: number, minute = 0): number => monday.from + hour * H + minute * 60_000;
const stretches = [
  { from: day(21, 22, 4), to: day(22, 7), kind: 'outOfHours' as const }, { from: day(22, 7), to: day(22, 9, 40), kind: 'counted' as const }, { from: day(22, 9, 40), to: day(22, 20), kind: 'paused' as const },
  { from: day(22, 20), to: day(23, 7), kind: 'outOfHours' as const }, { from: day(23, 7), to: day(23, 20), kind: 'paused' as const }, { from: day(23, 20), to: day(24), kind: 'outOfHours' as const },
  { from: day(24), to: day(25), kind: 'closure' as const }, { from: day(25), to: at(7), kind: 'outOfHours' as const }, { from: at(7), to: at(12, 20), kind: 'paused' as const }, { from: at(12, 20), to: at(13, 5), kind: 'counted' as const, words: '0:45' },
  { from: at(13, 5), to: at(15, 5), kind: 'paused' as const, words: 'paused 2:00, waiting for customer' }, { from: at(15, 5), to: at(16, 5), kind: 'counted' as const, words: '1:00' },
];
const months = ['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct'];
const row = (key: string, parameter: string, states: string, few: boolean) => ({
  key, name: key, parameter, few: few ? 'fewer than 20 tickets a month' : null,
  cells: [...states].map((state, index) => ({ state: ({ m: 'met', x: 'missed', p: 'partly', n: 'notMeasured' } as Record<string, CellState>)[state] ?? 'none', text: state === 'n' ? '–' : `${4 + index}/${5 + index}`, label: `${months[index] ?? ''}: ${4 + index} of ${5 + index}` })),
  totals: ['97.9 %', '10 of 11'],
});

export function SpecimenCharts() {
  const [place, setPlace] = useState<HeatPlace | null>({ row: 'P1', column: 'Mar' });
  const [range, setRange] = useState({ from: 0.02, to: 0.98 });
  return (
    <Block title="Figures">
      <div className={styles.three}>
        <div><WhiskerAxis width={240} />
          <Whisker width={240} share={0.9993} target={0.999} verdict="met" label="99.93 %" /><Whisker width={240} share={1} interval={[0.785, 1]} target={0.95} verdict="met" few label="14 of 14" />
          <Whisker width={240} share={0.94} interval={[0.895, 0.966]} target={0.9} verdict="met" label="171 of 182" /><Whisker width={240} share={0.857} interval={[0.601, 0.96]} target={0.9} verdict="missed" few label="12 of 14" /></div>
        <div><SparklineAxis from="Oct 25" to="Oct 26" versionAt={6} version="v2" width={240} /><Sparkline width={240} height={30} versionAt={6} target={0.9} shares={[0.933, 1, 0.9375, 0.923, 1, 0.929, 1, 0.923, 0.933, 0.857, 0.923, 0.867, 0.857]} label="13 months" /><Sparkline width={240} height={30} target={0.95} shares={[null, null, null, null, 0.96, 0.97, 0.98, 0.97, 0.99, 0.96, 0.97, 0.98, 0.98]} label="9 months" /></div>
        <div><HeatStrip label="Targets missed" months={[...'n00x0200r'].map((state, index) => ({ state: state === 'n' ? 'notMeasured' : state === 'r' ? 'risk' : Number(state) > 0 || state === 'x' ? 'missed' : 'met', missed: Number(state) || 1, label: `month ${index}` }))} />
          <br /><ArrivalsByHour counts={[1, 1, 1, 1, 1, 2, 4, 20, 36, 44, 46, 42, 36, 26, 34, 42, 40, 34, 14, 5, 2, 1, 1, 1]} open={[7, 18]} label="91 % open between 07 and 18" /></div>
      </div>
      <HeatGrid label="Compliance" columns={months.map((month, index) => ({ key: month, head: month, label: month, ...(index === 0 ? { year: '2025' } : index === 2 ? { year: '2026' } : {}) }))} totals={[{ key: 'all', head: 'All' }, { key: 'months', head: 'Months' }]} selected={place} onSelect={setPlace}
        groups={[{ key: 'response', head: 'Response, business hours', rows: [row('P1', '30 min, ≥ 95 %', 'mmmmxmmmmpmm', true), row('P2', '1 h, ≥ 95 %', 'mmmmxmmmmpmm', true)] }, { key: 'availability', head: 'Availability, minutes down in the hours', rows: [row('Platform', '≥ 99.90 % of the hours', 'nnnnxmmmmmmm', false)] }]} />
      <HeatKey entries={[{ state: 'met', word: 'met' }, { state: 'missed', word: 'missed' }, { state: 'partly', word: 'August: 19 of 31 days, no verdict' }, { state: 'notMeasured', word: 'not measured' }, { state: 'few', word: 'fewer than 20 a month' }]} end="Left out: 6 cancelled" />
      <ClassTotals totals={[{ kind: 'counted', milliseconds: 15_900_000 }, { kind: 'paused', milliseconds: 110_400_000 }, { kind: 'outOfHours', milliseconds: 201_360_000 }, { kind: 'closure', milliseconds: 86_400_000 }]} wall={414_060_000} wallWord="wall time, h:min" />
      <LedgerStrip label="INC0048213 by day" large hourStep={2} days={[...days, sunday, monday]} stretches={stretches} zoomed={[at(12), at(17)]} marks={[{ at: day(21, 22, 4), label: 'opened 22:04', kind: 'event', leftward: true }, { at: day(22, 9, 40), label: 'resolved 09:40', kind: 'event', leftward: true }, { at: day(22, 11), label: 'first due 11:00', kind: 'due' }]} />
      <DecidingHours label="The deciding hours" from={at(12)} to={at(17)} stretches={stretches} late={[at(15, 40), at(16, 5)]} events={[{ at: at(12, 20), label: '12:20', second: 'reopened' }, { at: at(13, 5), label: '13:05', second: 'Awaiting User Info' }, { at: at(15, 5), label: '15:05', second: 'Active' }, { at: at(16, 5), label: '16:05', second: 'Resolved' }]}
        dues={[{ at: at(13, 40), label: 'due 13:40 before this pause', kind: 'earlier' }, { at: at(15, 40), label: '4 h used: due 15:40', kind: 'due', leftward: true }, { at: at(16, 5), label: '25 min late', kind: 'late' }]} ticks={[12, 13, 14, 15, 16, 17].map((hour) => ({ at: at(hour), label: `${hour}:00` }))} />
      <CoverageBars label="Covers" bars={months.map((month, index) => ({ key: month, label: month, value: 20 + ((index * 7) % 5), title: month, ...(month === 'Aug' ? { gaps: [[0.25, 0.6] as const] } : {}) }))} {...range} onChange={setRange} fromText="1 Nov 2025" toText="23 Nov 2026" />
      <div className={styles.three}><CoverageCell state="measured" label="measured" /><CoverageCell state="partly" parts={[[0, 0.6]]} label="19 of 31 days" /><CoverageCell state="none" label="not measured" /></div>
    </Block>
  );
}
