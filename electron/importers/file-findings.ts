import { truncationRows, type Finding } from '#shared/imports/problems.ts';
import type { Prepared } from './prepare.ts';

/** What is odd about the file as a whole. */
export function fileFindings({ scan, orderDecision, reading }: Prepared, repeatedHeaders: number, rows: number): Finding[] {
  const unreadable = [...scan.dates.values()].reduce((sum, evidence) => sum + evidence.unreadable, 0);
  const found: Finding[] = [
    { code: 'likely-truncated', count: rows === truncationRows ? rows : 0, text: 'rows exactly: the export may have stopped at its limit' },
    { code: 'header-repeated', count: repeatedHeaders, text: 'times the header stands again inside the file: these lines are passed over' },
    { code: 'encoding-damaged', count: scan.damaged ? 1 : 0, text: `the text holds bytes that are no ${scan.encoding.label}: they are shown as \uFFFD` },
    { code: 'date-order-assumed', count: orderDecision.isSure ? 0 : rows, text: `rows: dates are read as ${reading.order}; ${orderDecision.evidence}` },
    { code: 'date-unreadable', count: unreadable, text: 'dates cannot be read' },
  ];
  return found.filter(({ count }) => count > 0);
}
