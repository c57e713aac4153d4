import type { SqlValue } from '../reader.ts';
import type { Tx } from '../transaction.ts';

/**
 * Before a calendar version is taken back, the contents that only its change used let go of it: each goes into the open change as an image,
 * so that doing the change again has them. A content that something still uses stays, and then so must the calendar version.
 */
export function releaseContents(tx: Tx, calendarVersionId: string): void {
  const contents = tx.all<{ readonly [column: string]: SqlValue }>('SELECT * FROM term_contents WHERE calendar_version_id = ?', calendarVersionId);
  for (const content of contents) {
    const hash = content['hash'] ?? null;
    if (isUsed(tx, hash)) continue;
    tx.run("INSERT INTO change_rows (change_no, table_name, row_id, op, before_json) VALUES (?, 'term_contents', ?, 'delete', ?)", tx.change.no, String(hash), JSON.stringify(content));
    tx.run('DELETE FROM term_contents WHERE hash = ?', hash);
  }
}

function isUsed(tx: Tx, hash: SqlValue): boolean {
  const users = tx.all<{ child: string; column: string }>(`SELECT m.name AS child, f."from" AS "column" FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' AND f."table" = 'term_contents'`);
  return users.some(({ child, column }) => tx.value(`SELECT 1 FROM "${child}" WHERE "${column}" = ? LIMIT 1`, hash) !== undefined);
}
