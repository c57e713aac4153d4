import { useFigureExclusions } from '#renderer/features/exclusions/figure-exclusions.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import type { Verdict } from '#renderer/ui/verdict.tsx';
import type { FigureTickets } from '#shared/compliance/contract.ts';
import { countText, ofText, percentText, writtenPercentText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { withinWords } from './words.ts';

const verdicts: Readonly<Record<FigureTickets['verdict'], Verdict>> = { met: 'met', missed: 'missed', 'partly measured': 'partly', 'not measured': 'notMeasured', 'no events': 'nodata' };

export function FigureBadge({ verdict }: { verdict: FigureTickets['verdict'] }) {
  return <Badge verdict={verdicts[verdict]}>{t(`tickets.verdict-${verdict}`)}</Badge>;
}

/** The figure again: met of all within what, percentage and agreed share, interval, coverage. */
export function FigureFacts({ answer, id, span, month }: { answer: FigureTickets; id: string; span: { readonly from: string; readonly to: string }; month: string | undefined }) {
  const { share, coverage, within } = answer;
  const exclusions = useFigureExclusions({ id, term: answer.term, ...span, month });
  const leftOut = answer.groups.find((group) => group.verdict === 'excluded')?.count ?? 0;
  return (
    <Facts facts={[
      share === null ? t('tickets.noneDecided') : <span key="count"><span className={answer.verdict === 'missed' ? 'missed-text' : 'b ink'}>{ofText(share.numerator, share.denominator)}</span> {withinWords(within)}</span>,
      share === null ? null : <span key="share"><b>{percentText(share.numerator, share.denominator)}</b>, {t('tickets.agreedShare', { goal: writtenPercentText(answer.goalPercent) })}</span>,
      share === null ? null : t('tickets.interval', { low: share.wilson95[0].toFixed(1), high: share.wilson95[1].toFixed(1) }),
      share?.smallSample === true ? t('tickets.smallSample') : null,
      leftOut === 0 ? null : t('tickets.leftOutOf', { count: countText(leftOut) }),
      coverage.state === 'partly' ? t('tickets.measuredDays', { measured: countText(coverage.measuredDays), days: countText(coverage.days) }) : null,
      exclusions,
    ]} />
  );
}
