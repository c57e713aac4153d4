import { z } from 'zod';
import { ticketQuerySchema } from '#shared/tickets/model.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * What the values of a column are: `instant` ms UTC, written on the workspace's clock; `date` 'YYYY-MM-DD'; `duration` ms; `number` as it is.
 */
export const cellKinds = ['text', 'number', 'date', 'instant', 'duration'] as const;
export type CellKind = (typeof cellKinds)[number];
export type Cell = string | number | null;

/** Width in pixels as it is seen. */
export const exportColumnSchema = z.strictObject({ head: z.string().max(1000), kind: z.enum(cellKinds), width: z.number().min(1).max(4000).optional() });
export type ExportColumn = z.infer<typeof exportColumnSchema>;

/** More rows than that are read by the host itself, not sent to it. */
export const mostExportRows = 50_000;

/** What a list of tickets can show, in the words of its columns. */
export const ticketColumns = ['key', 'title', 'opened', 'resolved', 'closed', 'firstResponse', 'state', 'priority', 'team', 'type', 'service', 'site', 'customer', 'source'] as const;
export type TicketColumn = (typeof ticketColumns)[number];

const head = { name: z.string().trim().min(1).max(200), format: z.enum(exportFormats) };

/** A list as it is seen: rows that the page has, or the tickets that fit a question. */
export const exportInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rows'), ...head, columns: z.array(exportColumnSchema).min(1).max(200), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).max(mostExportRows) }),
  z.strictObject({ kind: z.literal('tickets'), ...head, query: ticketQuerySchema.pick({ filter: true, sort: true }), columns: z.array(z.strictObject({ id: z.enum(ticketColumns), head: z.string().max(1000), width: z.number().min(1).max(4000).optional() })).min(1).max(ticketColumns.length) }),
]);
export type ExportInput = z.infer<typeof exportInputSchema>;

/** The made file: a transfer to download. */
export const exportResultSchema = z.strictObject({ file: z.string(), name: z.string(), rows: z.int() });
