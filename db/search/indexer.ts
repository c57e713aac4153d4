import type { Reader } from '../reader.ts';
import type { StoreTransaction } from '../transaction.ts';

/** How a record is found: by its title, its text, and what both are joined with. `source` is the row of its table. */
type Indexer = { readonly title: string; readonly text: string; readonly join?: string; readonly where?: string };

/** One indexer per table of records; internal tables have none. */
const indexers: Readonly<Record<string, Indexer>> = {
  organisations: { title: 'source.name', text: "concat_ws(' ', source.short_name, source.address, source.register_number)" },
  sites: { title: 'source.name', text: "concat_ws(' ', organisations.name, source.zone)", join: 'JOIN organisations ON organisations.id = source.organisation_id' },
  people: {
    title: 'source.name',
    text: "concat_ws(' ', organisations.name, source.job_title, source.email, source.phone)",
    join: 'JOIN organisations ON organisations.id = source.organisation_id',
  },
  services: { title: 'source.name', text: "coalesce(source.description, '')" },
  closure_lists: { title: 'source.name', text: "concat_ws(' ', source.country, source.region)" },
  calendars: { title: 'source.name', text: "coalesce(source.purpose, '')" },
  agreements: {
    title: 'source.title',
    text: `concat_ws(' ', source.number, (SELECT group_concat(name, ' ') FROM (SELECT DISTINCT organisations.name FROM agreement_versions
      JOIN version_parties ON version_parties.version_id = agreement_versions.id JOIN organisations ON organisations.id = version_parties.organisation_id WHERE agreement_versions.agreement_id = source.id)))`,
  },
  documents: { title: 'source.title', text: "coalesce(source.number, '')" },
  imports: { title: 'files.name', text: "concat_ws(' ', sources.name, source.kind)", join: 'JOIN files ON files.id = source.file_id JOIN sources ON sources.no = source.source_no' },
  maintenance_windows: { title: 'source.reason', text: "coalesce(source.approved_by, '')" },
  exclusions: { title: 'source.reason', text: 'source.kind' },
  terms: {
    title: `coalesce((SELECT content.title FROM version_terms JOIN agreement_versions ON agreement_versions.id = version_terms.version_id JOIN term_contents AS content ON content.hash = version_terms.content_hash
      WHERE version_terms.term_id = source.id ORDER BY agreement_versions.version DESC LIMIT 1), source.code)`,
    text: `concat_ws(' ', source.code, source.facet, (SELECT group_concat(body_text, ' ') FROM (SELECT DISTINCT content.body_text FROM version_terms
      JOIN term_contents AS content ON content.hash = version_terms.content_hash WHERE version_terms.term_id = source.id)))`,
    where: 'EXISTS (SELECT 1 FROM version_terms WHERE term_id = source.id)',
  },
};

/** The rows that the change (`?`) wrote into a table. */
const written = (table: string): string => `SELECT row_id FROM change_rows WHERE change_no = ? AND table_name = '${table}'`;

/** A column of the images of those rows, of before and after: also of rows that are gone. */
const imaged = (table: string, column: string): string =>
  `SELECT coalesce(json_extract(after_json, '$.${column}'), json_extract(before_json, '$.${column}')) FROM change_rows WHERE change_no = ? AND table_name = '${table}'`;

/** What else is found by other words when a row of a table was written: the records, as a selection of their ids. */
const dependents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organisations: {
    sites: `SELECT id FROM sites WHERE organisation_id IN (${written('organisations')})`,
    people: `SELECT id FROM people WHERE organisation_id IN (${written('organisations')})`,
    agreements: `SELECT agreement_id FROM agreement_versions JOIN version_parties ON version_parties.version_id = agreement_versions.id WHERE organisation_id IN (${written('organisations')})`,
  },
  version_parties: { agreements: `SELECT agreement_id FROM agreement_versions WHERE id IN (${imaged('version_parties', 'version_id')})` },
  version_terms: { terms: imaged('version_terms', 'term_id') },
  sources: { imports: `SELECT id FROM imports WHERE source_no IN (SELECT no FROM sources WHERE id IN (${written('sources')}))` },
};

/** Brings the search up to date with what the open change wrote. Deleted records have taken their entries along. */
export function refreshSearch(tx: StoreTransaction, changeNo: number): void {
  for (const { table } of tx.all<{ table: string }>('SELECT DISTINCT table_name AS "table" FROM change_rows WHERE change_no = ?', changeNo)) {
    if (table in indexers) index(tx, table, written(table), changeNo);
    for (const [kind, ids] of Object.entries(dependents[table] ?? {})) index(tx, kind, ids, changeNo);
  }
}

/** Whether there are records and nothing finds them: the index is derived, a file may come without it. */
export function isSearchMissing(reader: Reader): boolean {
  return reader.value('SELECT 1 FROM search_entries LIMIT 1') === undefined && Object.keys(indexers).some((kind) => reader.value(`SELECT 1 FROM ${kind} LIMIT 1`) !== undefined);
}

/** Makes the whole index of records anew. */
export function rebuildSearch(tx: StoreTransaction): void {
  tx.run('DELETE FROM search_entries');
  for (const kind of Object.keys(indexers)) index(tx, kind, `SELECT id FROM ${kind}`);
}

function index(tx: StoreTransaction, kind: string, ids: string, ...parameters: number[]): void {
  const indexer = indexers[kind];
  if (indexer === undefined) throw new Error(`Nothing says how ${kind} are found.`);
  tx.run(
    `INSERT INTO search_entries (record_id, title, text) SELECT source.id, ${indexer.title}, ${indexer.text} FROM ${kind} AS source ${indexer.join ?? ''}
     WHERE source.id IN (${ids}) AND ${indexer.where ?? 'true'}
     ON CONFLICT (record_id) DO UPDATE SET title = excluded.title, text = excluded.text WHERE title <> excluded.title OR text <> excluded.text`,
    ...parameters,
  );
  if (indexer.where !== undefined) tx.run(`DELETE FROM search_entries WHERE record_id IN (SELECT source.id FROM ${kind} AS source WHERE source.id IN (${ids}) AND NOT (${indexer.where}))`, ...parameters);
}
