import { importProfiles } from '#db/imports/profiles.ts';
import { mappedValues } from '#db/imports/mappings.ts';
import { sourceNamed } from '#db/imports/queries.ts';
import type { Store } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { candidatesOf, comparableValue, importFields, valueLookup, type ImportField, type ImportProfile, type StateMeaning, type ValueField } from '#shared/imports/profile.ts';
import { fitProfile, type ProfileFit } from '#shared/imports/choose-profile.ts';
import type { ImportSettings } from '#shared/imports/model.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { shippedProfiles, shippedTitles } from '#shared/imports/shipped-profiles.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { isZone, zoneOf } from '#shared/time/zone.ts';
import { encodingTitles } from './encoding.ts';
import { openInput, type ImportInput } from './input.ts';
import { prepareImport, type Prepared } from './prepare.ts';
import { sampleRows } from './samples.ts';
import { sourceName, type ImportHost } from './run-import.ts';
import { sniffInput } from './sniff.ts';

export type PreviewOrder = { readonly file: string; readonly name: string; readonly settings: ImportSettings };

/**
 * Says what a file is, with the evidence, and writes nothing. Where no profile fits, or two, `profile` is null and `choices` names
 * them: the answer is then laid out by the nearest one.
 */
export async function previewImport(host: Pick<ImportHost, 'store' | 'report' | 'checkpoint'>, order: PreviewOrder): Promise<Preview> {
  const { store } = host;
  const input = await openInput(order.file, order.name, () => host.checkpoint());
  try {
    const { header } = sniffInput(input, { encoding: order.settings.encoding ?? undefined, delimiter: order.settings.delimiter ?? undefined }).dialect;
    const saved = store.read((reader) => importProfiles(reader)).map(({ profile }) => profile);
    const fits = [...saved, ...shippedProfiles].filter(({ kind }) => kind === order.settings.kind).map((profile) => fitProfile(profile, header));
    const chosen = chosenFit(order.settings, fits, saved, header);
    const nearest = chosen ?? [...fits].sort((one, other) => one.missing.length - other.missing.length || other.columns.length - one.columns.length)[0];
    if (nearest === undefined) throw new Error('A kind of import has no profile.');
    const lenient: ImportProfile = { ...nearest.profile, required: [] };
    const prepared = await prepareImport(store, input, { ...order.settings, profile: lenient }, {
      listValues: true,
      onPiece: (bytes) => host.report('read', bytes, input.bytes, 'bytes'),
    });
    host.checkpoint();
    return answer(store, order, input, prepared, chosen, nearest.profile, fits);
  } finally {
    input.close();
  }
}

/** The profile that the user chose; else a saved one that was made for just these columns; else the only shipped one that fits. */
function chosenFit(settings: ImportSettings, fits: readonly ProfileFit[], saved: readonly ImportProfile[], header: readonly string[]): ProfileFit | null {
  const { profile } = settings;
  if (profile !== null && typeof profile !== 'string') return fitProfile(profile, header);
  if (profile !== null) {
    const named = fits.find((fit) => fit.profile.name === profile || shippedTitles[fit.profile.name] === profile);
    if (named === undefined) throw new ParleyError('not-found', `There is no import profile ${JSON.stringify(profile)}.`, { details: [{ path: 'profile', message: profile }], wayOut: 'Choose one of the list.' });
    return named;
  }
  const whole = fits.filter((fit) => fit.missing.length === 0);
  const ownNames = new Set(saved.map(({ name }) => name));
  const own = whole.filter((fit) => ownNames.has(fit.profile.name));
  if (own.length > 0) return own.length === 1 ? (own[0] ?? null) : null;
  return whole.length === 1 ? (whole[0] ?? null) : null;
}

function answer(store: Store, order: PreviewOrder, input: ImportInput, prepared: Prepared, chosen: ProfileFit | null, nearest: ImportProfile, fits: readonly ProfileFit[]): Preview {
  const { scan, dialect, reading, orderDecision, hasUnzonedTimes } = prepared;
  const { fit, zone } = reading;
  const profile = chosen?.profile ?? nearest;
  const values = valuesOf(store, order.settings, prepared);
  const needsZone = order.settings.kind !== 'metrics' && hasUnzonedTimes && zone === null;
  return {
    kind: order.settings.kind,
    file: { name: input.original.name, bytes: input.original.bytes, sha256: input.original.sha256 ?? scan.sha256 },
    profile: chosen === null ? null : chosen.profile,
    nearest: profile,
    title: chosen === null ? null : (shippedTitles[profile.name] ?? profile.name),
    choices: fits.map((one) => ({
      name: one.profile.name,
      title: shippedTitles[one.profile.name] ?? one.profile.name,
      fits: one.missing.length === 0,
      columns: one.columns.length,
      missing: one.missing.map((field) => candidatesOf(one.profile, field)[0] ?? field),
    })),
    encoding: { label: scan.encoding.label, title: encodingTitles[scan.encoding.label] ?? scan.encoding.label, evidence: encodingEvidence(scan), isDamaged: scan.damaged },
    delimiter: { value: dialect.delimiter, fitting: scan.fittingRows, rows: scan.rows },
    missing: [...scan.missing].map(([marker, columns]) => ({ marker, columns })),
    dates: { order: reading.order, isSure: orderDecision.isSure, evidence: orderDecision.evidence },
    zone: { value: zone, isNeeded: needsZone, byHour: arrivalsOf(prepared) },
    header: [...dialect.header],
    rows: scan.rows,
    columns: columnsOf(fit, profile),
    values,
    coverage: coverageOf(prepared),
    samples: sampleRows(input, prepared),
    toConfirm: (needsZone ? 1 : 0) + (orderDecision.isSure ? 0 : 1) + values.reduce((sum, { unknown }) => sum + unknown, 0) + (chosen === null ? 1 : 0) + (chosen?.missing.length ?? 0),
  };
}

