import { implement } from '@orpc/server';
import { latestCalendarVersion } from '#db/calendars/queries.ts';
import { beginNextVersion, createAgreement, editableVersion, saveDraft } from '#db/agreements/commands.ts';
import { readDocument } from '#db/agreements/document.ts';
import { agreementHistory } from '#db/agreements/history.ts';
import { listAgreements } from '#db/agreements/list.ts';
import { agreementNamed, openVersion, versionNumbered, versionsOf, type AgreementRow } from '#db/agreements/queries.ts';
import { removeDraft } from '#db/agreements/remove.ts';
import { askForApproval } from '#db/signing/approve.ts';
import { approvalState } from '#db/signing/queries.ts';
import type { Reader } from '#db/store.ts';
import { agreementsContract } from '#shared/agreements/contract.ts';
import { applyEdits } from '#shared/agreements/edits.ts';
import { agreementDocumentSchema, type AgreementDocument } from '#shared/agreements/model.ts';
import { checkParts, checkReferences } from '#shared/agreements/references.ts';
import { ParleyError } from '#shared/errors.ts';
import { detailsOfIssues } from '#shared/refusal.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { approve } from './approve.ts';
import { moveVersion } from './move.ts';
import { approvalsView, completenessView, datesOf, listRow, versionOf, versionViews, viewOf } from './read.ts';

const agreements = implement(agreementsContract).$context<CoreContext>();

export const agreementsHandlers = {
  list: agreements.list.handler(({ context, input }) =>
    context.store.read((reader) => listAgreements(reader, { archived: input.archived, organisation: input.organisation }).map((agreement) => listRow(reader, agreement, context.clock())))),

  create: agreements.create.handler(({ context, input }) => {
    checkParts(input);
    return context.store.write({ command: 'agreements.create', actorId: context.actor.personId }, (tx) => {
      const { id, number, version } = createAgreement(tx, complete(tx, input));
      return { id, number, version, state: 'draft' as const };
    });
  }),

  show: agreements.show.handler(({ context, input }) =>
    context.store.read((reader) => {
      const agreement = agreementNamed(reader, input.id);
      return readDocument(reader, agreement, versionOf(reader, agreement, input.version));
    })),

  view: agreements.view.handler(({ context, input }) =>
    context.store.read((reader) => {
      const agreement = agreementNamed(reader, input.id);
      return viewOf(reader, agreement, versionOf(reader, agreement, input.version), context.clock());
    })),

  versions: agreements.versions.handler(({ context, input }) =>
    context.store.read((reader) => {
      const agreement = agreementNamed(reader, input.id);
      return versionViews(reader, versionsOf(reader, agreement.id), dateOf(context.clock(), agreement.zone));
    })),

  history: agreements.history.handler(({ context, input }) => context.store.read((reader) => agreementHistory(reader, agreementNamed(reader, input.id).id, input.limit))),

  completeness: agreements.completeness.handler(({ context, input }) =>
    context.store.read((reader) => {
      const agreement = agreementNamed(reader, input.id);
      return completenessView(readDocument(reader, agreement, versionOf(reader, agreement, input.version)));
    })),

  dates: agreements.dates.handler(({ context, input }) =>
    context.store.read((reader) => {
      const agreement = agreementNamed(reader, input.id);
      return datesWithin(readDocument(reader, agreement, versionOf(reader, agreement, input.version)), input);
    })),

  edit: agreements.edit.handler(({ context, input }) =>
    context.store.write({ command: 'agreements.edit', actorId: context.actor.personId, subjectId: subjectOf(context, input.id) }, (tx) => {
      const agreement = agreementNamed(tx, input.id);
      const before = readDocument(tx, agreement, editableVersion(tx, agreement));
      const after = validDocument(applyEdits(before, input.edits));
      const { versionId } = saveDraft(tx, agreement.id, input.hash, complete(tx, after));
      return viewAfter(tx, agreement.id, versionId, context.clock());
    })),

  beginVersion: agreements.beginVersion.handler(({ context, input }) =>
    context.store.write({ command: 'agreements.begin-version', actorId: context.actor.personId, subjectId: subjectOf(context, input.id) }, (tx) => {
      const { id, number, version } = beginNextVersion(tx, input.id);
      return { id, number, version, state: 'draft' as const };
    })),

  remove: agreements.remove.handler(({ context, input }) =>
    context.store.write({ command: 'agreements.remove', actorId: context.actor.personId, subjectId: subjectOf(context, input.id) }, (tx) => ({ removed: removeDraft(tx, agreementNamed(tx, input.id)) }))),

  move: agreements.move.handler(({ context, input }) => moveVersion(context, input)),

  askForApproval: agreements.askForApproval.handler(({ context, input }) =>
    context.store.write({ command: 'agreements.ask-for-approval', actorId: context.actor.personId, subjectId: subjectOf(context, input.id) }, (tx) => {
      const agreement = agreementNamed(tx, input.id);
      const version = editableVersion(tx, agreement);
      if (version.state === 'approved') throw new ParleyError('rule-violated', `Version ${version.version} of ${agreement.number} is approved already.`);
      askForApproval(tx, agreement, version);
      const after = versionNumbered(tx, agreement, version.version);
      return { state: after.state, approvals: approvalsView(tx, approvalState(tx, agreement, after)) };
    })),

  approve: agreements.approve.handler(({ context, input }) => approve(context, input)),
};

/** The document with the calendars of the workspace that it names, checked in all its references. */
function complete(reader: Reader, document: AgreementDocument): AgreementDocument {
  const named = [document.serviceHours, document.notice?.calendar, ...document.terms.map((term) => ('calendar' in term ? term.calendar : undefined))];
  const calendars = { ...document.calendars };
  for (const name of named) {
    if (typeof name !== 'string' || name === '24x7' || Object.hasOwn(calendars, name)) continue;
    const definition = latestCalendarVersion(reader, name)?.definition;
    if (definition) calendars[name] = definition;
  }
  const completed = { ...document, calendars };
  checkReferences(completed);
  return completed;
}

/** An edited document as the schema reads it: what an edit left out is refused with its path. */
function validDocument(document: AgreementDocument): AgreementDocument {
  const parsed = agreementDocumentSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new ParleyError('invalid-input', 'The draft would not have the form that an agreement needs.', { details: detailsOfIssues(parsed.error.issues) });
}

function viewAfter(reader: Reader, agreementId: string, versionId: string, now: number) {
  const agreement = agreementNamed(reader, agreementId);
  const version = versionsOf(reader, agreementId).find((candidate) => candidate.id === versionId) ?? openVersion(reader, agreementId);
  if (!version) throw new ParleyError('not-found', 'The draft is gone.');
  return viewOf(reader, agreement, version, now);
}

function subjectOf(context: CoreContext, idOrNumber: string): string {
  return context.store.read((reader): AgreementRow => agreementNamed(reader, idOrNumber)).id;
}

function datesWithin(document: AgreementDocument, window: { readonly from?: string | undefined; readonly to?: string | undefined }) {
  const dates = datesOf(document, { ...(window.from === undefined ? {} : { from: window.from }), ...(window.to === undefined ? {} : { to: window.to }) });
  if (!dates) throw new ParleyError('invalid-input', 'This agreement has no term yet, so it has no dates.', { details: [{ path: 'term', message: 'The agreement needs its first and last day' }], wayOut: 'Give it a term.' });
  return dates;
}
