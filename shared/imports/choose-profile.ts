import { ParleyError, type ErrorDetail } from '#shared/errors.ts';
import { comparableName } from './dialect.ts';
import { candidatesOf, importFields, type ImportField, type ImportKind, type ImportProfile } from './profile.ts';

/** Which column of a file a field is read from: `index` counts from 0, `column` is its name in the header. */
export type BoundColumn = { readonly field: ImportField; readonly index: number; readonly column: string };

/** A profile laid over a header. `missing`: required fields that no column and no fixed value gives. */
export type ProfileFit = { readonly profile: ImportProfile; readonly columns: readonly BoundColumn[]; readonly missing: readonly ImportField[] };

/** Lays a profile over a header. One column may serve one field only; the profile's order of fields decides. */
export function fitProfile(profile: ImportProfile, header: readonly string[]): ProfileFit {
  const byName = new Map<string, number>();
  header.forEach((name, index) => {
    const comparable = comparableName(name);
    if (comparable !== '' && !byName.has(comparable)) byName.set(comparable, index);
  });
  const columns: BoundColumn[] = [];
  for (const field of importFields[profile.kind]) {
    const index = candidatesOf(profile, field).map((name) => byName.get(comparableName(name))).find((found) => found !== undefined);
    if (index !== undefined) columns.push({ field, index, column: header[index] ?? '' });
  }
  const bound = new Set<string>(columns.map(({ field }) => field));
  const fixed = new Set(Object.entries(profile.fixed).flatMap(([field, value]) => (value === undefined ? [] : [field])));
  return { profile, columns, missing: profile.required.filter((field) => !bound.has(field) && !fixed.has(field)) };
}

/**
 * The one profile whose required columns are all there. Throws `invalid-input` where none fits (the missing columns of the
 * nearest are named) or two fit (both are named).
 */
export function chooseProfile(kind: ImportKind, header: readonly string[], profiles: readonly ImportProfile[]): ProfileFit {
  const fits = profiles.filter((profile) => profile.kind === kind).map((profile) => fitProfile(profile, header));
  const whole = fits.filter((fit) => fit.missing.length === 0);
  const [only, second] = whole;
  if (only && !second) return only;
  if (only && second) {
    throw new ParleyError('invalid-input', `Two profiles fit the columns of this file: ${whole.map((fit) => fit.profile.name).join(' and ')}.`, {
      wayOut: 'Say which one: --profile NAME.',
      details: whole.map((fit) => ({ path: 'profile', message: fit.profile.name })),
    });
  }
  throw notFitting(kind, fits);
}

/** Throws `invalid-input` naming the columns that a profile needs and the file does not have. */
export function requireColumns(fit: ProfileFit): ProfileFit {
  if (fit.missing.length === 0) return fit;
  throw notFitting(fit.profile.kind, [fit]);
}

function notFitting(kind: ImportKind, fits: readonly ProfileFit[]): ParleyError {
  const nearest = [...fits].sort((a, b) => shareMissing(a) - shareMissing(b));
  const details: ErrorDetail[] = nearest.flatMap((fit) =>
    fit.missing.map((field) => ({ path: `columns.${candidatesOf(fit.profile, field)[0] ?? field}`, message: `${fit.profile.name} needs this column` })),
  );
  const sentences = nearest.map((fit) => `${fit.profile.name} needs ${fit.missing.map((field) => candidatesOf(fit.profile, field)[0] ?? field).join(', ')}`);
  return new ParleyError('invalid-input', `The columns of this file fit no ${kind} profile: ${sentences.join('; ')}.`, {
    details,
    wayOut: 'Add the columns to the export, or give a profile that names yours: --profile FILE. A customer, service or site can be named for all rows: --service NAME.',
  });
}

function shareMissing(fit: ProfileFit): number {
  return fit.missing.length / Math.max(1, fit.profile.required.length);
}
