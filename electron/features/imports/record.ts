import { z } from 'zod';
import type { ImportRow } from '#db/imports/queries.ts';
import { delimiters } from '#shared/imports/dialect.ts';
import { findingSchema, ticketCountsSchema } from '#shared/imports/model.ts';
import { importProfileSchema } from '#shared/imports/profile.ts';
import type { ImportRecord } from '#shared/imports/screen-model.ts';
import { figuresBeforeSchema } from '#shared/imports/targets.ts';
import { dateOrders } from '#shared/imports/times.ts';

/** What an import keeps of its settings, as far as the lists show it and its rows can be read again. */
const keptSettings = z.object({
  profile: importProfileSchema,
  dateOrder: z.enum(dateOrders).nullable().default(null),
  delimiter: z.enum(delimiters).nullable().default(null),
  header: z.array(z.string()).nullable().default(null),
  customer: z.string().nullable(),
  service: z.string().nullable(),
  site: z.string().nullable(),
  create: z.boolean(),
  zone: z.string().nullable(),
  tickets: ticketCountsSchema.nullable(),
  coverage: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  before: figuresBeforeSchema.nullable().default(null),
});

export function settingsOf(row: ImportRow): z.infer<typeof keptSettings> {
  return keptSettings.parse(JSON.parse(row.settingsJson));
}

export function importRecord(row: ImportRow): ImportRecord {
  const settings = settingsOf(row);
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