/** The head alone may be ASCII; after the whole file was read it is known that every character fits. */
function encodingEvidence({ encoding, damaged }: Prepared['scan']): string {
  return encoding.label === 'utf-8' && !encoding.hasMark && !damaged ? 'all characters fit' : encoding.evidence;
}

function columnsOf(fit: ProfileFit, profile: ImportProfile): Preview['columns'] {
  const bound = new Map<ImportField, ProfileFit['columns'][number]>(fit.columns.map((column) => [column.field, column]));
  const required = new Set<ImportField>(profile.required);
  return importFields[fit.profile.kind].map((field) => {
    const column = bound.get(field);
    return { field, column: column?.column ?? null, index: column?.index ?? -1, isRequired: required.has(field) };
  });
}

/** Fields whose values need no map: a team is what the source calls it; parties are matched by name or made. The type of an outage is a word of its own. */
const unmappedFields: ReadonlySet<ValueField> = new Set(['group', 'site']);

function valuesOf(store: Store, settings: ImportSettings, prepared: Prepared): Preview['values'] {
  const { values: maps, missing } = prepared.reading.fit.profile;
  const absent = new Set(['', ...missing]);
  const isEdited = settings.profile !== null && typeof settings.profile !== 'string';
  const known = store.read((reader) => {
    const source = sourceNamed(reader, sourceName(settings, prepared));
    return mappedValues(reader, source?.id ?? null);
  });
  return [...prepared.scan.values].map(([field, found]) => {
    const isUnmapped = unmappedFields.has(field) || (field === 'type' && settings.kind !== 'tickets');
    const meaningOf = isUnmapped ? asItIs : meanings(field, maps, isEdited ? { ...known, states: new Map(), priorities: new Map(), types: new Map() } : known);
    const values = [...(found ?? new Map<string, number>())]
      .filter(([value]) => !absent.has(value))
      .map(([value, rows]) => ({ value, rows, ...meaningOf(value) }))
      .sort((one, other) => other.rows - one.rows);
    return { field, isTooMany: found === null, unknown: isUnmapped ? 0 : values.filter(({ meaning }) => meaning === null).length, values };
  });
}

type Known = ReturnType<typeof mappedValues>;

function asItIs(value: string): Meaning {
  return { meaning: value, state: null };
}

type Meaning = { readonly meaning: string | null; readonly state: StateMeaning | null };

function meanings(field: ValueField, maps: ImportProfile['values'], known: Known): (value: string) => Meaning {
  if (field === 'state') {
    const ofProfile = valueLookup(maps.state);
    return (value) => {
      const state = known.states.get(value) ?? ofProfile(value);
      return { meaning: state === null ? null : stateWords(state), state };
    };
  }
  const ofProfile = valueLookup(maps[field]);
  const names = field === 'customer' ? known.organisations : field === 'service' ? known.services : field === 'priority' ? known.priorities : field === 'type' ? known.types : null;
  return (value) => ({ meaning: names?.get(comparableValue(value)) ?? ofProfile(value) ?? null, state: null });
}

/** As screens and profiles say it: running, paused with its reason, stopped, cancelled. */
function stateWords({ class: stateClass, reason }: StateMeaning): string {
  if (stateClass === 'waiting') return reason === undefined ? 'paused' : `paused: ${reason}`;
  if (stateClass === 'unknown') return 'as the row before';
  if (stateClass === 'cancelled') return 'cancelled';
  return stateClass === 'new' || stateClass === 'active' ? 'running' : 'stopped';
}

function arrivalsOf({ scan }: Prepared): number[] {
  const evidence = scan.dates.get('opened') ?? scan.dates.get('start') ?? scan.dates.get('updated');
  return evidence === undefined ? Array.from({ length: 24 }, () => 0) : [...evidence.byHour];
}

/** From the first to the last time of the file, and its rows by month of the wall clock. */
function coverageOf({ scan, reading, workspaceZone }: Prepared): Preview['coverage'] {
  const isMonthFirst = reading.order === 'month-day-year';
  const spans = [...scan.dates].filter(([field]) => field !== 'due').map(([, evidence]) => (isMonthFirst ? evidence.monthFirstSpan : evidence.dayFirstSpan));
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  const zone = zoneOf(reading.zone !== null && isZone(reading.zone) ? reading.zone : workspaceZone);
  const counted = scan.dates.get('updated') ?? scan.dates.get('opened') ?? scan.dates.get('start') ?? scan.dates.get('from');
  const months = counted === undefined ? new Map<number, number>() : (isMonthFirst ? counted.monthFirstSpan : counted.dayFirstSpan).months;
  return {
    from: formatInstant(zone.toInstant(from), zone.id),
    to: formatInstant(zone.toInstant(to), zone.id),
    months: [...months].sort(([one], [other]) => one - other).map(([month, rows]) => ({ month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, rows })),
  };
}
