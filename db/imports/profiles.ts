import { ParleyError } from '#shared/errors.ts';
import { importProfileSchema, type ImportProfile } from '#shared/imports/profile.ts';
import { newId } from '../ids.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

export type SavedProfile = { readonly id: string; readonly organisationId: string | null; readonly profile: ImportProfile };

/** The profiles that were saved in this workspace, by name. */
export function importProfiles(reader: Reader | Tx): SavedProfile[] {
  return reader
    .all<{ id: string; organisation_id: string | null; settings_json: string }>('SELECT id, organisation_id, settings_json FROM import_profiles ORDER BY name')
    .map(({ id, organisation_id: organisationId, settings_json: json }) => ({ id, organisationId, profile: importProfileSchema.parse(JSON.parse(json)) }));
}

/** Keeps the profile under its name; a profile of that name is replaced. */
export function saveProfile(tx: Tx, profile: ImportProfile, organisationId: string | null): string {
  const known = tx.value<string>('SELECT id FROM import_profiles WHERE name = ?', profile.name);
  if (known !== undefined) {
    tx.run('UPDATE import_profiles SET kind = ?, settings_json = ?, organisation_id = ? WHERE id = ?', profile.kind, JSON.stringify(profile), organisationId, known);
    return known;
  }
  const id = newId();
  tx.run('INSERT INTO import_profiles (id, name, kind, settings_json, organisation_id) VALUES (?, ?, ?, ?, ?)', id, profile.name, profile.kind, JSON.stringify(profile), organisationId);
  return id;
}

/** Gives a profile another name; the source of its imports stays. Throws `not-found`, `conflict` where another one has that name. */
export function renameProfile(tx: Tx, id: string, name: string): void {
  const { profile } = importProfiles(tx).find((one) => one.id === id) ?? notThere();
  const isTaken = tx.value<string>('SELECT id FROM import_profiles WHERE name = ? AND id <> ?', name, id) !== undefined;
  if (isTaken) throw new ParleyError('conflict', `There is a profile ${name} already.`, { details: [{ path: 'name', message: 'already taken' }], wayOut: 'Choose another name.' });
  const renamed: ImportProfile = { ...profile, name, source: profile.source ?? profile.name };
  tx.run('UPDATE import_profiles SET name = ?, settings_json = ? WHERE id = ?', name, JSON.stringify(renamed), id);
}

export function removeProfile(tx: Tx, id: string): void {
  tx.run('DELETE FROM import_profiles WHERE id = ?', id);
}

function notThere(): never {
  throw new ParleyError('not-found', 'There is no such import profile.', { wayOut: 'Look it up in the settings.' });
}
