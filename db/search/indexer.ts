import type { StoreTransaction } from '../transaction.ts';

/** How a row of a table is found: the record that it leads to, a title, a text. */
type Indexer = { readonly record: string; readonly title: string; readonly text: string; readonly from?: string };

/** One indexer per table; internal tables have none, by type. */
const indexers: Readonly<Record<string, Indexer>> = {
  organisations: { record: 'id', title: 'name', text: "''" },
  sites: { record: 'id', title: 'name', text: 'zone' },
  people: { record: 'id', title: 'name', text: "concat_ws(' ', email, job_title, phone)" },
  services: { record: 'id', title: 'name', text: "coalesce(description, '')" },
  closure_lists: { record: 'id', title: 'name', text: "concat_ws(' ', country, region)" },
  calendars: { record: 'id', title: 'name', text: "coalesce(purpose, '')" },
  agreements: { record: 'id', title: 'title', text: 'number' },
  documents: { record: 'id', title: 'title', text: "coalesce(number, '')" },
  sources: { record: 'id', title: 'name', text: 'kind' },
  maintenance_windows: { record: 'id', title: 'reason', text: "coalesce(approved_by, '')" },
  exclusions: { record: 'id', title: 'reason', text: 'kind' },
  version_terms: {
    record: 'row.term_id',
    title: "coalesce(content.title, terms.code)",
    text: "concat_ws(' ', terms.code, terms.facet, content.body_text)",
    from: 'version_terms AS row JOIN terms ON terms.id = row.term_id LEFT JOIN term_contents AS content ON content.hash = row.content_hash WHERE row.id = ?',
  },
};

/** Brings the search up to date with what the open change wrote. Deleted records have taken their entries along. */
export function refreshSearch(tx: StoreTransaction, changeNo: number): void {
  const rows = tx.all<{ table_name: string; row_id: string }>(
    `SELECT DISTINCT table_name, row_id FROM change_rows WHERE change_no = ? AND table_name IN (${Object.keys(indexers).map((name) => `'${name}'`).join(', ')})`,
    changeNo,
  );
  for (const { table_name: table, row_id: id } of rows) {
    const indexer = indexers[table];
    if (indexer === undefined) continue;
    const from = indexer.from ?? `${table} WHERE id = ?`;
    const entry = tx.get<{ record: string; title: string; text: string }>(`SELECT ${indexer.record} AS record, ${indexer.title} AS title, ${indexer.text} AS text FROM ${from}`, id);
    if (entry === undefined) continue;
    tx.run(
      'INSERT INTO search_entries (record_id, title, text) VALUES (?, ?, ?) ON CONFLICT (record_id) DO UPDATE SET title = excluded.title, text = excluded.text',
      entry.record, entry.title, entry.text,
    );
  }
}
