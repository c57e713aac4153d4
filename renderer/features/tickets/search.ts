import { z } from 'zod';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { figureConditions } from '#shared/compliance/contract.ts';
import { stateClasses } from '#shared/imports/profile.ts';
import { clockVerdicts } from '#shared/ledger/model.ts';

const text = z.string().min(1).max(600).optional().catch(undefined);
const words = z.array(z.string().max(500)).max(100).optional().catch(undefined);
const date = z.iso.date().optional().catch(undefined);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional().catch(undefined);

/** The figure that a list belongs to: its target, its period (a month, or days half-open) and as of. */
/** `measuring` leaves one of the versions in force, where several measure. */
const figure = { version: z.int().min(1).optional().catch(undefined), measuring: z.int().min(1).optional().catch(undefined), term: text, part: text, month, from: date, to: date, asOf: text };

/** Tickets behind a figure: the figure, conditions that were left, filters, order and the chosen ticket. */
export const figureSearchSchema = z.object({
  ...figure,
  left: z.array(z.enum(figureConditions)).optional().catch(undefined),
  result: z.array(z.enum(clockVerdicts)).optional().catch(undefined),
  state: words,
  priority: words,
  team: words,
  service: words,
  customer: words,
  openedFrom: date,
  openedTo: date,
  q: text,
  ...tableSearchShape,
  ticket: z.int().optional().catch(undefined),
});
export type FigureSearch = z.infer<typeof figureSearchSchema>;

export const outagesSearchSchema = z.object({ ...figure, service: text, ...tableSearchShape });
export type OutagesSearch = z.infer<typeof outagesSearchSchema>;

/** All tickets of the workspace. */
export const listSearchSchema = z.object({
  q: text,
  state: z.array(z.enum(stateClasses)).optional().catch(undefined),
  priority: words,
  team: words,
  service: text,
  customer: text,
  source: text,
  import: text,
  openedFrom: date,
  openedTo: date,
  ...tableSearchShape,
});
export type ListSearch = z.infer<typeof listSearchSchema>;
