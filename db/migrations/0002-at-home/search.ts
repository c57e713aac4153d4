/**
 * What the search finds beside titles and texts: outages (their index follows by trigger) and the words that names are made of, for the ones
 * with a slip. What the first format had indexed is dropped; the store fills it anew when it opens.
 */
export const searchTables = `
CREATE VIRTUAL TABLE search_words USING fts5vocab(search_index, row);
CREATE VIRTUAL TABLE outage_index USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO outage_index (rowid, text) SELECT no, concat_ws(' ', reason, ticket_key, approved_by, key) FROM outages;
DELETE FROM search_index;
DELETE FROM search_entries;
`;
