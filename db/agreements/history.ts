import type { AgreementHistoryEntry } from '#shared/agreements/contract.ts';
import type { Reader } from '../store.ts';

type Row = { readonly no: number; readonly happenedAt: number; readonly actor: string | null; readonly command: string; readonly cause: string; readonly reason: string | null; readonly undone: 0 | 1 };
type Touched = { readonly no: number; readonly kind: string; readonly code: string | null; readonly version: number | null };

const parts: Readonly<Record<string, AgreementHistoryEntry['parts'][number]>> = {
  priority: 'priorities', hours: 'hours', lifecycle: 'dates', version_parties: 'parties', version_services: 'services', role_assignments: 'people', agreements: 'head',
};

/** What happened to an agreement through all its versions, newest first: who did what, and which parts it touched. */
export function agreementHistory(reader: Reader, agreementId: string, limit: number): AgreementHistoryEntry[] {
  const rows = reader.all<Row>(
    `WITH own AS (SELECT id FROM agreement_versions WHERE agreement_id = ? UNION ALL SELECT ?),
          numbers AS (SELECT no FROM changes WHERE subject_id IN (SELECT id FROM own) UNION SELECT change_no FROM change_rows WHERE row_id IN (SELECT id FROM own))
     SELECT changes.no, changes.happened_at AS happenedAt, people.name AS actor, changes.command, changes.cause, changes.reason,
            EXISTS (SELECT 1 FROM changes AS later WHERE later.undoes_no = changes.no) AS undone
     FROM numbers JOIN changes ON changes.no = numbers.no LEFT JOIN people ON people.id = changes.actor_id
     ORDER BY changes.no DESC LIMIT ?`,
    agreementId, agreementId, limit,
  );
  const oldest = rows.at(-1)?.no ?? 0;
  const touched = Map.groupBy(touchedRows(reader, agreementId, oldest), (row) => row.no);
  const moves = new Map(reader
    .all<{ no: number; toState: string }>('SELECT change_no AS no, to_state AS toState FROM transitions WHERE record_id IN (SELECT id FROM agreement_versions WHERE agreement_id = ?) AND change_no >= ?', agreementId, oldest)
    .map((move) => [move.no, move.toState]));
  return rows.map((row) => {
    const own = touched.get(row.no) ?? [];
    return {
      no: row.no,
      at: row.happenedAt,
      actor: row.actor,
      command: row.cause === 'undo' ? 'undo' : row.command,
      reason: row.reason,
      undone: row.undone === 1,
      state: moves.get(row.no) ?? null,
      version: own.find((one) => one.version !== null)?.version ?? null,
      terms: [...new Set(own.flatMap((one) => one.code ?? []))].toSorted(),
      parts: [...new Set(own.flatMap((one) => parts[one.kind] ?? []))],
    };
  });
}

/** The rows of an agreement that changed: terms by code, the other parts by kind. */
function touchedRows(reader: Reader, agreementId: string, from: number): Touched[] {
  return reader.all<Touched>(
    `SELECT change_no AS no, CASE table_name WHEN 'version_terms' THEN terms.kind ELSE table_name END AS kind,
            CASE WHEN table_name = 'version_terms' AND terms.kind NOT IN ('priority', 'hours', 'lifecycle') THEN terms.code END AS code,
            versions.version
     FROM change_rows
     JOIN changes ON changes.no = change_rows.change_no
     LEFT JOIN terms ON table_name = 'version_terms' AND terms.id = coalesce(after_json ->> 'term_id', before_json ->> 'term_id')
     LEFT JOIN agreement_versions AS versions ON versions.id = CASE table_name WHEN 'agreement_versions' THEN change_rows.row_id ELSE coalesce(after_json ->> 'version_id', before_json ->> 'version_id') END
     WHERE change_no >= ? AND table_name IN ('version_terms', 'version_parties', 'version_services', 'role_assignments', 'agreements', 'agreement_versions')
       AND ? IN (terms.agreement_id, versions.agreement_id, change_rows.row_id, coalesce(after_json ->> 'agreement_id', before_json ->> 'agreement_id'))
     ORDER BY change_rows.no`,
    from, agreementId,
  );
}
