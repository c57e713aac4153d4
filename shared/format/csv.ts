/**
 * Lines as CSV for spreadsheets (RFC 4180): comma, CRLF, a byte order mark so that UTF-8 is read as such. A text that a spreadsheet
 * would take for a formula gets an apostrophe; figures and times with a minus stay as they are.
 */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${lines.map((line) => `${line.map((cell) => csvCell(String(cell))).join(',')}\r\n`).join('')}`;
}

/** The text, with an apostrophe before what a spreadsheet would take for a formula. */
export function spreadsheetSafe(text: string): string {
  return /^[=+@\t\r\n＝＋＠－]|^-(?![\d.:]+$)/u.test(text) ? `'${text}` : text;
}

/** One line of CSV whose cells are safe already. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function csvCell(text: string): string {
  return quoted(spreadsheetSafe(text));
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
