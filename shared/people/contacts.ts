import { z } from 'zod';
import { nameSchema } from '#shared/organisations/model.ts';

/** What happens to a contact of a file. Nothing is ever emptied: a contact that says less leaves what is there. */
export const contactFates = ['new', 'changed', 'same', 'refused'] as const;
export const contactFields = ['email', 'phone', 'jobTitle'] as const;
export type ContactField = (typeof contactFields)[number];

/** Why a contact is not taken. */
export const contactFaults = ['no-name', 'no-organisation', 'name-too-long', 'organisation-too-long', 'twice', 'group', 'cut-off', 'too-many'] as const;
export type ContactFault = (typeof contactFaults)[number];

/** Most contacts that one file may bring. */
export const mostContacts = 20_000;
/** Contacts that the preview shows, refused ones first, then changed, new and same ones. */
export const shownContacts = 500;

export const importContactsInputSchema = z.strictObject({
  /** A file on its way in: vCard 2.1, 3 or 4, or CSV of any delimiter and encoding. */
  file: z.string().min(1),
  /** Where contacts belong that name no organisation themselves. */
  organisation: nameSchema.optional(),
});

export const contactsPlanSchema = z.strictObject({
  kind: z.enum(['vcard', 'csv']),
  encoding: z.string(),
  counts: z.strictObject({ read: z.int(), new: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
  /** Organisations that would be created. */
  organisations: z.array(z.string()),
  contacts: z.array(z.strictObject({
    /** Line of the file on which it begins. */
    line: z.int(),
    name: z.string(),
    organisation: z.string(),
    fate: z.enum(contactFates),
    fault: z.enum(contactFaults).nullable(),
    changes: z.array(z.strictObject({ field: z.enum(contactFields), before: z.string().nullable(), after: z.string() })),
    /** Fields that are none, and are left out: an address without an @. */
    leftOut: z.array(z.strictObject({ field: z.enum(contactFields), value: z.string() })),
  })),
});
export type ContactsPlan = z.infer<typeof contactsPlanSchema>;
export type PlannedContact = ContactsPlan['contacts'][number];

/** A contact as a file has it, before it is compared with what is there. */
export type ReadContact = { readonly line: number; readonly name: string; readonly organisation: string; readonly email: string; readonly phone: string; readonly jobTitle: string; readonly fault: ContactFault | null };
