import type { CopyFacts } from '#shared/backups/model.ts';
import { openReadable } from '../open.ts';
import { type Reader, StatementReader } from '../reader.ts';

/** What a workspace holds, as far as a person compares by it. Reads tables of every format. */
export function factsOf(reader: Reader): CopyFacts {
  const count = (table: string): number => reader.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
  const last = reader.get<{ no: number; id: string; at: number; actor: string | null; command: string; cause: string; undoes: string | null }>(
    `SELECT changes.no, changes.id, changes.happened_at AS at, people.name AS actor, changes.command, changes.cause, undone.command AS undoes
     FROM changes LEFT JOIN people ON people.id = changes.actor_id LEFT JOIN changes AS undone ON undone.no = changes.undoes_no
     ORDER BY changes.no DESC LIMIT 1`,
  );
  return { agreements: count('agreements'), organisations: count('organisations'), tickets: count('tickets'), outages: count('outages'), lastChange: last ?? null };
}

/** When this workspace was last changed, and the number of that change; 0 where it never was. */
export function lastChangeOf(reader: Reader): { readonly no: number; readonly id: string; readonly at: number } {
  return reader.get<{ no: number; id: string; at: number }>('SELECT no, id, happened_at AS at FROM changes ORDER BY no DESC LIMIT 1') ?? { no: 0, id: '', at: 0 };
}

/** Of which workspace a file is a copy, and what it holds; null where it cannot be read as one. */
export function factsOfFile(file: string): { readonly workspace: string; readonly facts: CopyFacts } | null {
  try {
    const connection = openReadable(file, 1000);
    try {
      const reader = new StatementReader(connection);
      const workspace = reader.value<string>('SELECT id FROM workspace');
      return workspace === undefined ? null : { workspace, facts: factsOf(reader) };
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
