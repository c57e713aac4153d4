import { ParleyError } from '#shared/errors.ts';
import { instantText } from '#shared/format/instants.ts';
import { threeWay } from '#shared/stale/three-way.ts';
import type { Reader } from '../reader.ts';
import { workspaceRow } from '../workspace/queries.ts';

type Values = Readonly<Record<string, unknown>>;

/** Which record is changed, which of its values are instants (ms UTC), and the words of a field whose content is more than one value. */
type Subject = { readonly table: string; readonly id: string | number; readonly instants?: readonly string[]; readonly said?: Readonly<Record<string, (value: unknown) => string>> };

/**
 * What a change writes when the person had seen `was` of the record: the fields that the person changed, and what it is now of the others.
 * Throws `conflict` with both values and who it was where somebody else changed the same field to something else.
 */
export function standing<Mine extends Values>(reader: Reader, subject: Subject, now: Values, was: Values | undefined, mine: Mine): Mine {
  const { values, both } = threeWay(now, was, mine);
  if (both.length === 0) return values;
  const last = lastChange(reader, subject);
  const fields = both.map((field) => ({ field, theirs: words(reader, subject, field, now[field]), mine: words(reader, subject, field, mine[field]) }));
  const said = fields.map(({ field, theirs, mine: own }) => `${field} is ${quoted(theirs)} now, yours is ${quoted(own)}`).join('; ');
  throw new ParleyError('conflict', `${last.by ?? 'Somebody'} changed this meanwhile: ${said}.`, {
    details: fields.map(({ field, theirs }) => ({ path: field, message: `Now ${quoted(theirs)}` })),
    wayOut: 'Keep theirs, or save yours over it.',
    stale: { ...last, fields },
  });
}

function lastChange(reader: Reader, { table, id }: Subject): { by: string | null; at: number | null } {
  return reader.get<{ by: string | null; at: number }>(
    `SELECT people.name AS "by", changes.happened_at AS at FROM change_rows JOIN changes ON changes.no = change_rows.change_no LEFT JOIN people ON people.id = changes.actor_id
     WHERE change_rows.row_id = ? AND change_rows.table_name = ? AND changes.hash IS NOT NULL ORDER BY change_rows.no DESC LIMIT 1`,
    String(id), table,
  ) ?? { by: null, at: null };
}

/** A value as a reader knows it: a record by its name, an instant in the workspace's zone; null where there is none. */
function words(reader: Reader, { instants = [], said = {} }: Subject, field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const own = said[field];
  if (own !== undefined) return own(value);
  if (typeof value === 'number' && instants.includes(field)) return instantText(value, workspaceRow(reader).zone, { year: true, weekday: false });
  if (typeof value === 'number' && field.endsWith('Milli')) return String(value / 1000);
  if (typeof value === 'number' && field.endsWith('Ppb')) return `${value / 10_000_000} %`;
  if (typeof value === 'string' && field.endsWith('Id')) return reader.value<string>('SELECT title FROM search_entries WHERE record_id = ?', value) ?? value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'other content';
}

function quoted(text: string | null): string {
  return text === null ? 'empty' : `“${text}”`;
}
