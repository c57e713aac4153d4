import type { PersonRole } from '#shared/agreements/model.ts';
import type { HandOverPlan } from '#shared/people/hand-over.ts';
import { addDays } from '#shared/time/plain-date.ts';
import { newId } from '../ids.ts';
import type { Reader, Tx } from '../store.ts';
import { listRoles } from './queries.ts';

type Named = { readonly id: string; readonly name: string };
type Assignment = { id: string; person_id: string; role: PersonRole; side: string; agreement_id: string | null; service_id: string | null; organisation_id: string | null; deputy_of_id: string | null; from_on: string | null; to_on: string | null };

/** What would change if `from` gave everything to `to` from the day `on`: nothing is written. */
export function planHandOver(reader: Reader, from: Named, to: Named, on: string): HandOverPlan {
  const names = new Map(listRoles(reader, from.id).map((role) => [role.id, role.scopeName]));
  const assignments = openAssignments(reader, from.id, on);
  return {
    from: { id: from.id, name: from.name },
    to: { id: to.id, name: to.name },
    on,
    roles: assignments.map((assignment) => ({
      id: assignment.id, role: assignment.role, about: names.get(assignment.id) ?? '', move: moveOf(reader, assignment, to.id, on),
      deputies: reader.value<number>('SELECT count(*) FROM role_assignments WHERE deputy_of_id = ?', assignment.id) ?? 0,
    })),
    services: reader.all<Named>('SELECT id, name FROM services WHERE owner_id = ? ORDER BY name COLLATE NOCASE', from.id),
    approvals: reader.all<Named>(
      `SELECT DISTINCT agreements.id, agreements.title AS name FROM agreements JOIN agreement_versions AS version ON version.agreement_id = agreements.id
       JOIN approvals ON approvals.version_id = version.id AND approvals.state = 'pending'
       JOIN role_assignments AS held ON held.agreement_id = agreements.id AND held.role = 'approver' AND held.person_id = :id AND (held.to_on IS NULL OR held.to_on >= :on)
       WHERE version.sealed_at IS NULL ORDER BY name COLLATE NOCASE`,
      { id: from.id, on },
    ),
    stays: staying(reader, from.id),
  };
}

/** Hands over as planned: a role that began ends on the day before, and the other one holds it from the day on. */
export function handOver(tx: Tx, plan: HandOverPlan): void {
  const { from, to, on } = plan;
  for (const assignment of openAssignments(tx, from.id, on)) {
    const move = moveOf(tx, assignment, to.id, on);
    tx.run('DELETE FROM role_assignments WHERE deputy_of_id = ? AND person_id = ?', assignment.id, to.id);
    if (move === 'moved') {
      tx.run('UPDATE role_assignments SET person_id = ? WHERE id = ?', to.id, assignment.id);
      continue;
    }
    const next = move === 'held' ? (heldAlready(tx, assignment, to.id, on) ?? null) : newId();
    if (move === 'handed') {
      tx.run(
        'INSERT INTO role_assignments (id, person_id, role, side, agreement_id, service_id, organisation_id, deputy_of_id, from_on, to_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        next, to.id, assignment.role, assignment.side, assignment.agreement_id, assignment.service_id, assignment.organisation_id, assignment.deputy_of_id, on, assignment.to_on,
      );
    }
    tx.run('UPDATE role_assignments SET deputy_of_id = ? WHERE deputy_of_id = ?', next, assignment.id);
    if (assignment.from_on !== null && assignment.from_on >= on) tx.run('DELETE FROM role_assignments WHERE id = ?', assignment.id);
    else tx.run('UPDATE role_assignments SET to_on = ? WHERE id = ?', addDays(on, -1), assignment.id);
  }
  tx.run('UPDATE services SET owner_id = ? WHERE owner_id = ?', to.id, from.id);
}

/** Roles that hold on the day or begin later; the oldest first, so that the other one's stand in the same order. */
function openAssignments(reader: Reader, personId: string, on: string): Assignment[] {
  return reader.all<Assignment>('SELECT * FROM role_assignments WHERE person_id = ? AND (to_on IS NULL OR to_on >= ?) ORDER BY id', personId, on);
}

function moveOf(reader: Reader, assignment: Assignment, to: string, on: string): HandOverPlan['roles'][number]['move'] {
  if (heldAlready(reader, assignment, to, on) !== undefined) return 'held';
  return assignment.from_on !== null && assignment.from_on >= on ? 'moved' : 'handed';
}

/** The other one's own assignment of the same role, open on the day. */
function heldAlready(reader: Reader, { role, agreement_id, service_id, organisation_id }: Assignment, to: string, on: string): string | undefined {
  return reader.value<string>(
    `SELECT id FROM role_assignments WHERE person_id = :to AND role = :role AND agreement_id IS :agreement_id AND service_id IS :service_id AND organisation_id IS :organisation_id
       AND deputy_of_id IS NULL AND (to_on IS NULL OR to_on >= :on) LIMIT 1`,
    { to, role, agreement_id, service_id, organisation_id, on },
  );
}

function staying(reader: Reader, id: string): HandOverPlan['stays'] {
  const count = (what: HandOverPlan['stays'][number]['what'], statement: string) => ({ what, count: reader.value<number>(statement, { id }) ?? 0 });
  return [
    count('signed', "SELECT count(*) FROM signatories WHERE person_id = :id AND state = 'signed'"),
    count('waiting-signatures', "SELECT count(*) FROM signatories WHERE person_id = :id AND state = 'waiting'"),
    count('approvals', "SELECT count(*) FROM approvals WHERE decided_by_id = :id AND state IN ('approved', 'rejected')"),
    count('notes', 'SELECT count(*) FROM internal_notes WHERE person_id = :id OR said_by_id = :id'),
  ].filter(({ count: some }) => some > 0);
}
