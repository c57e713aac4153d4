import type { ReactNode } from 'react';
import type { HeatGroup, HeatRow } from '#renderer/ui/charts/heat-grid.tsx';
import type { Matrix, MatrixRow } from '#shared/compliance/contract.ts';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { cellText, cellWords, parameterText, stateOf, totalText, type MatrixView } from './figures.ts';
import styles from './compliance.module.css';
import { rowKey } from './places.ts';

const types = ['response', 'resolution', 'availability', 'metric'] as const;

/** The rows of the matrix under their heads; under an availability target the minutes that each month allows. */
export function groupsOf(matrix: Matrix, view: MatrixView): readonly HeatGroup[] {
  return types.flatMap((type) => {
    const rows = matrix.rows.filter((row) => row.type === type);
    if (rows.length === 0) return [];
    return [{ key: type, head: headOf(type, rows), rows: rows.flatMap((row) => (type === 'availability' ? [heatRow(row, view), allowedRow(row)] : [heatRow(row, view)])) }];
  });
}

/** The name of a row on its own: "P1", "Mail", and the version where several measure: "P1 v2". */
export function rowName(row: MatrixRow): string {
  const name = bareName(row);
  return row.version === null ? name : t('compliance.rowOfVersion', { name, version: row.version });
}

function bareName(row: MatrixRow): string {
  if (row.type === 'availability') return row.part ?? row.name;
  const name = row.priority !== null && /^(Response|Resolution) /.test(row.name) ? row.priority : row.name;
  return row.part === null ? name : `${name} ${row.part}`;
}

function heatRow(row: MatrixRow, view: MatrixView): HeatRow {
  return {
    key: rowKey(row),
    name: rowName(row),
    parameter: parameterText(row),
    few: row.isSmall ? t('compliance.fewAMonth') : null,
    cells: row.cells.map((cell) => ({ state: stateOf(cell), text: row.cells.length > 3 ? fitting(cellText(row, cell, view)) : cellText(row, cell, view), label: `${row.name}, ${monthText(cell.month)}: ${cellWords(row, cell)}` })),
    totals: [<span key="all" className={view === 'interval' ? 't12 nowrap' : 'nowrap'}>{totalText(row, view)}</span>, row.monthsMeasured === 0 ? '–' : <><span className="ink">{row.monthsKept}</span><span className="t3">{t('compliance.ofMonths', { months: row.monthsMeasured })}</span></>],
  };
}

/** Long counts are set smaller, and very long ones in two lines, so that a cell keeps its width. */
function fitting(text: string): ReactNode {
  if (text.length < 8) return text;
  const slash = text.indexOf('/');
  return text.length < 10 || slash < 0 ? <span className={styles.long}>{text}</span> : <span className={styles.long}>{text.slice(0, slash + 1)}<wbr />{text.slice(slash + 1)}</span>;
}

function allowedRow(row: MatrixRow): HeatRow {
  return {
    key: `${rowKey(row)} allowed`, quiet: true, name: t('compliance.allowed'),
    cells: row.cells.map((cell) => ({ state: 'plain', text: cell.budgetMinutes === null || cell.coverage.state === 'none' ? '' : cell.budgetMinutes.toFixed(1), label: '' })),
    totals: ['', ''],
  };
}

function headOf(type: (typeof types)[number], rows: readonly MatrixRow[]): string {
  if (type === 'availability') return t('compliance.groupAvailability');
  if (type === 'metric') return t('compliance.groupMetrics');
  const kinds = new Set(rows.map((row) => row.within?.kind));
  const hasDays = kinds.has('business-days') || kinds.has('end-of-business-day');
  const words = [
    kinds.has('business-hours') ? t(hasDays ? 'compliance.hoursAndDays' : 'compliance.businessHours') : hasDays ? t('compliance.businessDays') : null,
    kinds.has('elapsed-hours') ? t('compliance.aroundTheClock') : null,
    kinds.has('calendar-days') ? t('compliance.inCalendarDays') : null,
  ].filter((word) => word !== null);
  return [t(`compliance.group-${type}`), ...words].join(', ');
}
