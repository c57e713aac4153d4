import { useState } from 'react';

/**
 * What the person had seen of the fields that a change is about, for the call's `was`: the record's own values, and `typedOver` where a field
 * was read before it was typed into.
 */
export function seen<Changes extends object>(record: { readonly [Field in keyof Changes]?: unknown }, changes: Changes, typedOver: Partial<Changes> = {}): Changes {
  const fields = Object.keys(changes) as (keyof Changes)[];
  return { ...Object.fromEntries(fields.map((field) => [field, record[field]])), ...typedOver } as Changes;
}

/**
 * The draft of a record that is kept as its fields are left. What others change meanwhile appears in the fields that the person left alone;
 * `was` is the record as this draft knows it, for the call that keeps the draft; `revert` shows the record again.
 */
export function useRecordDraft<Draft extends object>(fresh: Draft): { readonly draft: Draft; readonly was: Draft; readonly setDraft: (draft: Draft) => void; readonly revert: () => void } {
  const [{ draft, was }, setState] = useState({ draft: fresh, was: fresh });
  if (!same(fresh, was)) {
    const fields = Object.keys(fresh) as (keyof Draft)[];
    const next = { ...draft };
    for (const field of fields) if (same(draft[field], was[field])) next[field] = fresh[field];
    setState({ draft: next, was: fresh });
  }
  return { draft, was, setDraft: (next) => setState((state) => ({ ...state, draft: next })), revert: () => setState((state) => ({ ...state, draft: state.was })) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
