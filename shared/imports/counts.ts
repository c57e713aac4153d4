/** Counts of an import: `read` is the sum of the other four. */
export type Counts = { read: number; new: number; updated: number; unchanged: number; quarantined: number };

export function noCounts(): Counts {
  return { read: 0, new: 0, updated: 0, unchanged: 0, quarantined: 0 };
}

/** Counts of whole tickets in the file; those whose every row is quarantined are not among them. */
export type TicketCounts = { total: number; new: number; updated: number; unchanged: number };
