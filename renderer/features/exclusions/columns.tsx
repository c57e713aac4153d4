import type { Column } from '#renderer/ui/table/columns.ts';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { StateMark } from './state-mark.tsx';
import { coversText } from './words.ts';

export function columnsIn(zone: string): readonly Column<Exclusion>[] {
  const at = (instant: number | null) => (instant === null ? '' : <span className="tn">{instantText(instant, zone, { year: true, weekday: false })}</span>);
  return [
    { id: 'covers', head: t('exclusions.covers'), value: coversText, width: { min: 150, grow: 1.4 } },
    { id: 'state', head: t('exclusions.state'), value: (row) => t(`exclusions.state-${row.state}`), cell: (row) => <StateMark state={row.state} />, width: 108 },
    { id: 'reason', head: t('exclusions.reason'), value: (row) => row.reason, width: { min: 140, grow: 3 } },
    { id: 'from', head: t('exclusions.from'), kind: 'instant', value: (row) => row.from, cell: (row) => (row.from === null ? <span className="t3">{t('exclusions.wholeTime')}</span> : at(row.from)), width: 142 },
    { id: 'to', head: t('exclusions.to'), kind: 'instant', value: (row) => row.to, cell: (row) => at(row.to), width: 142 },
    { id: 'kind', head: t('exclusions.kind'), value: (row) => t(`exclusions.kind-${row.kind}`), width: { min: 110, grow: 0.8 } },
    { id: 'clause', head: t('exclusions.clause'), value: (row) => row.clause, cell: (row) => <span className="id">{row.clause ?? ''}</span>, width: 90 },
    { id: 'author', head: t('exclusions.proposedBy'), value: (row) => (row.id === null ? t('exclusions.byPlan') : row.author), width: { min: 110, grow: 0.8 } },
    { id: 'decidedBy', head: t('exclusions.decidedBy'), value: (row) => row.decidedBy, width: { min: 110, grow: 0.8 } },
    { id: 'decidedAt', head: t('exclusions.decidedAt'), kind: 'instant', value: (row) => row.decidedAt, cell: (row) => at(row.decidedAt), width: 142 },
  ];
}
