import { ParleyError } from '#shared/errors.ts';
import type { Tx } from '../transaction.ts';
import { createSource, insertCoverage } from './commands.ts';
import { sourceNamed, type SourceRow } from './queries.ts';

/** The source of what people type by hand. */
export const typedSource = 'Entered by hand';

/** The source of typed rows, made when it is first needed. */
export function ensureTypedSource(tx: Tx): SourceRow {
  const known = sourceNamed(tx, typedSource);
  if (known !== null) return known;
  return { ...createSource(tx, { name: typedSource, kind: 'typed', organisationId: null }), name: typedSource, kind: 'typed' };
}

export type StatedCoverage = { readonly sourceId: string | null; readonly serviceId: string | null; readonly kind: 'tickets' | 'outages' | 'readings'; readonly from: number; readonly to: number };

/** Writes a coverage that a person states. Throws `not-found` for an unknown source or service. */
export function setCoverage(tx: Tx, { sourceId, serviceId, kind, from, to }: StatedCoverage): void {
  const sourceNo = sourceId === null ? ensureTypedSource(tx).no : tx.value<number>('SELECT no FROM sources WHERE id = ?', sourceId);
  const serviceNo = serviceId === null ? null : tx.value<number>('SELECT no FROM services WHERE id = ?', serviceId);
  if (sourceNo === undefined) throw new ParleyError('not-found', 'There is no such source.', { wayOut: 'Choose one of the list.' });
  if (serviceNo === undefined) throw new ParleyError('not-found', 'There is no such service.', { wayOut: 'Choose one of the list.' });
  insertCoverage(tx, { sourceNo, serviceNo, kind, from, to, importNo: null });
  tx.run('DELETE FROM target_results');
}
