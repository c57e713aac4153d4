import { DecidingHours } from '#renderer/ui/charts/deciding-hours.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import { decidingDues, decidingEvents, decidingStretches, decidingTicks, decidingTitle } from './deciding.ts';
import type { LedgerView } from './view.ts';

export function DecidingSection({ view, span }: { view: LedgerView; span: readonly [number, number] }) {
  const lateTo = view.stop ?? view.end;
  const late = view.due !== null && lateTo > view.due && view.due < span[1] ? [view.due, lateTo] as const : null;
  return (
    <Section title={t('tickets.decidingHours')} count={decidingTitle(view, span)}>
      <DecidingHours label={t('tickets.decidingHours')} from={span[0]} to={span[1]} stretches={decidingStretches(view, span)} events={decidingEvents(view, span)} dues={decidingDues(view, span)} late={late} ticks={decidingTicks(view, span)} />
    </Section>
  );
}
