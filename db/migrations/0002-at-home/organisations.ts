/** What a printed document says about a party beside its name. */
export const organisationFacts = `
ALTER TABLE organisations ADD COLUMN short_name TEXT;
ALTER TABLE organisations ADD COLUMN address TEXT;
ALTER TABLE organisations ADD COLUMN register_number TEXT;
`;
