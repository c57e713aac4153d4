import { periodText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { daysIn, type DaySpan } from '#shared/imports/rhythm.ts';
import { t } from '#shared/messages/messages.ts';

/** A gap by its days; several by how many there are. */
export function gapWords(gaps: readonly DaySpan[]): string {
  const [only] = gaps;
  if (only !== undefined && gaps.length === 1) return periodText(only.from, only.to);
  return t('monitoring.gapsMany', { count: gaps.length, days: countText(daysIn(gaps)) });
}

/** Every gap by its days. */
export function gapsListed(gaps: readonly DaySpan[]): string {
  return gaps.map(({ from, to }) => periodText(from, to)).join(', ');
}
