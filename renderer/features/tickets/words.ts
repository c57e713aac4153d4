import type { Verdict } from '#renderer/ui/verdict.tsx';
import type { TimeClass } from '#renderer/ui/charts/time-class.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { durationText } from '#shared/format/duration-text.ts';
import type { ClockVerdict, LedgerClass } from '#shared/ledger/model.ts';
import { t } from '#shared/messages/messages.ts';
import type { Duration } from '#shared/time/duration.ts';

const marks: Readonly<Record<ClockVerdict, Verdict>> = { met: 'met', missed: 'missed', open: 'neutral', cancelled: 'nodata', 'not derivable': 'nodata', excluded: 'nodata' };
const classes: Readonly<Record<LedgerClass, TimeClass>> = { counted: 'counted', paused: 'paused', 'out of hours': 'outOfHours', closure: 'closure', maintenance: 'maintenance', excluded: 'excluded' };

export function markOf(verdict: ClockVerdict): Verdict {
  return marks[verdict];
}

export function classOf(kind: LedgerClass): TimeClass {
  return classes[kind];
}

/** "missed by 25 min", "met, 1 h 5 min left", "open, 2 h left". */
export function verdictWords(verdict: ClockVerdict, toTargetMs: number | null): string {
  if (toTargetMs === null) return t(`tickets.word-${verdict}`);
  const time = durationWords(Math.abs(toTargetMs));
  if (verdict === 'missed') return toTargetMs > 0 ? t('tickets.missedBy', { time }) : t('tickets.word-missed');
  if (verdict === 'met') return toTargetMs < 0 ? t('tickets.metWith', { time }) : t('tickets.metBare');
  return verdict === 'open' ? t(toTargetMs > 0 ? 'tickets.openLate' : 'tickets.openLeft', { time }) : t(`tickets.word-${verdict}`);
}

/** "within 4 h", "by the end of the 3rd business day". */
export function withinWords(within: Duration): string {
  return t(within.kind === 'end-of-business-day' ? 'tickets.byThe' : 'tickets.withinHours', { time: withinText(within) });
}

/** What was agreed, short: "4 h", "end of the 3rd business day". */
export function withinText(within: Duration): string {
  return 'seconds' in within ? durationWords(within.seconds * 1000) : durationText(within);
}
