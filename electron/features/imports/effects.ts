import { z } from 'zod';
import { hasLaterImport, importWithId } from '#db/imports/queries.ts';
import { effectsBetween, measuredTargetSchema, type ImportEffects } from '#shared/imports/targets.ts';
import type { CoreContext } from '#electron/core.ts';
import { settingsOf } from './record.ts';

/** What was found of each import while the program runs: it stays as it was found. */
const found = new WeakMap<CoreContext['store'], Map<string, Promise<ImportEffects>>>();

/** The targets whose verdict an import moved in the open month; null where that cannot be told (any more). Measured in a job's thread. */
export async function effectsOf(context: CoreContext, id: string): Promise<ImportEffects | null> {
  const row = context.store.read((reader) => importWithId(reader, id));
  const before = row === null ? null : settingsOf(row).before;
  if (row === null || before === null || row.undoneByNo !== null) return null;
  const kept = found.get(context.store) ?? new Map<string, Promise<ImportEffects>>();
  found.set(context.store, kept);
  const known = kept.get(id);
  if (known !== undefined) return known;
  if (context.store.read((reader) => hasLaterImport(reader, row.no))) return null;
  const { id: job } = context.jobs.start('measure-targets', {});
  const effects = context.jobs.result(job).then((now) => effectsBetween(before, z.array(measuredTargetSchema).parse(now)));
  kept.set(id, effects);
  effects.catch(() => kept.delete(id));
  return effects;
}
