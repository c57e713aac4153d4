import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { markSaved } from '#renderer/app/saved.ts';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { applyEdits, type DocumentEdit } from '#shared/agreements/edits.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { refusalOf } from '#shared/refusal.ts';
import { partWords } from './part-words.ts';
import { rebase } from './rebase.ts';
import { undoOf } from './undo.ts';

/** An edit that met another one: what was wanted here, and what the draft says now. */
export type Conflict = { readonly mine: readonly string[]; readonly theirs: readonly string[]; readonly use: () => void; readonly keep: () => void };

export type Draft = {
  readonly view: AgreementView;
  readonly document: AgreementDocument;
  /**
   * Saves edits. `seen` gives the document that the person saw when they began to change it, asked once earlier edits are saved; `made` is the
   * one that was on screen when the edits were made, so that a quick second one does not take the first back. Answers the document as it was saved, null where it was not.
   */
  readonly edit: (edits: readonly DocumentEdit[], seen?: () => AgreementDocument, made?: AgreementDocument) => Promise<AgreementDocument | null>;
  readonly conflict: Conflict | null;
  readonly failure: unknown;
  readonly dismiss: () => void;
};

export const DraftContext = createContext<Draft | null>(null);

export function useDraftContext(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('a part of the draft outside of it');
  return draft;
}

/** Edits of the open draft, one after the other, each with its way back. */
export function useDraft(view: AgreementView): Draft {
  const queries = useQueryClient();
  const present = useRef(view);
  const undos = useRef<(readonly DocumentEdit[])[]>([]);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useLayoutEffect(() => { present.current = view; }, [view]);

  function accept(next: AgreementView): void {
    present.current = next;
    queries.setQueryData(api.agreements.view.queryKey({ input: { id: view.id } }), next);
  }

  function queue<Result>(deed: () => Promise<Result>): Promise<Result> {
    const next = chain.current.then(deed, deed);
    chain.current = next.catch(() => null);
    return next;
  }

  async function send(edits: readonly DocumentEdit[], isUndo: boolean): Promise<AgreementDocument | null> {
    const before = present.current;
    try {
      const next = await client.agreements.edit({ id: view.id, hash: before.hash, edits: [...edits] });
      if (!isUndo) undos.current.push(undoOf(before.document, edits));
      accept(next);
      setFailure(null);
      markSaved(undos.current.length > 0 ? undoLast : null);
      return next.document;
    } catch (error) {
      if (refusalOf(error)?.code !== 'conflict') {
        setFailure(error);
        return null;
      }
      accept(await client.agreements.view({ id: view.id }));
      if (!touches(edits, before.document, present.current.document)) return send(edits, isUndo);
      ask(edits);
      return null;
    }
  }

  function ask(edits: readonly DocumentEdit[]): void {
    const now = present.current.document;
    const wanted = attempted(now, edits);
    setConflict({
      mine: edits.map((edit) => partWords(wanted, edit)),
      theirs: edits.map((edit) => partWords(now, edit)),
      keep: () => setConflict(null),
      use: () => { setConflict(null); void queue(() => send(edits, false)); },
    });
  }

  function undoLast(): void {
    const edits = undos.current.pop();
    if (edits !== undefined) void queue(() => send(edits, true));
  }

  const [edit] = useState(() => (wanted: readonly DocumentEdit[], seen?: () => AgreementDocument, made?: AgreementDocument): Promise<AgreementDocument | null> => queue(async () => {
    const edits = made === undefined ? wanted : wanted.map((one) => rebase(one, made, present.current.document));
    if (seen === undefined || !touches(edits, seen(), present.current.document)) return send(edits, false);
    ask(edits);
    return null;
  }));

  return useMemo(() => ({ view, document: view.document, edit, conflict, failure, dismiss: () => setFailure(null) }), [view, edit, conflict, failure]);
}

/** Whether what the edits touch reads differently in two documents. */
function touches(edits: readonly DocumentEdit[], one: AgreementDocument, other: AgreementDocument): boolean {
  return edits.some((edit) => partWords(one, edit) !== partWords(other, edit));
}

/** The document with the edits, or without them where they no longer apply. */
function attempted(document: AgreementDocument, edits: readonly DocumentEdit[]): AgreementDocument {
  try {
    return applyEdits(document, edits);
  } catch (error) {
    if (refusalOf(error) === null && !(error instanceof Error)) throw error;
    return document;
  }
}
