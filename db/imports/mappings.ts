import type { StateClass, StateMeaning } from '#shared/imports/profile.ts';
import { newId } from '../ids.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';
import { forgetResults } from './commands.ts';

export type Remapping = {
  readonly sourceId: string;
  readonly field: 'status' | 'priority' | 'type';
  readonly value: string;
  readonly stateClass: StateClass | null;
  readonly pauseReason: string | null;
  readonly priority: string | null;
  readonly ticketType: string | null;
};

/** Gives a source's value a meaning; results that stood on the old one go. Answers the mapping's id. */
export function remapValue(tx: Tx, mapping: Remapping): string {
  const stateClass = mapping.stateClass === 'unknown' ? null : mapping.stateClass;
  const known = tx.value<string>('SELECT id FROM mappings WHERE source_id = ? AND field = ? AND value = ?', mapping.sourceId, mapping.field, mapping.value);
  forgetResults(tx, tx.value<number>('SELECT no FROM sources WHERE id = ?', mapping.sourceId) ?? null);
  if (known !== undefined) {
    tx.run('UPDATE mappings SET state_class = ?, pause_reason = ?, priority = ?, ticket_type = ? WHERE id = ?', stateClass, mapping.pauseReason, mapping.priority, mapping.ticketType, known);
    return known;
  }
  const id = newId();
  tx.run(
    'INSERT INTO mappings (id, source_id, field, value, state_class, pause_reason, priority, ticket_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id, mapping.sourceId, mapping.field, mapping.value, stateClass, mapping.pauseReason, mapping.priority, mapping.ticketType,
  );
  return id;
}

/** What a source's values mean already, and the names of the workspace that a value can be; names are lower case. */
export type MappedValues = {
  readonly states: ReadonlyMap<string, StateMeaning>;
  readonly priorities: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
};

type MappingRow = { field: string; value: string; state_class: StateClass | null; pause_reason: string | null; priority: string | null; ticket_type: string | null };

export function mappedValues(reader: Reader, sourceId: string | null): MappedValues {
  const rows = sourceId === null ? [] : reader.all<MappingRow>('SELECT field, value, state_class, pause_reason, priority, ticket_type FROM mappings WHERE source_id = ?', sourceId);
  const named = (table: 'organisations' | 'services'): Map<string, string> => new Map(reader.all<{ name: string }>(`SELECT name FROM ${table}`).map(({ name }) => [name.toLowerCase(), name]));
  const texts = (field: string, pick: (row: MappingRow) => string | null): Map<string, string> =>
    new Map(rows.flatMap((row) => {
      const meaning = row.field === field ? pick(row) : null;
      return meaning === null ? [] : [[row.value.trim().toLowerCase(), meaning] as const];
    }));
  return {
    states: new Map(rows.filter(({ field }) => field === 'status').map((row) => [row.value, { class: row.state_class ?? 'unknown', ...(row.pause_reason === null ? {} : { reason: row.pause_reason }) }])),
    priorities: texts('priority', (row) => row.priority),
    types: texts('type', (row) => row.ticket_type),
    organisations: named('organisations'),
    services: named('services'),
  };
}
