import { z } from 'zod';
import type { Reader } from '../store.ts';

/** Sources with the last instant that any of their coverages reaches, ms UTC. */
export type SourceEnd = { readonly id: string; readonly name: string; readonly kinds: readonly string[]; readonly until: number; readonly services: readonly string[] };

const list = z.array(z.string());

export function sourceEnds(reader: Reader): SourceEnd[] {
  return reader
    .all<{ id: string; name: string; kinds: string; until: number; services: string }>(
      `SELECT sources.id, sources.name, json_group_array(DISTINCT coverages.kind) AS kinds, max(coverages.to_at) AS until, json_group_array(DISTINCT services.name) FILTER (WHERE services.name IS NOT NULL) AS services
       FROM coverages JOIN sources ON sources.no = coverages.source_no LEFT JOIN services ON services.no = coverages.service_no GROUP BY sources.no ORDER BY sources.name`,
    )
    .map((row) => ({ ...row, kinds: list.parse(JSON.parse(row.kinds)), services: list.parse(JSON.parse(row.services)) }));
}

export type Quarantined = { readonly no: number; readonly id: string; readonly file: string; readonly count: number; readonly at: number };

/** Standing imports that kept rows out: of each source the latest one only, because a newer file brings its rows again. */
export function quarantined(reader: Reader): Quarantined[] {
  return reader.all<Quarantined>(
    `SELECT imports.no, imports.id, files.name AS file, imports.quarantined_count AS count, changes.happened_at AS at
     FROM imports JOIN files ON files.id = imports.file_id JOIN changes ON changes.no = imports.change_no
     WHERE imports.no IN (SELECT max(no) FROM imports WHERE undone_by_no IS NULL GROUP BY source_no) AND imports.quarantined_count > 0 ORDER BY imports.no`,
  );
}

/** Which of the first steps of a workspace were taken, by whether anything of the kind is there. */
export function firstStepsTaken(reader: Reader): Readonly<Record<'customer' | 'service' | 'data' | 'draft' | 'signed', boolean>> {
  const some = (sql: string) => reader.value(`SELECT 1 WHERE EXISTS (${sql})`) !== undefined;
  return {
    customer: some('SELECT 1 FROM organisations WHERE is_ours = 0'),
    service: some('SELECT 1 FROM services'),
    data: some('SELECT 1 FROM tickets') || some('SELECT 1 FROM outages') || some('SELECT 1 FROM readings'),
    draft: some('SELECT 1 FROM agreements'),
    signed: some("SELECT 1 FROM agreement_versions WHERE state = 'signed'"),
  };
}

export type RoleRow = { readonly personId: string; readonly role: string; readonly agreementId: string | null; readonly serviceId: string | null; readonly organisationId: string | null };

/** Roles that hold on a day. */
export function rolesOn(reader: Reader, day: string): RoleRow[] {
  return reader.all<RoleRow>(
    `SELECT person_id AS personId, role, agreement_id AS agreementId, service_id AS serviceId, organisation_id AS organisationId FROM role_assignments
     WHERE (from_on IS NULL OR from_on <= :day) AND (to_on IS NULL OR to_on >= :day)`, { day },
  );
}
