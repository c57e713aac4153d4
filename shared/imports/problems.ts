/** Why a row is not taken in, as a closed list, each with its words on screen and in answers. */
export const problemTexts = {
  'unclosed-quote': 'A quote is opened and never closed',
  'field-count': 'Another number of fields than the header',
  'zero-byte': 'A byte that no text has',
  'no-key': 'No ticket number',
  'key-damaged': 'The number was turned into scientific notation by a spreadsheet',
  'date-unreadable': 'Date cannot be read',
  'time-missing': 'The time is missing',
  'resolved-before-opened': 'Stopped before it was opened',
  'end-before-start': 'Ends before it starts',
  duplicate: 'The same row is there twice',
  contradiction: 'Contradicts another row of the same key',
  'number-unreadable': 'Number cannot be read',
  'type-unknown': 'The kind of outage is not known',
  'service-missing': 'No service',
  'metric-missing': 'No metric',
  'value-missing': 'No value',
} as const;
export type ProblemCode = keyof typeof problemTexts;

/** By what quarantined rows can be sorted: `reason` by its words, `frequency` with the most frequent reason first. */
export const problemSorts = ['line', 'reason', 'frequency'] as const;
export type ProblemSort = (typeof problemSorts)[number];

/** One row that is kept out: where it is, why, what exactly, and the row as it stands in the file. */
export type Problem = { readonly line: number; readonly code: ProblemCode; readonly detail: string; readonly raw: string };

/** `Date cannot be read: resolved_at "31/11/2026 10:20"`. */
export function reasonOf(problem: Pick<Problem, 'code' | 'detail'>): string {
  return problem.detail === '' ? problemTexts[problem.code] : `${problemTexts[problem.code]}: ${problem.detail}`;
}

/** One finding about a file whose rows are kept. `count` is what the text counts. */
export type Finding = { readonly code: string; readonly count: number; readonly text: string };

/** What an export that stops by itself looks like: ServiceNow's default limit. */
export const truncationRows = 10_000;

/** The words of a stored problem's code; the code itself where a later version of the program gave it. */
export function problemText(code: string): string {
  return Object.entries(problemTexts).find(([known]) => known === code)?.[1] ?? code;
}
