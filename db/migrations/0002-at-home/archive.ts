/** What may be put away: hidden from lists and choices, kept, and found by the search. Organisations and agreements could be from the first format on. */
export const archiveColumns = `
ALTER TABLE people ADD COLUMN archived_on TEXT CHECK (archived_on IS date(archived_on));
ALTER TABLE services ADD COLUMN archived_on TEXT CHECK (archived_on IS date(archived_on));
ALTER TABLE calendars ADD COLUMN archived_on TEXT CHECK (archived_on IS date(archived_on));
`;
