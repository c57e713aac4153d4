import { applyEdits, type DocumentEdit } from '#shared/agreements/edits.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';

/** The edits that take `edits` back, in the order in which they apply. `document` is the one before them. */
export function undoOf(document: AgreementDocument, edits: readonly DocumentEdit[]): DocumentEdit[] {
  const backward: DocumentEdit[] = [];
  let before = document;
  for (const edit of edits) {
    backward.unshift(...undoOfOne(before, edit));
    before = applyEdits(before, [edit]);
  }
  return backward;
}

function undoOfOne(before: AgreementDocument, edit: DocumentEdit): DocumentEdit[] {
  switch (edit.kind) {
    case 'set-term': {
      const old = before.terms.find((term) => term.id === edit.term.id);
      return [old === undefined ? { kind: 'remove-term', term: edit.term.id } : { kind: 'set-term', term: old }];
    }
    case 'remove-term': {
      const at = before.terms.findIndex((term) => term.id === edit.term);
      const old = before.terms[at];
      return old === undefined ? [] : [{ kind: 'set-term', term: old, at }];
    }
    case 'move-term':
      return [{ kind: 'move-term', term: edit.term, to: before.terms.findIndex((term) => term.id === edit.term) }];
    case 'set-head':
      return [{ kind: 'set-head', title: before.title, language: before.language, zone: before.zone, currency: before.currency }];
    case 'set-dates':
      return [{ kind: 'set-dates', term: before.term ?? null, notice: before.notice ?? null, renewal: before.renewal, review: before.review, takeover: before.takeover }];
    case 'set-parties':
      return [{ kind: 'set-parties', parties: before.parties }];
    case 'set-services':
      return [{ kind: 'set-services', services: before.services }];
    case 'set-people':
      return [{ kind: 'set-people', people: before.people }];
    case 'set-calendar':
      return [{ kind: 'set-calendar', name: edit.name, calendar: before.calendars[edit.name] ?? null }];
    case 'set-service-hours':
      return [{ kind: 'set-service-hours', calendar: before.serviceHours ?? null }];
    case 'set-priorities':
      return [{ kind: 'set-priorities', priorities: before.priorities }];
    case 'set-not-applicable':
      return [{ kind: 'set-not-applicable', entries: before.notApplicable }];
  }
}
