import { clipboardSize, readClipboard } from '#shared/format/clipboard.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';

/** One pasted cell: where it goes, what stands there, what would, or why it is not taken. */
export type PasteCell = { readonly key: string; readonly where: string; readonly before: string; readonly now: string; readonly fault: string | null };

/** What a paste would do. `take` writes all of it as one step. */
export type PastePlan = { readonly cells: readonly PasteCell[]; readonly take: () => Promise<unknown> };

export type PasteReading = { readonly plan: PastePlan } | { readonly refused: string };

/** More cells than that come in as a file: a preview of them could not be read by a person. */
export const mostPastedCells = 10_000;

/** Reads what is on the clipboard; too much of it is refused before it is read. */
export function planOf(text: string, read: (rows: readonly (readonly string[])[]) => PastePlan): PasteReading {
  const size = clipboardSize(text);
  if (size > mostPastedCells) return { refused: `${t('table.pasteTooLarge', { count: countText(size), most: countText(mostPastedCells) })}. ${t('table.pasteTooLargeWayOut')}` };
  const rows = readClipboard(text).filter((row) => row.some((cell) => cell !== ''));
  return rows.length === 0 ? { refused: t('table.pasteEmpty') } : { plan: read(rows) };
}

/** Cells that change something. */
export function takenCells(cells: readonly PasteCell[]): readonly PasteCell[] {
  return cells.filter((cell) => cell.fault === null && cell.now !== cell.before);
}

/**
 * Where the named columns are: in the order of their heads where the first row has heads (any words of a column), else as they are listed.
 * @param words the words by which each column is known, in lower case
 */
export function columnsByHead<Name extends string>(rows: readonly (readonly string[])[], words: Readonly<Record<Name, readonly string[]>>): { readonly at: Readonly<Record<Name, number>>; readonly body: readonly (readonly string[])[] } {
  const names = Object.keys(words).filter((name): name is Name => name in words);
  const head = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const found = names.map((name) => head.findIndex((cell) => words[name].includes(cell)));
  const hasHead = found.filter((index) => index >= 0).length >= Math.min(2, head.length);
  const at = Object.fromEntries(names.map((name, index) => [name, hasHead ? (found[index] ?? -1) : index]));
  return { at: at as Readonly<Record<Name, number>>, body: hasHead ? rows.slice(1) : rows };
}
