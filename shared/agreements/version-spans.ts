import { addDays, type PlainDate } from '#shared/time/plain-date.ts';
import { versionInForce, type DatedVersion } from './life-cycle.ts';

/** Days in which one version of an agreement measures, half-open; null is "as far as time goes". */
export type VersionSpan<V> = { readonly version: V; readonly from: PlainDate | null; readonly to: PlainDate | null };

/**
 * Which signed version measures on which days (domain-model section 2.3): the one in force on that day. A day on which none was in force
 * belongs to the version before it, and the days before the first one to the first. The spans follow each other without a gap, from
 * the beginning of time to its end; empty where nothing is signed.
 */
export function versionSpans<V extends DatedVersion>(versions: readonly V[]): VersionSpan<V>[] {
  const signed = versions.filter((version) => version.state === 'signed');
  if (signed.length === 0) return [];
  const days = [...new Set(signed.flatMap((version) => [...(version.validFrom === null ? [] : [version.validFrom]), ...(version.validTo === null ? [] : [addDays(version.validTo, 1)])]))].toSorted();
  const [first] = days;
  const found = [{ from: null, version: first === undefined ? versionInForce(signed, '2000-01-01') : versionInForce(signed, addDays(first, -1)) }, ...days.map((from) => ({ from, version: versionInForce(signed, from) }))];
  const earliest = found.find((span) => span.version !== null)?.version ?? null;
  const spans: { version: V; from: PlainDate | null; to: PlainDate | null }[] = [];
  for (const { from, version } of found) {
    const last = spans.at(-1);
    const present = version ?? last?.version ?? earliest;
    if (present === null || present === last?.version) continue;
    if (last !== undefined) last.to = from;
    spans.push({ version: present, from: last === undefined ? null : from, to: null });
  }
  return spans;
}
