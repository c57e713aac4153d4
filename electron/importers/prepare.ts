import { importProfiles } from '#db/imports/profiles.ts';
import type { Store } from '#db/store.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import type { RowReading } from '#shared/imports/cells.ts';
import { chooseProfile, fitProfile, requireColumns, type ProfileFit } from '#shared/imports/choose-profile.ts';
import { decideOrder, type OrderDecision } from '#shared/imports/date-order.ts';
import type { Dialect } from '#shared/imports/dialect.ts';
import type { ImportSettings } from '#shared/imports/model.ts';
import type { ImportProfile } from '#shared/imports/profile.ts';
import { shippedProfiles, shippedTitles } from '#shared/imports/shipped-profiles.ts';
import type { ImportInput } from './input.ts';
import { scanInput, type Scan, type ScanOptions } from './scan.ts';
import { dialectOf, sniffInput } from './sniff.ts';
import { readHead } from './records.ts';

/** Everything that is known of a file before its rows are taken in. */
export type Prepared = {
  readonly dialect: Dialect;
  readonly reading: RowReading;
  readonly scan: Scan;
  readonly orderDecision: OrderDecision;
  /** Some times carry no zone of their own. */
  readonly hasUnzonedTimes: boolean;
  /** The profile's title for people. */
  readonly title: string;
  readonly workspaceZone: string;
};

/** Sniffs the file, chooses the profile that fits, and reads the whole file once for evidence. */
export async function prepareImport(store: Store, input: ImportInput, settings: ImportSettings, options: ScanOptions): Promise<Prepared> {
  const sniffed = sniffInput(input, { encoding: settings.encoding ?? undefined, delimiter: settings.delimiter ?? undefined });
  const workspaceZone = store.read((reader) => workspaceRow(reader).zone);
  const saved = store.read((reader) => importProfiles(reader)).map(({ profile }) => profile);
  const fit = fitOf(settings, sniffed.dialect.header, saved);
  const scan = await scanInput(input, sniffed.encoding, sniffed.dialect, fit, options);
  const isRedecoded = scan.encoding.label !== sniffed.encoding.label;
  const dialect = isRedecoded ? dialectOf(input, readHead(input.file, 1_048_576), scan.encoding.label, sniffed.dialect.delimiter) : sniffed.dialect;
  const found = decideOrder(scan.dates.values(), scan.reversed);
  const chosen = settings.dateOrder ?? (fit.profile.dateOrder === 'detected' ? null : fit.profile.dateOrder);
  const orderDecision: OrderDecision = chosen === null ? found : { order: chosen, isSure: true, evidence: 'chosen' };
  const zone = settings.zone ?? fit.profile.zone;
  return {
    dialect,
    reading: { fit, header: dialect.header, order: orderDecision.order, zone },
    scan,
    orderDecision,
    hasUnzonedTimes: [...scan.dates.values()].some((evidence) => evidence.withoutOffset > 0),
    title: shippedTitles[fit.profile.name] ?? fit.profile.name,
    workspaceZone,
  };
}

/** The profile that was named, or the shipped one whose columns fit, with the fixed names of the settings. */
export function fitOf(settings: ImportSettings, header: readonly string[], saved: readonly ImportProfile[]): ProfileFit {
  const fixed = { ...(settings.customer === null ? {} : { customer: settings.customer }), ...(settings.service === null ? {} : { service: settings.service }), ...(settings.site === null ? {} : { site: settings.site }) };
  const withFixed = (profile: ImportProfile): ImportProfile => ({ ...profile, fixed: { ...profile.fixed, ...fixed } });
  if (settings.profile === null) return chooseProfile(settings.kind, header, shippedProfiles.map(withFixed));
  const profile = typeof settings.profile === 'string' ? profileNamed(settings.profile, saved) : settings.profile;
  if (profile.kind !== settings.kind) {
    throw new ParleyError('invalid-input', `The profile ${profile.name} is for ${profile.kind}, not for ${settings.kind}.`, { details: [{ path: 'profile.kind', message: profile.kind }], wayOut: `Import it with: import ${profile.kind}.` });
  }
  return requireColumns(fitProfile(withFixed(profile), header));
}

function profileNamed(name: string, saved: readonly ImportProfile[]): ImportProfile {
  const all = [...saved, ...shippedProfiles];
  const found = all.find((profile) => profile.name === name) ?? shippedProfiles.find((profile) => shippedTitles[profile.name]?.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new ParleyError('not-found', `There is no import profile ${JSON.stringify(name)}.`, { details: [{ path: 'profile', message: name }], wayOut: `There are: ${[...new Set(all.map((profile) => profile.name))].join(', ')}.` });
}
