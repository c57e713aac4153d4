import { setState, voidApprovals } from '#db/agreements/commands.ts';
import { agreementNamed, versionNumbered } from '#db/agreements/queries.ts';
import { approvalsMissing, approvalState, signatoriesOf } from '#db/signing/queries.ts';
import type { Reader } from '#db/store.ts';
import { isMoveAllowed, versionMoves } from '#shared/agreements/life-cycle.ts';
import type { VersionState } from '#shared/agreements/model.ts';
import { ParleyError } from '#shared/errors.ts';
import type { CoreContext } from '#electron/core.ts';
import { beginSigning } from '../signing/begin.ts';
import { personIn } from './read.ts';

type MoveInput = { readonly id: string; readonly version: number; readonly to: VersionState; readonly by: string; readonly reason?: string | undefined };

/** States that nobody reaches without the approvals. */
const needsApprovals: ReadonlySet<VersionState> = new Set(['approved', 'signing', 'signed']);

/**
 * Moves a version along its states. `signing` freezes and seals the content; `signed` follows from the last signature only.
 * Throws `rule-violated` with what is missing.
 */
export async function moveVersion(context: CoreContext, input: MoveInput): Promise<{ from: VersionState; to: VersionState }> {
  const { from, person, agreementId } = context.store.read((reader) => {
    const agreement = agreementNamed(reader, input.id);
    const version = versionNumbered(reader, agreement, input.version);
    const by = personIn(reader, input.by, 'by');
    refuseMove(reader, agreement.id, input);
    return { from: version.state, person: by, agreementId: agreement.id };
  });
  if (input.to === 'signing') {
    await beginSigning(context, { id: agreementId, version: input.version, actorId: person.id });
    return { from, to: input.to };
  }
  context.store.write({ command: 'agreements.move', actorId: person.id, subjectId: agreementId, reason: input.reason ?? null }, (tx) => {
    refuseMove(tx, agreementId, input);
    const version = versionNumbered(tx, agreementNamed(tx, agreementId), input.version);
    if (input.to === 'draft') voidApprovals(tx, version);
    else setState(tx, version.id, input.to);
  });
  return { from, to: input.to };
}

function refuseMove(reader: Reader, agreementId: string, input: MoveInput): void {
  const agreement = agreementNamed(reader, agreementId);
  const version = versionNumbered(reader, agreement, input.version);
  const refuse = (path: string, message: string, wayOut?: string) =>
    new ParleyError('rule-violated', `Version ${version.version} of ${agreement.number} cannot move from ${version.state} to ${input.to}: ${message}`, { details: [{ path, message }], ...(wayOut === undefined ? {} : { wayOut }) });
  if (needsApprovals.has(input.to) && version.sealedAt === null) {
    const missing = approvalsMissing(approvalState(reader, agreement, version));
    if (missing !== null) throw refuse('approvals', missing, 'Collect the approvals: agreements approve.');
  }
  if (input.to === 'signed' && (version.state === 'signing' || version.state === 'approved')) {
    const signatories = signatoriesOf(reader, version.id);
    const waiting = signatories.filter((signatory) => signatory.state !== 'signed').map((signatory) => signatory.person.name);
    throw refuse('signatures', signatories.length === 0 ? 'nobody has signed yet' : `${waiting.length} of ${signatories.length} signatures missing: ${waiting.join(', ')}`, 'Collect the signatures: agreements sign.');
  }
  if (!isMoveAllowed(version.state, input.to)) {
    const ways = versionMoves.filter((move) => move.from === version.state).map((move) => move.to);
    throw refuse('to', ways.length === 0 ? 'this state is the last one' : `from here it goes to ${ways.join(', ')}`);
  }
}
