import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import type { LedgerView } from '#renderer/features/tickets/ledger/view.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './exclusions.module.css';
import { StateMark } from './state-mark.tsx';
import { coversText, keyOf, spanText } from './words.ts';

/** What of a ticket is left out or could be: its own exclusions and those of time that lie in it, and the way to a new one. */
export function TicketExclusions({ id, view }: { id: string; view: LedgerView }) {
  const { data = noRows } = useQuery(api.exclusions.list.queryOptions({ input: { agreement: id } }));
  const exclude = useExclude(id, view);
  const rows = data.filter((row) => touches(row, view));
  return (
    <Section title={t('exclusions.title')}>
      {rows.length === 0 ? <p className="t13 t2">{t('exclusions.noneOfTicket')}</p> : (
        <ul className={styles.own}>
          {rows.map((row) => (
            <li key={keyOf(row)}>
              <Link to="/agreements/$id/exclusions" params={{ id }} search={{ exclusion: keyOf(row) }} dir="auto">{row.reason}</Link>
              <StateMark state={row.state} />
              <span>{row.ticketNo === null ? `${coversText(row)}, ${spanText(row, view.zone)}` : spanText(row, view.zone)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.deed}><Button size="small" icon="calendar-off" onClick={() => exclude(null)}>{t('exclusions.excludeTicket')}</Button></p>
    </Section>
  );
}

/** Leads to a new exclusion of a ticket, or of one stretch of its time. */
export function useExclude(id: string, view: LedgerView): (stretch: { readonly from: number; readonly to: number } | null) => void {
  const navigate = useNavigate();
  return (stretch) => void navigate({
    to: '/agreements/$id/exclusions', params: { id },
    search: { new: true, ticket: view.answer.ledger.ticket, ...(stretch === null ? {} : { start: new Date(stretch.from).toISOString(), end: new Date(stretch.to).toISOString() }) },
  });
}

const noRows: readonly Exclusion[] = [];

/** Maintenance is listed where it is in the ledger: whether it stops the clock is the target's to say. */
function touches(row: Exclusion, { answer, start, end, stretches }: LedgerView): boolean {
  if (row.ticketNo !== null) return row.ticketNo === answer.no;
  if (row.from === null || row.to === null || row.from >= end || row.to <= start) return false;
  return row.maintenanceId === null || stretches.some((stretch) => stretch.kind === 'maintenance' && stretch.reason === row.reason);
}
