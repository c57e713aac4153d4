import { asc, eq, sql } from 'drizzle-orm';
import type { DatedVersion } from '#shared/agreements/life-cycle.ts';
import { isOpen, versionInForce } from '#shared/agreements/life-cycle.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Reader } from '../store.ts';
import { agreements, agreementVersions } from './tables.ts';

export type AgreementRow = typeof agreements.$inferSelect;
export type VersionRow = typeof agreementVersions.$inferSelect;

/** An agreement by id or number; null where there is none. */
export function findAgreement(reader: Reader, idOrNumber: string): AgreementRow | null {
  const byId = reader.drizzle.select().from(agreements).where(eq(agreements.id, idOrNumber)).get();
  return byId ?? reader.drizzle.select().from(agreements).where(eq(agreements.number, idOrNumber)).get() ?? null;
}

/** An agreement by id or number. Throws `not-found`. */
export function agreementNamed(reader: Reader, idOrNumber: string): AgreementRow {
  const agreement = findAgreement(reader, idOrNumber);
  if (!agreement) throw new ParleyError('not-found', `There is no agreement ${idOrNumber}.`, { details: [{ path: 'id', message: 'Unknown agreement' }], wayOut: 'agreements list names them all.' });
  return agreement;
}

/** Versions of an agreement, oldest first. */
export function versionsOf(reader: Reader, agreementId: string): VersionRow[] {
  return reader.drizzle.select().from(agreementVersions).where(eq(agreementVersions.agreementId, agreementId)).orderBy(asc(agreementVersions.version)).all();
}

/** One version by its number. Throws `not-found`. */
export function versionNumbered(reader: Reader, agreement: AgreementRow, version: number): VersionRow {
  const row = versionsOf(reader, agreement.id).find((candidate) => candidate.version === version);
  if (!row) throw new ParleyError('not-found', `${agreement.number} has no version ${version}.`, { details: [{ path: 'version', message: 'Unknown version' }] });
  return row;
}

/** The version that is being worked on: at most one. Null where none is open. */
export function openVersion(reader: Reader, agreementId: string): VersionRow | null {
  return versionsOf(reader, agreementId).find((version) => isOpen(version.state)) ?? null;
}

/** The newest version that was not given up; where all were, the newest. Without a version number this one is meant. */
export function newestVersion(reader: Reader, agreement: AgreementRow): VersionRow {
  const versions = versionsOf(reader, agreement.id);
  const newest = versions.findLast((version) => version.state !== 'abandoned' && version.state !== 'rejected') ?? versions.at(-1);
  if (!newest) throw new ParleyError('not-found', `${agreement.number} has no version.`);
  return newest;
}

/** The version that figures are measured by: the one that is named, else the one in force on `day`, else the open draft, else the newest. */
export function measuredVersion(reader: Reader, agreement: AgreementRow, version: number | undefined, day: string): VersionRow {
  if (version !== undefined) return versionNumbered(reader, agreement, version);
  const versions = versionsOf(reader, agreement.id);
  const inForce = versionInForce(asDated(reader, versions), day);
  return versions.find((candidate) => candidate.version === inForce?.version) ?? versions.find((candidate) => isOpen(candidate.state)) ?? newestVersion(reader, agreement);
}

/** Versions as their dates see them, with what their lifecycle terms say about renewal. */
export function asDated(reader: Reader, versions: readonly VersionRow[]): DatedVersion[] {
  const renews = reader.prepare<{ kind: string | null }>(
    `SELECT json_extract(term_contents.rules_json, '$.dates.renewal.kind') AS kind FROM version_terms JOIN term_contents ON term_contents.hash = version_terms.content_hash
     WHERE version_terms.version_id = ? AND term_contents.kind = 'lifecycle'`,
  );
  return versions.map((version) => ({
    version: version.version, state: version.state, validFrom: version.validFromOn, validTo: version.validToOn, sealedAt: version.sealedAt,
    renews: version.withdrawnFromOn === null && renews.get(version.id)?.kind === 'automatic',
  }));
}

/** The next number of a kind in a year: `SLA-2026-0042`; a further laptop's numbers carry its letter, `SLA-2026-B0042`. */
export function nextNumber(reader: Reader, kind: AgreementRow['kind'], year: number, lane: string): string {
  const prefix = `${kind.toUpperCase()}-${year}-${lane}`;
  const last = reader.drizzle
    .select({ last: sql<number | null>`max(cast(substr(${agreements.number}, ${prefix.length + 1}) as integer))` })
    .from(agreements)
    .where(sql`${agreements.number} glob ${`${prefix}[0-9]*`}`)
    .get();
  return `${prefix}${String((last?.last ?? 0) + 1).padStart(4, '0')}`;
}

/** Who made a version, and when: the actor of the change that inserted it. Null: nobody was named yet. */
export function authorOf(reader: Reader, versionId: string): { readonly personId: string | null; readonly at: number } {
  const row = reader.get<{ actor_id: string | null; happened_at: number }>(
    `SELECT changes.actor_id, changes.happened_at FROM change_rows JOIN changes ON changes.no = change_rows.change_no
     WHERE change_rows.row_id = ? AND change_rows.table_name = 'agreement_versions' AND change_rows.op = 'insert' ORDER BY changes.no LIMIT 1`,
    versionId,
  );
  return { personId: row?.actor_id ?? null, at: row?.happened_at ?? 0 };
}

/** The last change that touched a version, its terms, its parties or its roles; ms UTC. */
export function changedAt(reader: Reader, version: VersionRow): number {
  const at = reader.value<number>(
    `SELECT max(changes.happened_at) FROM changes WHERE changes.subject_id IN (?, ?)`,
    version.id,
    version.agreementId,
  );
  return at ?? authorOf(reader, version.id).at;
}

/** When a version reached its present state, ms UTC. */
export function reachedAt(reader: Reader, version: VersionRow): number {
  const moved = reader.value<number>(
    'SELECT max(changes.happened_at) FROM transitions JOIN changes ON changes.no = transitions.change_no WHERE transitions.record_id = ? AND transitions.to_state = ?',
    version.id, version.state,
  );
  return moved ?? authorOf(reader, version.id).at;
}
