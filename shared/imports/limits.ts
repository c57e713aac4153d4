/** Most rows of one ticket that are taken for its log: a ticket with more has no real key. */
export const longestTicketRows = 100_000;

/** Most distinct values of one column that are listed for a value map. */
export const mostListedValues = 2_000;

/** Most quarantined rows that an answer lists; all of them are kept with the import. */
export const mostListedProblems = 10_000;
