/**
 * The sentences with which the database itself refuses. A trigger raises the sentence, the store finds the way out by it:
 * so a refusal reads the same whoever tried.
 */
export const rules = {
  noChange: { text: 'Nothing can be written outside a recorded change.', wayOut: 'Use the app or its command line.' },
  sealed: { text: 'This version is sealed: nothing in it can change.', wayOut: 'Begin the next version and change it there.' },
  fixed: { text: 'What has happened or been said is never rewritten.', wayOut: 'Record what is right now beside it.' },
  kept: { text: 'What has happened stays on record.', wayOut: 'Undo the change that recorded it, or record what is right now.' },
  identity: { text: 'An identity never changes.', wayOut: 'Make a new record.' },
  move: { text: 'This step is not allowed from the present state.', wayOut: 'Look at the state and take the next step from there.' },
  start: { text: 'A record begins in its first state.', wayOut: 'Create it first, then take the steps.' },
  unsealedSigning: { text: 'Signing begins with the seal of the version.', wayOut: 'Begin signing through the app: it seals the version in the same step.' },
  unapproved: { text: 'There is no signature without the approvals.', wayOut: 'Collect the approvals on the present content first.' },
  unsigned: { text: 'A version is signed when every signatory has signed its sealed content and its first day is set.', wayOut: 'Collect the missing signatures.' },
  wrongManifest: { text: 'A signature belongs to the sealed content of a version that is being signed.', wayOut: 'Sign the content as it is sealed.' },
  unsignedSignatory: { text: 'A signatory has signed when the signature is on record.', wayOut: 'Record the signature first.' },
  issued: { text: 'An issued document never changes.', wayOut: 'Issue a new edition.' },
  storedFile: { text: 'A stored file never changes.', wayOut: 'Store the new content as a new file.' },
  singleTopic: { text: 'The agreement already has a term for this topic.', wayOut: 'Change the existing term.' },
  fixedTerm: { text: 'A term keeps its code, kind and topic for life.', wayOut: 'Add a new term.' },
  record: { text: 'A record stands for exactly one row.', wayOut: 'Make the row; its record follows.' },
  log: { text: 'The log of changes is never rewritten.', wayOut: 'Undo a change by a new one.' },
} as const;

const wayOuts = new Map<string, string>(Object.values(rules).map((rule) => [rule.text, rule.wayOut]));

/** The way out that belongs to a sentence raised by a trigger; null for any other text. */
export function wayOutOf(text: string): string | null {
  return wayOuts.get(text) ?? null;
}
