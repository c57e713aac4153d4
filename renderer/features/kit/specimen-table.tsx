import { useMemo, useState } from 'react';
import { ClassBar, ClassKey } from '#renderer/ui/charts/time-class.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectionBar } from '#renderer/ui/selection-bar.tsx';
import type { Column, SortBy } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import { countText } from '#shared/format/figures.ts';
import { hoursMinutes, signedHoursMinutes } from '#shared/format/durations.ts';
import { instantText } from '#shared/format/instants.ts';
import { Block } from './block.tsx';
import styles from './specimen.module.css';

type Ticket = { id: string; opened: number; counted: number; paused: number; missed: boolean };

const tickets: readonly Ticket[] = Array.from({ length: 25_000 }, (_, index) => ({
  id: `INC${String(48_000 + ((index * 7919) % 25_000)).padStart(7, '0')}`, opened: Date.UTC(2026, 9, 1) + index * 5_400_000, counted: ((index * 37) % 290) * 60_000, paused: ((index * 13) % 90) * 60_000, missed: (index * 37) % 290 > 240,
}));

const columns: readonly Column<Ticket>[] = [
  { id: 'mark', head: '', label: 'Result', width: 20, cell: (row) => <VerdictMark verdict={row.missed ? 'missed' : 'met'} only /> },
  { id: 'ticket', head: 'Ticket', value: (row) => row.id, cell: (row) => <span className="id m">{row.id}</span>, width: 110, foot: '25,000 tickets' },
  { id: 'opened', head: 'Opened', value: (row) => row.opened, cell: (row) => <span className="tn t2">{instantText(row.opened, 'Europe/London')}</span>, width: 130 },
  { id: 'bar', head: 'Class of time', cell: (row) => <ClassBar label={`${hoursMinutes(row.counted)} counted, ${hoursMinutes(row.paused)} paused`} stretches={[{ kind: 'counted', length: row.counted }, { kind: 'paused', length: row.paused }, { kind: 'outOfHours', length: 3_600_000 }]} /> },
  { id: 'counted', head: 'Counted, h:min', align: 'end', width: 110, value: (row) => row.counted, cell: (row) => <b>{hoursMinutes(row.counted)}</b>, sum: (rows) => hoursMinutes(rows.reduce((sum, row) => sum + row.counted, 0)), foot: '12:34' },
  { id: 'to', head: 'To 4:00', align: 'end', width: 80, value: (row) => row.counted - 14_400_000, cell: (row) => <span className={row.missed ? 'missed-text' : 't2'}>{signedHoursMinutes(row.counted - 14_400_000)}</span> },
];

const groupBy = { key: (row: Ticket) => (row.missed ? 'Missed' : 'Met'), head: (key: string, rows: readonly Ticket[]) => <>{key} <span className="t3">{countText(rows.length)}</span></>, order: ['Missed', 'Met'] };

export function SpecimenTable() {
  const [sort, setSort] = useState<readonly SortBy[]>([{ column: 'to', descending: true }]);
  const [current, setCurrent] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlyMap<string, Ticket>>(new Map());
  const [asked, setAsked] = useState('');
  const source = useMemo(() => ({ rowCount: 1_000_000, getRow: (index: number) => (index % 50 > 44 ? undefined : { ...(tickets[index % 25_000] ?? { id: '', opened: 0, counted: 0, paused: 0, missed: false }), id: `ROW${index}` }), onWindow: (first: number, last: number) => setAsked(`${first} to ${last}`) }), []);
  return (
    <Block title="Table">
      <div className={styles.table}>
        <DataTable label="Tickets" columns={columns} rows={tickets} rowId={(row) => row.id} sort={sort} onSortChange={setSort} groupBy={groupBy} tone={(row) => (row.missed ? 'missed' : null)} currentId={current} onCurrentChange={(row) => setCurrent(row.id)} selected={selected} onSelectedChange={setSelected} findText={(row) => row.id}
          selectionBar={<SelectionBar count={selected.size} onClear={() => setSelected(new Map())}><Button size="small" icon="download">Export</Button></SelectionBar>} />
      </div>
      <ClassKey kinds={['counted', 'paused', 'outOfHours', 'closure']} end="Bars show each ticket’s own wall time" />
      <div className={styles.table}><DataTable label="Windowed" columns={columns} source={source} rowId={(row) => row.id} onOpen={(row) => setAsked(row.id)} /></div>
      <p className="t12 t3">{asked}</p>
    </Block>
  );
}
