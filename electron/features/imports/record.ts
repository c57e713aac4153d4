import { z } from 'zod';
import type { ImportRow } from '#db/imports/queries.ts';
import { findingSchema, ticketCountsSchema } from '#shared/imports/model.ts';
import type { ImportRecord } from '#shared/imports/screen-model.ts';

/** What an import keeps of its settings, as far as the lists show it. */
const keptSettings = z.object({
  profile: z.object({ name: z.string() }),
  zone: z.string().nullable(),
  tickets: ticketCountsSchema.nullable(),
  coverage: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
});

export function importRecord(row: ImportRow): ImportRecord {
  const settings = keptSettings.parse(JSON.parse(row.settingsJson));
  return {
    id: row.id,
    kind: row.kind,
    source: row.sourceName,
    sourceId: row.sourceId,
    profile: settings.profile.name,
    file: { id: row.fileId, name: row.fileName, bytes: row.fileBytes, sha256: row.fileSha256 },
    at: row.happenedAt,
    by: row.actor,
    counts: { read: row.rowCount, new: row.newCount, updated: row.updatedCount, unchanged: row.unchangedCount, quarantined: row.quarantinedCount },
    tickets: settings.tickets,
    quality: z.array(findingSchema).parse(JSON.parse(row.qualityJson)),
    coverage: settings.coverage,
    zone: settings.zone,
    isUndone: row.undoneByNo !== null,
  };
}
