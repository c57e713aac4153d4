import { spreadsheetSafe } from '#shared/format/csv.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Cell, CellKind } from './model.ts';

/** What a typed spreadsheet takes: texts are never formulas there. */
export type SheetValue = string | number | Date | null;

/** Formats of typed cells as spreadsheets name them; null is the general one. */
export const sheetFormats: Readonly<Record<CellKind, string | null>> = { text: null, number: null, date: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm', duration: '[h]:mm' };

const dayMs = 86_400_000;

/** Longest text that a cell of a spreadsheet holds. */
const longestText = 32_767;

/** The value of a typed cell. Dates and times are those of the clock on the wall, whose distance to UTC `offset` gives; a duration is a share of a day. */
export function sheetValue(value: Cell, kind: CellKind, offset: (at: Instant) => number): SheetValue {
  if (value === null || value === '') return null;
  if (typeof value === 'string') {
    if (kind !== 'date' || !/^\d{4}-\d\d-\d\d$/u.test(value)) return cleanText(value).slice(0, longestText);
    return new Date(`${value}T00:00:00Z`);
  }
  if (!Number.isFinite(value)) return null;
  if (kind === 'instant') return new Date(value + offset(value));
  return kind === 'duration' ? value / dayMs : value;
}

/** The same as text for CSV and the clipboard: what spreadsheets read as a date, time, duration or number; a text is never a formula. */
export function cellText(value: Cell, kind: CellKind, offset: (at: Instant) => number): string {
  if (value === null) return '';
  if (typeof value === 'string') return spreadsheetSafe(value);
  if (kind === 'instant') return new Date(value + offset(value)).toISOString().slice(0, 19).replace('T', ' ');
  return kind === 'duration' ? durationText(value) : String(value);
}

/** "28:40:00", as spreadsheets write elapsed time. */
function durationText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${ms < 0 ? '-' : ''}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Without the control characters that XML cannot hold. */
function cleanText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').toWellFormed();
}
