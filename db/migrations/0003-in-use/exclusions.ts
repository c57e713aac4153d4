/** Under which exclusion of the agreement something is left out; null where it was agreed beside them. */
export const exclusionClauses = `
ALTER TABLE exclusions ADD COLUMN term_id TEXT REFERENCES terms(id) ON DELETE SET NULL;
CREATE INDEX exclusions_term_id ON exclusions(term_id) WHERE term_id IS NOT NULL;
`;
