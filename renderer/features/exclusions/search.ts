import { z } from 'zod';
import { tableSearchShape } from '#renderer/ui/list/search.ts';
import { exclusionKinds, exclusionStates } from '#shared/exclusions/contract.ts';

const text = z.string().min(1).max(600).optional().catch(undefined);
const instant = z.iso.datetime({ offset: true }).optional().catch(undefined);

/** The list: a month, a target, an answer; the chosen one by its own id or that of its window; and what a new one begins with. */
export const exclusionsSearchSchema = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional().catch(undefined),
  term: text,
  state: z.enum(exclusionStates).optional().catch(undefined),
  exclusion: text,
  new: z.literal(true).optional().catch(undefined),
  ticket: text,
  service: text,
  kind: z.enum(exclusionKinds).optional().catch(undefined),
  start: instant,
  end: instant,
  ...tableSearchShape,
});
export type ExclusionsSearch = z.infer<typeof exclusionsSearchSchema>;

/** What a new exclusion begins with, gone when the panel closes. */
export const noBeginning = { new: undefined, ticket: undefined, service: undefined, kind: undefined, start: undefined, end: undefined } as const;
