import type { HeatPlace } from '#renderer/ui/charts/heat-grid.tsx';
import type { MatrixRow } from '#shared/compliance/contract.ts';

/** A row of the matrix: the target, the version where several measure, and the part where it is split. */
export function rowKey(row: Pick<MatrixRow, 'term' | 'part' | 'version'>): string {
  const target = row.version === null ? row.term : `${row.term}@${row.version}`;
  return row.part === null ? target : `${target}|${row.part}`;
}

/** The chosen cell as it stands in the address. */
export function cellSearch(place: HeatPlace): string {
  return `${place.column}|${place.row}`;
}

export function placeOfSearch(cell: string | undefined): HeatPlace | null {
  const bar = cell?.indexOf('|') ?? -1;
  return cell === undefined || bar < 0 ? null : { column: cell.slice(0, bar), row: cell.slice(bar + 1) };
}
