import { z } from 'zod';

/** Things whose history a screen shows. */
export const historySubjects = ['organisation', 'service', 'calendar', 'person'] as const;
export type HistorySubject = (typeof historySubjects)[number];

/** One column that has another value now; ids are given as the names that they stand for, instants and codes as they are stored. */
export const fieldChangeSchema = z.strictObject({ field: z.string(), before: z.union([z.string(), z.number()]).nullable(), after: z.union([z.string(), z.number()]).nullable() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const rowChangeSchema = z.strictObject({
  table: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  /** What the row is called, empty for one without a name. */
  name: z.string(),
  fields: z.array(fieldChangeSchema),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** One change: who, when, by which command, and the first rows that it touched. */
export const historyEntrySchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  /** As chosen on the laptop; null for the program or where nobody was named. */
  actor: z.string().nullable(),
  command: z.string(),
  cause: z.string(),
  isUndone: z.boolean(),
  rows: z.array(rowChangeSchema),
  /** Rows beyond those given. */
  more: z.int(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
