import type { Preview } from '#shared/imports/screen-model.ts';
import { namedFieldOf, namedFields } from './settings.ts';
import type { WizardSearch } from './search.ts';

/** Something that a person has to confirm. `blocks`: nothing can be read before it is decided. */
export type Ask = { readonly id: string; readonly blocks: boolean };

/** What is still to be decided, in the order of the screen. */
export function asksOf(preview: Preview, search: WizardSearch): readonly Ask[] {
  const asks: Ask[] = [];
  if (preview.profile === null) asks.push({ id: 'profile', blocks: true });
  if (!preview.dates.isSure && search.dateOrder === undefined) asks.push({ id: 'dates', blocks: false });
  if (preview.zone.isNeeded && search.zone === undefined) asks.push({ id: 'zone', blocks: false });
  for (const { field, column, isRequired } of preview.columns) {
    if (isRequired && column === null && !isFixed(field, search)) asks.push({ id: askOfColumn(field), blocks: true });
  }
  for (const field of fixedFields(preview)) if (search[field] === undefined) asks.push({ id: `fixed:${field}`, blocks: false });
  for (const { field, unknown, values } of preview.values) {
    if (unknown === 0) continue;
    for (const { value, meaning } of values) if (meaning === null && !isChosen(field, value, search)) asks.push({ id: askOfValue(field, value), blocks: false });
  }
  return asks;
}

/** Customer and service, where no column says them: without them nothing can be measured. A metric's value may belong to no service. */
export function fixedFields(preview: Preview): readonly ('customer' | 'service')[] {
  if (preview.kind === 'metrics') return [];
  const fields = preview.kind === 'tickets' ? (['customer', 'service'] as const) : (['service'] as const);
  return fields.filter((field) => preview.columns.some((column) => column.field === field && column.column === null) && preview.profile?.fixed[field] === undefined);
}

export function askOfValue(field: string, value: string): string {
  return `value:${field}:${value}`;
}

export function askOfColumn(field: string): string {
  return `column:${field}`;
}

function isChosen(field: string, value: string, search: WizardSearch): boolean {
  if (field === 'state') return search.states?.[value] !== undefined;
  const key = namedFieldOf(field);
  return key === null || search[namedFields[key]]?.[value] !== undefined;
}

function isFixed(field: string, search: WizardSearch): boolean {
  return (field === 'customer' || field === 'service' || field === 'site') && search[field] !== undefined && search[field] !== '';
}
