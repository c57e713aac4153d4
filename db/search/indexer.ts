import type { StoreTransaction } from '../transaction.ts';

/** How a row of a table is found: the record that it leads to, a title, a text, and what it is joined with. */
type Indexer = { readonly record?: string; readonly title: string; readonly text: string; readonly join?: string };

/** One indexer per table; internal tables have none. */
const indexers: Readonly<Record<string, Indexer>> = {
  organisations: { title: 'source.name', text: "''" },
  sites: { title: 'source.name', text: 'source.zone' },
  people: { title: 'source.name', text: "concat_ws(' ', source.email, source.job_title, source.phone)" },
  services: { title: 'source.name', text: "coalesce(source.description, '')" },
  closure_lists: { title: 'source.name', text: "concat_ws(' ', source.country, source.region)" },
  calendars: { title: 'source.name', text: "coalesce(source.purpose, '')" },
  agreements: { title: 'source.title', text: 'source.number' },
  documents: { title: 'source.title', text: "coalesce(source.number, '')" },
  sources: { title: 'source.name', text: 'source.kind' },
  maintenance_windows: { title: 'source.reason', text: "coalesce(source.approved_by, '')" },
  exclusions: { title: 'source.reason', text: 'source.kind' },
  version_terms: {
    record: 'source.term_id',
    title: 'coalesce(content.title, terms.code)',
    text: "concat_ws(' ', terms.code, terms.facet, content.body_text)",
    join: 'JOIN terms ON terms.id = source.term_id LEFT JOIN term_contents AS content ON content.hash = source.content_hash',
  },
};

/** Brings the search up to date with what the open change wrote. Deleted records have taken their entries along. */
export function refreshSearch(tx: StoreTransaction, changeNo: number): void {
  for (const { table } of tx.all<{ table: string }>('SELECT DISTINCT table_name AS "table" FROM change_rows WHERE change_no = ?', changeNo)) {
    const indexer = indexers[table];
    if (indexer === undefined) continue;
    tx.run(
      `INSERT INTO search_entries (record_id, title, text)
       SELECT ${indexer.record ?? 'source.id'}, ${indexer.title}, ${indexer.text} FROM ${table} AS source ${indexer.join ?? ''}
       WHERE source.id IN (SELECT row_id FROM change_rows WHERE change_no = ? AND table_name = ?)
       ON CONFLICT (record_id) DO UPDATE SET title = excluded.title, text = excluded.text`,
      changeNo, table,
    );
  }
}
