import { z } from 'zod';

const column = z.string().min(1).max(100);

/** How a table stands on this computer: the order of its columns, which are hidden, and widths in pixels. Columns that it does not name stand as drawn. */
export const arrangementSchema = z.strictObject({
  order: z.array(column).max(100).default([]),
  hidden: z.array(column).max(100).default([]),
  widths: z.record(column, z.int().min(40).max(2000)).default({}),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

/** The place of a list, such as `tickets`. */
export const placeSchema = z.string().regex(/^[a-z][a-z-]{0,60}$/);

const nameSchema = z.string().trim().min(1).max(200);

/** What a saved view keeps: the search parameters of its page (filters, sorting, grouping) and the arrangement of the columns. */
export const viewQuerySchema = z.strictObject({ search: z.record(z.string().max(100), z.json()), arrangement: arrangementSchema });
export type ViewQuery = z.infer<typeof viewQuerySchema>;

/** A named view of a list. One that is not shared belongs to the person who saved it. */
export const savedViewSchema = z.strictObject({ id: z.string(), name: z.string(), isShared: z.boolean(), query: viewQuerySchema });
export type SavedView = z.infer<typeof savedViewSchema>;

export const viewInputSchema = z.strictObject({ place: placeSchema, name: nameSchema, isShared: z.boolean().default(false), query: viewQuerySchema });
export type ViewInput = z.infer<typeof viewInputSchema>;

export const viewChangesSchema = z.strictObject({ id: z.string().min(1), name: nameSchema.optional(), isShared: z.boolean().optional(), query: viewQuerySchema.optional() });
export type ViewChanges = z.infer<typeof viewChangesSchema>;
