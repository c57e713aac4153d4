import { newId } from '../ids.ts';
import type { ReadStatement, WriteStatement } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';
import type { StateMeaning } from '#shared/imports/profile.ts';

export type DictionaryField = 'status' | 'priority' | 'team' | 'type' | 'service' | 'customer' | 'actor';

/** What a value means, for `mappings`; null: nothing is known. */
export type ValueMeaning = { readonly state?: StateMeaning; readonly priority?: string; readonly ticketType?: string; readonly organisationId?: string; readonly serviceId?: string };

export type DictionaryOptions = {
  readonly source: { readonly no: number; readonly id: string } | null;
  /** What the profile says about a value that the source has no mapping for. */
  readonly meaningOf: (field: DictionaryField, value: string) => ValueMeaning | null;
  /** The profile was edited for this import: what it says replaces the meaning that the source has. */
  readonly isEdited: boolean;
};

type Entry = { readonly no: number; readonly isMapped: boolean; readonly stateClass: StateMeaning['class'] | null; count: number };

/** Fields whose values need a meaning. */
const mappedFields: ReadonlySet<DictionaryField> = new Set(['status', 'priority', 'type']);

/**
 * The dictionary of one source: its strings by number. New strings are numbered, and get the meaning that the profile gives.
 * Without a transaction (a dry run) nothing is written and the numbers are negative.
 */
export class SourceDictionary {
  readonly #options: DictionaryOptions;
  readonly #find: ReadStatement<{ no: number }>;
  readonly #findMapping: ReadStatement<MappingRow>;
  readonly #insert: WriteStatement<unknown> | null;
  readonly #insertMapping: WriteStatement<unknown> | null;
  readonly #entries = new Map<DictionaryField, Map<string, Entry>>();
  readonly #updateMapping: WriteStatement<unknown> | null;
  #nextNo: number;
  /** Values that got another meaning. */
  remapped = 0;

  constructor(reader: Reader | Tx, tx: Tx | null, options: DictionaryOptions) {
    this.#options = options;
    this.#find = reader.prepare('SELECT no FROM source_values WHERE source_no = ? AND field = ? AND value = ?');
    this.#findMapping = reader.prepare('SELECT id, state_class, pause_reason, priority, ticket_type FROM mappings WHERE source_id = ? AND field = ? AND value = ?');
    this.#insert = tx === null ? null : tx.prepare('INSERT INTO source_values (no, source_no, field, value) VALUES (?, ?, ?, ?)');
    this.#insertMapping =
      tx === null
        ? null
        : tx.prepare('INSERT INTO mappings (id, source_id, field, value, state_class, pause_reason, priority, ticket_type, organisation_id, service_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#updateMapping = tx === null ? null : tx.prepare('UPDATE mappings SET state_class = ?, pause_reason = ?, priority = ?, ticket_type = ? WHERE id = ?');
    this.#nextNo = (reader.value<number>('SELECT max(no) FROM source_values') ?? 0) + 1;
  }

  /** The number of a value; null stays null. Counts one row. */
  numberOf(field: DictionaryField, value: string | null): number | null {
    if (value === null) return null;
    const values = this.#entries.get(field) ?? this.#begin(field);
    const known = values.get(value);
    if (known !== undefined) {
      known.count += 1;
      return known.no;
    }
    const own = Buffer.from(value).toString();
    const entry = this.#enter(field, own);
    values.set(own, entry);
    return entry.no;
  }

  /** The number of a value that `numberOf` has seen; counts nothing. */
  lookUp(field: DictionaryField, value: string | null): number | null {
    return value === null ? null : (this.#entries.get(field)?.get(value)?.no ?? null);
  }

  /** The class of a state that `numberOf` has seen; null where it has none. */
  stateClassOf(value: string | null): StateMeaning['class'] | null {
    return value === null ? null : (this.#entries.get('status')?.get(value)?.stateClass ?? null);
  }

  /** Values that stand in the file and have no meaning, with their rows. */
  unmapped(): { field: DictionaryField; value: string; count: number }[] {
    return [...this.#entries]
      .filter(([field]) => mappedFields.has(field))
      .flatMap(([field, values]) => [...values].filter(([, entry]) => !entry.isMapped).map(([value, entry]) => ({ field, value, count: entry.count })));
  }

  #begin(field: DictionaryField): Map<string, Entry> {
    const values = new Map<string, Entry>();
    this.#entries.set(field, values);
    return values;
  }

  #enter(field: DictionaryField, value: string): Entry {
    const { source, meaningOf } = this.#options;
    const stored = source === null ? undefined : this.#find.get(source.no, field, value);
    const no = stored?.no ?? this.#nextNo;
    if (stored === undefined) {
      this.#nextNo += 1;
      if (source !== null) this.#insert?.run(no, source.no, field, value);
    }
    const mapping = source === null ? undefined : this.#findMapping.get(source.id, field, value);
    const meaning = mapping === undefined || this.#options.isEdited ? meaningOf(field, value) : null;
    if (mapping !== undefined) return { no, isMapped: true, stateClass: this.#remap(mapping, meaning), count: 1 };
    if (meaning === null) return { no, isMapped: false, stateClass: null, count: 1 };
    if (source !== null) {
      this.#insertMapping?.run(
        newId(), source.id, field, value, classOf(meaning), meaning.state?.reason ?? null,
        meaning.priority ?? null, meaning.ticketType ?? null, meaning.organisationId ?? null, meaning.serviceId ?? null,
      );
    }
    return { no, isMapped: true, stateClass: classOf(meaning), count: 1 };
  }

  /** Writes another meaning of a value that has one; answers the class that holds from now on. */
  #remap(mapping: MappingRow, meaning: ValueMeaning | null): StateMeaning['class'] | null {
    if (meaning === null) return mapping.state_class;
    const [stateClass, reason, priority, type] = [classOf(meaning), meaning.state?.reason ?? null, meaning.priority ?? null, meaning.ticketType ?? null];
    if (mapping.state_class === stateClass && mapping.pause_reason === reason && mapping.priority === priority && mapping.ticket_type === type) return stateClass;
    this.remapped += 1;
    this.#updateMapping?.run(stateClass, reason, priority, type, mapping.id);
    return stateClass;
  }
}

type MappingRow = { id: string; state_class: StateMeaning['class'] | null; pause_reason: string | null; priority: string | null; ticket_type: string | null };

function classOf({ state }: ValueMeaning): StateMeaning['class'] | null {
  return state === undefined || state.class === 'unknown' ? null : state.class;
}
