/**
 * Every table with its class letters, the one source of all generated triggers.
 * E entity · F fact · V value · B bulk (`BE`: images of hand edits only; `FB`: a fact without images) · D derived · L the log;
 * R its id is in `records` · S sealed with its version · X internal · W without rowid.
 */
export type TableClass = { readonly name: string; readonly letters: string };

export const catalogue: readonly TableClass[] = [
  { name: 'workspace', letters: 'E' },
  { name: 'devices', letters: 'L' },
  { name: 'changes', letters: 'L' },
  { name: 'change_rows', letters: 'L' },
  { name: 'records', letters: 'D' },
  { name: 'state_moves', letters: 'V' },
  { name: 'transitions', letters: 'F' },
  { name: 'files', letters: 'FB' },
  { name: 'file_chunks', letters: 'FB' },
  { name: 'search_entries', letters: 'D' },
  { name: 'attachments', letters: 'E' },
  { name: 'internal_notes', letters: 'EX' },
  { name: 'internal_note_people', letters: 'EX' },
  { name: 'pinned_rows', letters: 'ER' },
  { name: 'saved_views', letters: 'E' },
  { name: 'organisations', letters: 'ER' },
  { name: 'sites', letters: 'ER' },
  { name: 'people', letters: 'ER' },
  { name: 'role_assignments', letters: 'E' },
  { name: 'services', letters: 'ER' },
  { name: 'closure_lists', letters: 'ER' },
  { name: 'closures', letters: 'E' },
  { name: 'calendars', letters: 'ER' },
  { name: 'calendar_versions', letters: 'ERS' },
  { name: 'calendar_hours', letters: 'ES' },
  { name: 'calendar_closure_lists', letters: 'ES' },
  { name: 'topics', letters: 'E' },
  { name: 'agreements', letters: 'ER' },
  { name: 'agreement_versions', letters: 'ERS' },
  { name: 'version_parties', letters: 'ES' },
  { name: 'version_services', letters: 'ES' },
  { name: 'terms', letters: 'ER' },
  { name: 'term_contents', letters: 'V' },
  { name: 'version_terms', letters: 'ES' },
  { name: 'effective_terms', letters: 'FBS' },
  { name: 'version_seals', letters: 'FS' },
  { name: 'approvals', letters: 'ERS' },
  { name: 'signatories', letters: 'ER' },
  { name: 'signatures', letters: 'F' },
  { name: 'documents', letters: 'ER' },
  { name: 'sources', letters: 'ER' },
  { name: 'import_profiles', letters: 'E' },
  { name: 'imports', letters: 'ER' },
  { name: 'coverages', letters: 'BE' },
  { name: 'import_problems', letters: 'FB' },
  { name: 'import_images', letters: 'FB' },
  { name: 'source_values', letters: 'B' },
  { name: 'mappings', letters: 'E' },
  { name: 'tickets', letters: 'B' },
  { name: 'ticket_events', letters: 'BW' },
  { name: 'ticket_timelines', letters: 'D' },
  { name: 'ticket_results', letters: 'DW' },
  { name: 'target_results', letters: 'D' },
  { name: 'outages', letters: 'BE' },
  { name: 'maintenance_windows', letters: 'ER' },
  { name: 'exclusions', letters: 'ER' },
  { name: 'readings', letters: 'ER' },
];

/** Columns of a sealed table's own row that stay alive after its seal: the act of signing goes on, a decision may end it. */
export const livingColumns: Readonly<Record<string, readonly string[]>> = {
  agreement_versions: ['state', 'withdrawn_from_on'],
};

const letterOf = new Map(catalogue.map((table) => [table.name, table.letters]));

/** Whether the table's class has the letter; an unknown table has none. */
export function hasLetter(table: string, letter: string): boolean {
  return letterOf.get(table)?.includes(letter) ?? false;
}
