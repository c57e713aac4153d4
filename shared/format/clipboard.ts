/** Cells as text for the clipboard: tab and line feed between them; a cell with one of these or a quote stands in quotes. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quotedCell).join('\t')).join('\n');
}

/** The same as a table, whose texts spreadsheets take as texts. */
export function clipboardHtml(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td${/^-?\d/u.test(cell) ? '' : ' style="mso-number-format:\'\\@\'"'}>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<meta charset="utf-8"><table>${lines.join('')}</table>`;
}

/**
 * The cells of what a spreadsheet put on the clipboard as text. Cells in quotes may hold tabs, quotes (doubled) and line breaks; an apostrophe
 * that kept a text from being a formula goes. An empty last line does not count.
 */
export function readClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = (cell: string): void => void row.push(cell.replace(/^'(?=[=+@-])/u, '').trim());
  const endRow = (): void => { rows.push(row); row = []; };
  while (at <= text.length) {
    if (text[at] === '"') {
      const { cell, next } = quotedAt(text, at);
      end(cell);
      at = next;
    } else {
      const next = nextBreak(text, at);
      end(text.slice(at, next));
      at = next;
    }
    if (text[at] === '\t') {
      at += 1;
    } else {
      endRow();
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      if (at >= text.length) break;
    }
  }
  return rows;
}

/** How many cells a text of the clipboard holds at most, without reading them one by one. */
export function clipboardSize(text: string): number {
  let count = 1;
  for (let at = 0; at < text.length; at += 1) if (text[at] === '\t' || text[at] === '\n') count += 1;
  return text.endsWith('\n') ? count - 1 : count;
}

/** A cell in quotes; where the quotes do not end at the end of a cell, it is a text that only begins with one. */
function quotedAt(text: string, start: number): { readonly cell: string; readonly next: number } {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) break;
    cell += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      at = quote + 2;
    } else if (quote + 1 >= text.length || /[\t\r\n]/u.test(text[quote + 1] ?? '')) {
      return { cell, next: quote + 1 };
    } else {
      break;
    }
  }
  const next = nextBreak(text, start);
  return { cell: text.slice(start, next), next };
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\t' || text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function quotedCell(cell: string): string {
  return /["\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r\n|\r|\n/gu, '<br>');
}
