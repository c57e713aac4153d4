import { implement } from '@orpc/server';
import { fileWithId, readFile } from '#db/files/queries.ts';
import { approvalState, newestEdition } from '#db/signing/queries.ts';
import { recordDecline, wordMediaType } from '#db/signing/sign.ts';
import type { Reader } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { signingContract, type SignatoryView, type SigningView } from '#shared/signing/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { exportedFile } from './exported.ts';
import { composeMail } from './mail.ts';
import { signingPlan, type Signer, type SigningPlan } from './plan.ts';
import { previewOf } from './preview.ts';
import { printOf } from './print.ts';
import { sign, signerNamed } from './sign.ts';
import { statementOf } from './statement.ts';
import { verdictOf } from './verify.ts';

const signing = implement(signingContract).$context<CoreContext>();

export const signingHandlers = {
  view: signing.view.handler(({ context, input }) => context.store.read((reader) => signingView(reader, signingPlan(reader, input.id, input.version)))),

  preview: signing.preview.handler(({ context, input }) =>
    previewOf(context.documents.read((reader) => printOf(reader, signingPlan(reader, input.id, input.version), null))),
  ),

  sign: signing.sign.handler(({ context, input }) => sign(context, input)),

  decline: signing.decline.handler(({ context, input }) => {
    const plan = context.store.read((reader) => signingPlan(reader, input.id, input.version));
    if (plan.version.state !== 'signing') throw new ParleyError('rule-violated', 'Signing has not begun.', { details: [{ path: 'version', message: `it is ${plan.version.state}` }], wayOut: 'Reject the approval, or abandon the version.' });
    const signer = signerNamed(plan, input.person, 'paper');
    context.store.write({ command: 'agreements.decline', actorId: signer.person.id, subjectId: plan.agreement.id, reason: input.reason }, (tx) => recordDecline(tx, plan.version, signer.signatoryId ?? ''));
    return { state: 'abandoned' as const };
  }),

  exportAgreement: signing.exportAgreement.handler(async ({ context, input }) => {
    const { name, bytes, sha256 } = await exportedFile(context, input);
    const transfer = context.files.offer(name, wordMediaType, bytes);
    return { file: transfer.id, name: transfer.name, sha256, bytes: transfer.bytes };
  }),

  composeMail: signing.composeMail.handler(async ({ context, input }) => {
    const { name, bytes, to, cc, without } = await composeMail(context, input);
    const transfer = context.files.offer(name, 'message/rfc822', bytes);
    return { file: transfer.id, name: transfer.name, bytes: transfer.bytes, to, cc, without };
  }),

  verify: signing.verify.handler(async ({ context, input }) => {
    const { readSealPart } = await import('#electron/documents/seal.ts');
    const bytes = context.files.read(input.file);
    const seal = readSealPart(bytes);
    return context.store.read((reader) => verdictOf(reader, bytes, seal));
  }),

  signatureFile: signing.signatureFile.handler(({ context, input }) =>
    context.store.read((reader) => {
      const file = fileWithId(reader, input.fileId);
      if (!file) throw new ParleyError('not-found', 'There is no such file.', { details: [{ path: 'fileId', message: 'Unknown file' }] });
      const transfer = context.files.offer(file.name, file.mediaType, readFile(reader, file.id));
      return { file: transfer.id, name: transfer.name, sha256: file.sha256, bytes: transfer.bytes };
    })),
};

function signingView(reader: Reader, plan: SigningPlan): SigningView {
  const { agreement, version, document } = plan;
  const edition = newestEdition(reader, version.id);
  const decisions = approvalState(reader, agreement, version).decisions.filter((decision) => decision.state === 'approved');
  const next = plan.signers.find((signer) => signer.state === 'waiting');
  return {
    id: agreement.id,
    number: agreement.number,
    version: version.version,
    title: document.title,
    zone: document.zone,
    state: version.state,
    obstacles: [...plan.obstacles],
    signatories: plan.signers.map((signer) => signatoryView(reader, plan, signer, signer === next)),
    validFrom: document.term?.from ?? null,
    approvedAt: decisions.length === 0 ? null : Math.max(...decisions.map((decision) => decision.at)),
    contentHash: plan.manifestHash,
    sealedAt: version.sealedAt,
    document: edition ? { edition: edition.edition, sha256: edition.sha256, bytes: fileWithId(reader, edition.fileId)?.byteCount ?? 0, issuedAt: edition.issuedAt } : null,
  };
}

function signatoryView(reader: Reader, plan: SigningPlan, signer: Signer, isNext: boolean): SignatoryView {
  const { signature } = signer;
  return {
    personId: signer.person.id,
    name: signer.person.name,
    organisation: signer.person.organisation,
    position: signer.person.jobTitle,
    side: signer.side,
    turn: signer.turn,
    state: signer.state,
    isNext,
    statement: signature?.statement ?? statementOf(plan, signer),
    signature: signature
      ? {
          method: signature.method,
          text: signature.name,
          role: signature.roleTitle,
          place: signature.place,
          at: signature.signedAt,
          imageFileId: signature.imageFileId,
          scanFileId: signature.scanFileId,
          scanName: signature.scanFileId === null ? null : (fileWithId(reader, signature.scanFileId)?.name ?? null),
        }
      : null,
  };
}
