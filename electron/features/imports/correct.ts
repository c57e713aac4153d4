import { importWithId } from '#db/imports/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { lineOf } from '#shared/imports/corrections.ts';
import { importSettingsSchema, type Corrects } from '#shared/imports/model.ts';
import type { CoreContext } from '#electron/core.ts';
import { settingsOf } from './record.ts';

type CorrectedRow = { readonly line: number; readonly raw: string };

/**
 * Starts the import of an import's quarantined rows as they were corrected: a file of their own, read as the first one was.
 * Throws `not-found`, `rule-violated` (taken back) and `invalid-input` where it is not known how the file was written.
 */
export function correctRows(context: CoreContext, { id, rows }: { readonly id: string; readonly rows: readonly CorrectedRow[] }): { id: string } {
  const row = context.store.read((reader) => importWithId(reader, id));
  if (row === null) throw new ParleyError('not-found', 'There is no such import.', { wayOut: 'Look it up in the list of imports.' });
  if (row.undoneByNo !== null) throw new ParleyError('rule-violated', 'This import is taken back.', { wayOut: 'Import the file again and correct its rows then.' });
  const { header, delimiter, ...kept } = settingsOf(row);
  if (header === null || delimiter === null) {
    throw new ParleyError('invalid-input', 'This import does not know any more how its file was written.', { wayOut: 'Mend the export and import it again.' });
  }
  const text = [lineOf(header, delimiter), ...rows.map(({ raw }) => raw), ''].join('\n');
  const file = context.files.offer(`corrected rows of ${row.fileName.replace(/\.\w+$/u, '')}.csv`, 'text/csv', new TextEncoder().encode(text));
  const settings = importSettingsSchema.parse({
    kind: kept.profile.kind, profile: kept.profile, source: row.sourceName, zone: kept.zone, dateOrder: kept.dateOrder, delimiter, encoding: 'utf-8',
    customer: kept.customer, service: kept.service, site: kept.site, create: kept.create,
  });
  const corrects: Corrects = { import: id, lines: rows.map(({ line }) => line) };
  return context.jobs.start('import', { file: file.path, name: file.name, settings, dryRun: false, corrects });
}
