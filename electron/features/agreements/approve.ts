import { editableVersion } from '#db/agreements/commands.ts';
import { agreementNamed, openVersion, versionNumbered } from '#db/agreements/queries.ts';
import { recordApproval, recordRejection } from '#db/signing/approve.ts';
import { approvalState, peopleInRole, type ApprovalState } from '#db/signing/queries.ts';
import type { Reader } from '#db/store.ts';
import type { ApprovalsView } from '#shared/agreements/contract.ts';
import type { VersionState } from '#shared/agreements/model.ts';
import { ParleyError } from '#shared/errors.ts';
import type { CoreContext } from '#electron/core.ts';
import { approvalsView, personIn } from './read.ts';

type ApproveInput = { readonly id: string; readonly by: string; readonly reject: boolean; readonly reason?: string | undefined };

/**
 * One approval or rejection of the open version. The author never approves; where approvers are named, only they do.
 * With the last approval the version is approved; a rejection needs a reason and makes it a draft again.
 */
export function approve(context: CoreContext, input: ApproveInput): { state: VersionState; approvals: ApprovalsView } {
  const { agreementId, person } = context.store.read((reader) => {
    const { id } = agreementNamed(reader, input.id);
    return { agreementId: id, person: approverNamed(reader, id, input.by) };
  });
  if (input.reject && input.reason === undefined) {
    throw new ParleyError('invalid-input', 'A rejection needs its reason.', { details: [{ path: 'reason', message: 'Say why' }], wayOut: 'Add --reason.' });
  }
  return context.store.write({ command: input.reject ? 'agreements.reject' : 'agreements.approve', actorId: person.id, subjectId: agreementId, reason: input.reason ?? null }, (tx) => {
    const agreement = agreementNamed(tx, agreementId);
    const version = editableVersion(tx, agreement);
    if (version.state === 'approved') {
      throw new ParleyError('rule-violated', `Version ${version.version} of ${agreement.number} is approved already.`, { details: [{ path: 'by', message: 'Nothing is asked any more' }] });
    }
    refuseWrongPerson(approvalState(tx, agreement, version), person);
    const after = input.reject
      ? recordRejection(tx, agreement, version, person.id, input.reason ?? '', tx.change.happenedAt)
      : recordApproval(tx, agreement, version, person.id, tx.change.happenedAt);
    return { state: versionNumbered(tx, agreement, version.version).state, approvals: approvalsView(tx, after) };
  });
}

type Named = { readonly id: string; readonly name: string };

/** Of people with the same name the approver is meant. */
function approverNamed(reader: Reader, agreementId: string, by: string): Named {
  const version = openVersion(reader, agreementId);
  const approvers = version ? peopleInRole(reader, agreementId, 'approver') : [];
  return approvers.find((person) => person.id === by || person.name.toLowerCase() === by.trim().toLowerCase()) ?? personIn(reader, by, 'by');
}

function refuseWrongPerson(state: ApprovalState, person: Named): void {
  const refuse = (message: string, wayOut?: string) => new ParleyError('rule-violated', message, { details: [{ path: 'by', message }], ...(wayOut === undefined ? {} : { wayOut }) });
  if (person.id === state.authorId) throw refuse(`${person.name} wrote this version, and an author does not approve it.`, 'Let another approver decide.');
  if (state.asked.length > 0 && ![...state.asked, ...state.deputies].some((asked) => asked.id === person.id)) {
    throw refuse(`${person.name} is not asked: the approvers are ${state.asked.map((asked) => asked.name).join(', ')}.`, 'Give the person the role of an approver first.');
  }
  if (state.decisions.some((decision) => decision.person.id === person.id && decision.state === 'approved')) throw refuse(`${person.name} has approved this content already.`);
}
