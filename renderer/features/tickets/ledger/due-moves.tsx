import { ValueLines } from '#renderer/ui/facts.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { withinText } from '../words.ts';
import type { DueStep, LedgerView } from './view.ts';

/** One line a cause: what it added inside the hours, and where it moved the due time to. Equal neighbours are one line. */
export function DueMoves({ view }: { view: LedgerView }) {
  const { zone } = view;
  if (view.moves.length === 0) return <p className="t13 t2">{t('tickets.noDue')}</p>;
  const steps = joined(view.moves);
  return (
    <ValueLines entries={steps.map((step, index) => ({
      key: `${index}`,
      name: step.cause === 'target' ? t('tickets.from', { time: withinText(view.answer.within), start: instantText(step.from, zone) }) : causeText(step),
      second: step.cause === 'target' ? (step.from > view.start ? t('tickets.openedBefore', { time: instantText(view.start, zone) }) : t('tickets.openedThen', { time: instantText(view.start, zone) })) : t('tickets.insideHours', { time: durationWords(step.addedMs) }),
      value: index === steps.length - 1 ? <b className="m">{instantText(step.due, zone)}</b> : instantText(step.due, zone),
    }))} />
  );
}

function joined(moves: readonly DueStep[]): readonly DueStep[] {
  const steps: DueStep[] = [];
  for (const move of moves) {
    const last = steps.at(-1);
    if (last !== undefined && last.cause === move.cause && last.reason === move.reason && move.cause !== 'target') steps[steps.length - 1] = { ...last, addedMs: last.addedMs + move.addedMs, due: move.due };
    else steps.push(move);
  }
  return steps;
}

function causeText({ cause, reason }: DueStep): string {
  if (cause === 'target') return '';
  if (cause !== 'paused') return reason === null || reason === '' ? t(`tickets.cause-${cause}`) : `${t(`tickets.cause-${cause}`)}: ${reason}`;
  if (reason === 'closed') return t('tickets.closedReopened');
  if (reason === 'hold') return t('tickets.holdTotal');
  return reason === null ? t('tickets.cause-paused') : t('tickets.pausedFor', { reason });
}
