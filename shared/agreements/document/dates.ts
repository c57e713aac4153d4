import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';
import type { PrintContext } from './context.ts';

export type PrintedDates = { readonly lastDayOfNotice: PlainDate | null; readonly end: PlainDate; readonly renewsOn: PlainDate | null; readonly reviews: readonly { readonly on: PlainDate; readonly reason: string }[] };

/** The dates of the agreement (calculation-rules section 10); null without a term. */
export function printedDates(context: PrintContext): PrintedDates | null {
  const { term, notice, renewal, review } = context.document;
  if (term === undefined) return null;
  const after = addDays(term.to, 1);
  const last = notice === undefined ? null : addDays(notice.months === undefined ? addDays(after, -(notice.days ?? 0)) : addMonths(after, -notice.months), -1);
  const reviews: { on: PlainDate; reason: string }[] = [];
  for (let index = 1; index < 200; index += 1) {
    const on = addMonths(term.from, index * review.everyMonths);
    if (on > addDays(term.to, 1)) break;
    reviews.push({ on, reason: '' });
  }
  return { lastDayOfNotice: last, end: term.to, renewsOn: renewal.kind === 'automatic' ? after : null, reviews };
}
