import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { occurrencesOf } from '#shared/time/repeat-rule.ts';
import { zoneOf } from '#shared/time/zone.ts';
import type { TimeExclusion } from './model.ts';

/** A maintenance window as it was planned; `repeat` is a recurrence rule. */
export type PlannedWindow = {
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: string;
  readonly repeat: string | null;
  /** Null: nobody wrote down when, which is taken as in time. */
  readonly announcedAt: Instant | null;
  readonly reason: string;
  readonly approvedBy: string | null;
  /** The agreement's own answer to the window; null: none yet. */
  readonly decision: TimeExclusion['state'] | null;
};

/**
 * Every occurrence of the windows that begins before `until`, with its state for one agreement: what its customer decided; where nothing
 * was decided, accepted if the plan names who approved it and it was announced `noticeDays` calendar days before it begins, in the
 * agreement's zone at the same clock time. One that was announced too late is only proposed: it excludes nothing until it is accepted.
 */
export function plannedWindows(windows: readonly PlannedWindow[], rules: { readonly noticeDays: number | null; readonly zone: string; readonly until: Instant }): TimeExclusion[] {
  return windows.flatMap((window) => occurrencesOf(window, rules.until).map((occurrence): TimeExclusion => {
    const isApproved = window.approvedBy !== null && !isLate(window.announcedAt, occurrence.from, rules);
    return { kind: 'maintenance', state: window.decision ?? (isApproved ? 'accepted' : 'proposed'), reason: window.reason, ...occurrence };
  }));
}

/** Whether an announcement came later than the agreed days before a window. */
export function isLate(announcedAt: Instant | null, begins: Instant, { noticeDays, zone }: { readonly noticeDays: number | null; readonly zone: string }): boolean {
  if (announcedAt === null || noticeDays === null) return false;
  const clock = zoneOf(zone);
  return announcedAt > clock.toInstant(clock.toLocal(begins) - noticeDays * dayMs);
}

/** Days of notice that an agreement asks for before maintenance: the longest of its availability targets; null: none. */
export function agreedNotice(document: AgreementDocument): number | null {
  const agreed = document.terms.flatMap((term) => (term.type === 'availability' && term.maintenance?.noticeDays !== undefined ? [term.maintenance.noticeDays] : []));
  return agreed.length === 0 ? null : Math.max(...agreed);
}

const dayMs = 86_400_000;
