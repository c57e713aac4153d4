const pageSize = 1000;

/** Every row of a list that is answered in windows. */
export async function allRows<Row>(load: (window: { readonly offset: number; readonly limit: number }) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await load({ offset: rows.length, limit: pageSize });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
