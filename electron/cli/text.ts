/** A table for a terminal: heads, aligned columns, numbers to the right. An empty one says what is not there. */
export function textTable(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[], empty = 'none'): string {
  if (rows.length === 0) return empty;
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))));
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => (row[column] ?? '').length)));
  const isNumber = heads.map((_, column) => rows.every((row) => row[column] === null || typeof row[column] === 'number' || /^\d+\.\d+$/.test(row[column] ?? '')));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
  return [line(heads), ...cells.map(line)].join('\n');
}

/** `key  value` lines, the keys in one column. */
export function textFacts(facts: readonly (readonly [string, string | number | null])[]): string {
  const width = Math.max(...facts.map(([key]) => key.length));
  return facts.map(([key, value]) => `${key.padEnd(width)}  ${value ?? '–'}`).join('\n');
}
