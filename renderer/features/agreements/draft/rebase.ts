import { documentEditSchema, type DocumentEdit } from '#shared/agreements/edits.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { undoOf } from './undo.ts';

/**
 * An edit that was made while the screen showed `made`, as it reads on `present`: of a whole that two quick edits of one form change, each
 * keeps the fields that it changed itself.
 */
export function rebase(edit: DocumentEdit, made: AgreementDocument, present: AgreementDocument): DocumentEdit {
  if (made === present) return edit;
  const [before] = undoOf(made, [edit]);
  const [now] = undoOf(present, [edit]);
  if (before === undefined || now === undefined || before.kind !== edit.kind || now.kind !== edit.kind) return edit;
  const [old, fresh] = [asRecord(before), asRecord(now)];
  const merged = Object.fromEntries(Object.entries(edit).map(([key, wanted]: [string, unknown]) => [key, merge(wanted, old[key], fresh[key])]));
  const read = documentEditSchema.safeParse(merged);
  return read.success ? read.data : edit;
}

/** What was wanted where it differs from what was shown, what is there now elsewhere. */
function merge(wanted: unknown, shown: unknown, now: unknown): unknown {
  if (isSame(shown, now)) return wanted;
  if (isSame(wanted, shown)) return now;
  if (isRecord(wanted) && isRecord(shown) && isRecord(now)) {
    const keys = [...new Set([...Object.keys(now), ...Object.keys(wanted)])].filter((key) => (key in wanted ? true : !(key in shown)));
    return Object.fromEntries(keys.map((key) => [key, merge(key in wanted ? wanted[key] : now[key], shown[key], now[key])]));
  }
  if (Array.isArray(wanted) && Array.isArray(shown) && Array.isArray(now)) return mergeLists(wanted, shown, now);
  return wanted;
}

/** Lists of one length merge place by place; what was added at the end here is added at the end there. */
function mergeLists(wanted: readonly unknown[], shown: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  if (wanted.length === shown.length && now.length === shown.length) return wanted.map((entry, index) => merge(entry, shown[index], now[index]));
  if (wanted.length > shown.length && isSame(wanted.slice(0, shown.length), shown)) return [...now, ...wanted.slice(shown.length)];
  return wanted;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRecord(edit: DocumentEdit): Readonly<Record<string, unknown>> {
  return { ...edit };
}
