import { asc, desc, eq, isNull, or } from 'drizzle-orm';
import { generateKeyBetween } from 'fractional-indexing';
import { ParleyError } from '#shared/errors.ts';
import { viewQuerySchema, type SavedView, type ViewChanges, type ViewInput } from '#shared/views/model.ts';
import { newId } from '../ids.ts';
import type { Reader, Tx } from '../store.ts';
import { savedViews } from './tables.ts';

type Row = typeof savedViews.$inferSelect;

/** The views of a place that a person sees: the shared ones, which belong to nobody, and the own ones. What another version wrote and this one cannot read is left out. */
export function listViews(reader: Reader, place: string, personId: string | null): SavedView[] {
  return visible(reader, personId).filter((row) => row.place === place).flatMap((row) => {
    const query = viewQuerySchema.safeParse(JSON.parse(row.queryJson));
    return query.success ? [{ id: row.id, name: row.name, isShared: row.personId === null, query: query.data }] : [];
  });
}

export function saveView(tx: Tx, input: ViewInput, personId: string | null): string {
  refuseTaken(tx, input.place, input.name, personId, null);
  const last = tx.drizzle.select({ rank: savedViews.rank }).from(savedViews).where(eq(savedViews.place, input.place)).orderBy(desc(savedViews.rank)).limit(1).get();
  const id = newId();
  tx.drizzle.insert(savedViews).values({ id, place: input.place, name: input.name, personId: input.isShared ? null : personId, queryJson: JSON.stringify(input.query), rank: generateKeyBetween(last?.rank ?? null, null) }).run();
  return id;
}

export function changeView(tx: Tx, { id, name, isShared, query }: ViewChanges, personId: string | null): void {
  const row = knownView(tx, id, personId);
  if (name !== undefined) refuseTaken(tx, row.place, name, personId, id);
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(isShared === undefined ? {} : { personId: isShared ? null : personId }),
    ...(query === undefined ? {} : { queryJson: JSON.stringify(query) }),
  };
  if (Object.keys(set).length > 0) tx.drizzle.update(savedViews).set(set).where(eq(savedViews.id, id)).run();
}

export function removeView(tx: Tx, id: string, personId: string | null): void {
  knownView(tx, id, personId);
  tx.drizzle.delete(savedViews).where(eq(savedViews.id, id)).run();
}

function visible(reader: Reader, personId: string | null): Row[] {
  const shared = isNull(savedViews.personId);
  return reader.drizzle.select().from(savedViews).where(personId === null ? shared : or(shared, eq(savedViews.personId, personId))).orderBy(asc(savedViews.rank), asc(savedViews.id)).all();
}

function knownView(reader: Reader, id: string, personId: string | null): Row {
  const row = visible(reader, personId).find((view) => view.id === id);
  if (row === undefined) throw new ParleyError('not-found', 'There is no such view.', { wayOut: 'Choose one of the list.' });
  return row;
}

function refuseTaken(reader: Reader, place: string, name: string, personId: string | null, except: string | null): void {
  if (!visible(reader, personId).some((row) => row.place === place && row.id !== except && row.name.toLowerCase() === name.toLowerCase())) return;
  throw new ParleyError('conflict', `There is a view named ${name} already.`, { details: [{ path: 'name', message: 'Taken' }], wayOut: 'Choose another name, or save over that view.' });
}
