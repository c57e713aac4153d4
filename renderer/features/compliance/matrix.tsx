import { memo, useMemo } from 'react';
import { HeatGrid, HeatKey, type HeatPlace } from '#renderer/ui/charts/heat-grid.tsx';
import type { Matrix } from '#shared/compliance/contract.ts';
import { monthName, monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { MatrixView } from './figures.ts';
import { groupsOf } from './matrix-groups.tsx';

/** The grid with its legend and what it leaves out. */
export const ComplianceMatrix = memo(function ComplianceMatrix({ matrix, view, selected, onSelect, onOpen }: { matrix: Matrix; view: MatrixView; selected: HeatPlace | null; onSelect: (place: HeatPlace) => void; onOpen: (place: HeatPlace) => void }) {
  const groups = useMemo(() => groupsOf(matrix, view), [matrix, view]);
  const columns = useMemo(() => matrix.months.map(({ month }, index) => {
    const year = month.slice(0, 4);
    return { key: month, head: monthName(Number(month.slice(5))), label: monthText(month), ...(index === 0 || month.endsWith('-01') ? { year } : {}) };
  }), [matrix]);
  const totals = [{ key: 'all', head: t('compliance.all') }, { key: 'months', head: t('compliance.monthsHead') }];
  return (
    <>
      <HeatGrid label={t('compliance.matrix')} columns={columns} totals={totals} groups={groups} selected={selected} onSelect={onSelect} onOpen={onOpen} />
      {matrix.rows.filter((row) => row.missing !== null).map((row) => <p key={`${row.term} ${row.part} ${row.version}`} className="t13 t2" dir="auto">{row.missing}</p>)}
      <HeatKey entries={legendOf(matrix)} end={leftOutText(matrix)} />
    </>
  );
});

function legendOf(matrix: Matrix) {
  const cells = matrix.rows.flatMap((row) => row.cells);
  const partly = matrix.months.filter((month) => month.coverage.state === 'partly');
  const [only] = partly;
  const partlyWord = partly.length === 1 && only !== undefined
    ? t('compliance.keyPartlyMonth', { month: monthText(only.month).replace(/ \d+$/, ''), measured: only.coverage.measuredDays, days: only.coverage.days })
    : t('compliance.keyPartly');
  return [
    { state: 'met', word: t('compliance.keyMet') } as const,
    { state: 'missed', word: t('compliance.keyMissed') } as const,
    ...(cells.some((cell) => cell.verdict === 'partly measured') ? [{ state: 'partly', word: partlyWord } as const] : []),
    ...(cells.some((cell) => cell.verdict === 'not measured') ? [{ state: 'notMeasured', word: t('compliance.keyNotMeasured') } as const] : []),
    ...(matrix.rows.some((row) => row.isSmall) ? [{ state: 'few', word: t('compliance.keyFew') } as const] : []),
  ];
}

/** Each ticket is left out of as many rows as it counts under; the largest count of a type is shown. */
function leftOutText(matrix: Matrix): string {
  const sum = (count: 'open' | 'cancelled') => Math.max(0, ...(['response', 'resolution'] as const).map((type) => matrix.rows.filter((row) => row.type === type).reduce((total, row) => total + row.all[count], 0)));
  return t('compliance.leftOut', { cancelled: countText(sum('cancelled')), open: countText(sum('open')) });
}
