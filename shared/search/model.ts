import { z } from 'zod';

/** What the search finds, in the order in which its kinds are shown. */
export const foundKinds = ['agreement', 'clause', 'organisation', 'person', 'service', 'site', 'calendar', 'ticket', 'outage', 'maintenance', 'exclusion', 'import', 'document', 'file', 'note'] as const;
export type FoundKind = (typeof foundKinds)[number];

export const foundSchema = z.strictObject({
  kind: z.enum(foundKinds),
  /** Id of the record; the number of a ticket or an outage as text. */
  id: z.string(),
  /** Its name: a title, a person, a ticket's subject, a file. */
  name: z.string(),
  /** What it belongs to or is known by beside its name: an organisation, a number, a key. Null where there is none. */
  about: z.string().nullable(),
  /** Where to look at it where it has no place of its own: a site's and a person's organisation, a clause's agreement, a file's record. */
  place: z.strictObject({ kind: z.enum(['agreement', 'organisation', 'service', 'ticket', 'outage', 'other']), id: z.string() }).nullable(),
  /** The words around what was found, where it is not in the name. */
  matched: z.string().nullable(),
  archived: z.boolean(),
});
export type Found = z.infer<typeof foundSchema>;
