import type { client } from '#renderer/app/client.ts';
import { comparableValue, importFields, type ImportField, type ImportProfile, type StateMeaning } from '#shared/imports/profile.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { proposedName, proposedState } from './proposals.ts';
import type { WizardSearch } from './search.ts';

export type ImportRequest = Parameters<typeof client.imports.start>[0];
type Settings = ImportRequest['settings'];

/** The fields whose values a map of names gives, by where the address keeps what was chosen. */
export const namedFields = { priority: 'priorities', type: 'types', customer: 'customers', service: 'services' } as const;
export type NamedField = keyof typeof namedFields;

/** What the evidence is asked for: the file as it was found, with what was chosen about its reading. */
export function previewRequest(search: WizardSearch, file: string): ImportRequest {
  return { file, settings: { ...readingOf(search), profile: search.profile ?? null } };
}

/** The same with other columns than the profile's; null where none were chosen. Where no profile fits, the nearest one is begun with. */
export function changedRequest(search: WizardSearch, file: string, found: Preview | undefined): ImportRequest | null {
  if ((search.columns === undefined && search.missing === undefined) || found === undefined) return null;
  return { file, settings: { ...readingOf(search), profile: profileWithChanges(found.profile ?? found.nearest, found, search) } };
}

/** What is imported: the profile by its name where nothing was changed in it, otherwise the whole of it. Proposals count as accepted. */
export function importRequest(search: WizardSearch, file: string, preview: Preview, workspaceZone: string): ImportRequest {
  const reading = readingOf(search);
  const profile = preview.profile === null ? null : isChanged(search, preview) ? wholeProfile(preview.profile, preview, search) : preview.profile.name;
  return {
    file,
    settings: {
      ...reading,
      profile,
      zone: reading.zone ?? preview.zone.value ?? (preview.zone.isNeeded ? workspaceZone : null),
      coverage: search.from === undefined || search.to === undefined ? null : { from: search.from, to: search.to },
    },
  };
}

/** The profile with every choice in it, to be saved under a name. */
export function profileToSave(search: WizardSearch, preview: Preview, name: string): ImportProfile | null {
  if (preview.profile === null) return null;
  const whole = wholeProfile(preview.profile, preview, search);
  const fixed = { ...whole.fixed, ...named('customer', search.customer), ...named('service', search.service), ...named('site', search.site) };
  return { ...whole, name, fixed, zone: search.zone ?? whole.zone };
}

function named(field: 'customer' | 'service' | 'site', value: string | undefined): Partial<Record<'customer' | 'service' | 'site', string>> {
  return value === undefined || value === '' ? {} : { [field]: value };
}

function readingOf(search: WizardSearch): Settings {
  const { customer, service, site } = search;
  return {
    kind: search.kind ?? 'tickets',
    zone: search.zone ?? null,
    encoding: search.encoding ?? null,
    delimiter: search.delimiter ?? null,
    dateOrder: search.dateOrder ?? null,
    customer: customer === undefined || customer === '' ? null : customer,
    service: service === undefined || service === '' ? null : service,
    site: site === undefined || site === '' ? null : site,
  };
}

function isChanged(search: WizardSearch, preview: Preview): boolean {
  const chosen = [search.columns, search.missing, search.states, search.priorities, search.types, search.customers, search.services];
  return chosen.some((one) => one !== undefined) || preview.values.some(({ unknown }) => unknown > 0);
}

function wholeProfile(profile: ImportProfile, preview: Preview, search: WizardSearch): ImportProfile {
  return { ...profileWithChanges(profile, preview, search), values: valuesWithChanges(profile, preview, search) };
}

function profileWithChanges(profile: ImportProfile, preview: Preview, search: WizardSearch): ImportProfile {
  const columns: ImportProfile['columns'] = { ...profile.columns };
  for (const [field, column] of Object.entries(search.columns ?? {})) {
    if (!isField(profile, field)) continue;
    if (column === undefined || column === '') delete columns[field];
    else columns[field] = column;
  }
  return { ...profile, columns, missing: search.missing ?? profile.missing, values: valuesWithChanges(profile, preview, search) };
}

/** The maps of the profile, of the source and of the address in one; later ones win. */
function valuesWithChanges(profile: ImportProfile, preview: Preview, search: WizardSearch): ImportProfile['values'] {
  const state = new Map<string, StateMeaning>(Object.entries(profile.values.state));
  const maps = { ...profile.values };
  for (const { field, isTooMany, values } of preview.values) {
    if (isTooMany) continue;
    if (field === 'state') {
      for (const value of values) setValue(state, value.value, search.states?.[value.value] ?? value.state ?? proposedState(value.value));
    } else if (field in namedFields) {
      const key = namedFieldOf(field);
      if (key === null) continue;
      const map = new Map(Object.entries(profile.values[key]));
      for (const value of values) {
        const meaning = search[namedFields[key]]?.[value.value] ?? value.meaning ?? proposedName(value.value);
        if (meaning !== '') setValue(map, value.value, meaning);
      }
      maps[key] = Object.fromEntries(map);
    }
  }
  return { ...maps, state: Object.fromEntries(state) };
}

/** One entry a value, however a profile before wrote its case. */
function setValue<Meaning>(map: Map<string, Meaning>, value: string, meaning: Meaning): void {
  for (const known of map.keys()) if (comparableValue(known) === comparableValue(value)) map.delete(known);
  map.set(value, meaning);
}

export function namedFieldOf(field: string): NamedField | null {
  return field === 'priority' || field === 'type' || field === 'customer' || field === 'service' ? field : null;
}

function isField(profile: ImportProfile, field: string): field is ImportField {
  const known: readonly string[] = importFields[profile.kind];
  return known.includes(field);
}
