/**
 * Lines as CSV for spreadsheets (RFC 4180): comma, CRLF, a byte order mark so that UTF-8 is read as such. A text that a spreadsheet
 * would take for a formula gets an apostrophe; figures and times with a minus stay as they are.
 */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${lines.map((line) => `${line.map((cell) => csvCell(String(cell))).join(',')}\r\n`).join('')}`;
}

function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.:]+$)/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
