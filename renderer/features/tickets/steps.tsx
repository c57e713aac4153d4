import { Button } from '#renderer/ui/button.tsx';
import { t } from '#shared/messages/messages.ts';

/** Where a ticket stands in its list, and the tickets beside it. */
export type Neighbours = { readonly index: number; readonly count: number; readonly before: number | null; readonly after: number | null };

/** To the ticket before and the one after, as K and J do. */
export function Steps({ place, onGo }: { place: Neighbours | null; onGo: (ticket: number) => void }) {
  const before = place?.before ?? null;
  const after = place?.after ?? null;
  return (
    <>
      <Button kind="quiet" size="small" icon="chevron-up" iconOnly keyHint="K" disabledReason={before !== null ? null : t(place === null ? 'tickets.noList' : 'tickets.firstTicket')} onClick={() => { if (before !== null) onGo(before); }}>{t('tickets.previous')}</Button>
      <Button kind="quiet" size="small" icon="chevron-down" iconOnly keyHint="J" disabledReason={after !== null ? null : t(place === null ? 'tickets.noList' : 'tickets.lastTicket')} onClick={() => { if (after !== null) onGo(after); }}>{t('tickets.next')}</Button>
    </>
  );
}
