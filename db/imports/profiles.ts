import { importProfileSchema, type ImportProfile } from '#shared/imports/profile.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

export type SavedProfile = { readonly id: string; readonly organisationId: string | null; readonly profile: ImportProfile };

/** The profiles that were saved in this workspace, by name. */
export function importProfiles(reader: Reader | Tx): SavedProfile[] {
  return reader
    .all<{ id: string; organisation_id: string | null; settings_json: string }>('SELECT id, organisation_id, settings_json FROM import_profiles ORDER BY name')
    .map(({ id, organisation_id: organisationId, settings_json: json }) => ({ id, organisationId, profile: importProfileSchema.parse(JSON.parse(json)) }));
}
